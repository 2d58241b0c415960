"""Load the sample newsroom, by the verbs that the press office uses."""

import datetime as dt

from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from media_contacts.models import MediaContact
from newsroom import sample
from newsroom.models import Newsroom
from newsroom.sample.drawings import draw
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures import store
from releases import drafting, preflight
from releases.document import from_json, schema
from releases.document.mapping import columns
from releases.languages import all_languages
from releases.models import Release, Term, Topic
from releases.publishing import publish
from releases.roles import may

RELEASED_AT = dt.time(11, 0)  # in the newsroom's zone, as press offices do


class Command(BaseCommand):
    help = "Load the sample newsroom. Where there is a release already, nothing is changed."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--by", required=True, help="The press chief who publishes it.")

    @transaction.atomic
    def handle(self, *, by, **options):
        if Release.objects.exists():
            return
        try:
            by = User.objects.get(username=by)
        except User.DoesNotExist:
            raise CommandError(f"There is no user {by}.", returncode=2) from None
        if not (may(by, "import") and may(by, "publish")):
            raise CommandError(f"{by} may not publish: name a press chief.", returncode=2)
        today = timezone.localdate()
        pictures = Pictures(by, self.tell)
        load_records(sample.with_pictures(sample.records(today), pictures.stored))
        states = [
            load_release(entry, sample.with_pictures(raw, pictures.named), by=by, today=today)
            for entry, raw in sample.releases(today)
        ]
        self.tell(
            f"Loaded the sample newsroom: {states.count('published')} releases published, "
            f"{states.count('scheduled')} scheduled, {states.count('draft')} in draft; "
            f"{len(pictures.rows)} pictures.",
            ending="\n",
        )

    def tell(self, words, ending=""):
        """Write over the line before, where somebody watches."""
        if self.stdout.isatty():
            self.stdout.write(f"\r{words:<100}", ending=ending)
            self.stdout.flush()
        elif ending:
            self.stdout.write(words, ending=ending)


class Pictures:
    """Drawings by name, each drawn and stored when it is first asked for."""

    def __init__(self, by, tell):
        self.by = by
        self.tell = tell
        self.rows = {}

    def stored(self, name):
        if name not in self.rows:
            self.tell(f"Drawing picture {len(self.rows) + 1}: {name}")
            self.rows[name] = store.add(draw(name), name=name, by=self.by)
        return self.rows[name]

    def named(self, name):
        """The picture as a document names it."""
        row = self.stored(name)
        return {"sha256": row.sha256, "width": row.width, "height": row.height}


def load_records(records):
    if not Newsroom.objects.exists():
        load_newsroom(**records["newsroom"])
    organisations = {}
    for record in records["organisations"]:
        organisations[record["key"]] = Organisation.objects.create(
            key=record["key"],
            role=record["role"],
            website=record["website"],
            logo=record["logo"],
            **columns(name=record["name"], short_name=record["short_name"]),
        )
    for record in records["boilerplates"]:
        Boilerplate.objects.create(
            key=record["key"],
            organisation=organisations[record["organisation"]],
            in_force_from=record["in_force_from"],
            **columns(text=record["text"]),
        )
    for record in records["spokespeople"]:
        Spokesperson.objects.create(
            key=record["key"],
            organisation=organisations[record["organisation"]],
            **columns(
                name=record["name"],
                honorific=record["honorific"],
                job_title=record["job_title"],
            ),
        )
    for record in records["media_contacts"]:
        agency = record["organisation"] if isinstance(record["organisation"], dict) else {}
        MediaContact.objects.create(
            key=record["key"],
            on_behalf_of=organisations[record["on_behalf_of"]],
            phones=[{"extension": "", **phone} for phone in record["phones"]],
            emails=record["emails"],
            **columns(agency=agency, name=record["name"]),
        )
    for record in records["topics"]:
        Topic.objects.create(key=record["key"], **columns(name=record["name"]))
    Term.objects.bulk_create(Term(**record) for record in records["terms"])


def load_newsroom(*, logo, website, email, **words):
    Newsroom.objects.create(logo=logo, website=website, email=email, **columns(**words))


def load_release(entry, raw, *, by, today):
    """Load one release into a draft and publish it if it is to be; return its state."""
    document = from_json(raw)
    languages = [code for code in document.languages if code in all_languages()]
    release = drafting.save(document=schema.replace(document, languages=languages), by=by)
    if entry["state"] != "draft":
        day = today - dt.timedelta(days=entry["days_ago"])
        moment = timezone.make_aware(dt.datetime.combine(day, RELEASED_AT))
        for finding in preflight.blocking(preflight.findings_of(release)):
            preflight.acknowledge(release=release, finding=finding.digest, by=by)
        publish(release=release, by=by, at=moment)
    return entry["state"]
