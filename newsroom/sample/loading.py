"""Loading the sample newsroom, through the verbs that everything else goes through."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures import store
from releases.document import apply, from_json
from releases.document.mapping import columns
from releases.models import Topic
from releases.publishing import publish

from . import drawings, records, releases, with_pictures

AT = dt.time(10, 30)  # when this press office sends its releases, newsroom time


def load(*, by, progress=lambda done, total: None) -> int:
    """Load records, pictures and releases in one transaction; return how many releases.

    ``by`` drafts, publishes and schedules them. ``progress`` is called after each picture.
    """
    today = timezone.localdate()
    pictures = {}
    for name in drawings.NAMES:
        pictures[name] = store.add(drawings.draw(name), name=name, by=by)
        progress(len(pictures), len(drawings.NAMES))
    with transaction.atomic():
        _load_records(with_pictures(records(today), pictures.get))
        entries = releases(today)
        for entry, value in entries:
            _load_release(
                entry, with_pictures(value, lambda name: _as_json(pictures[name])), by, today
            )
    return len(entries)


def _load_release(entry, value, by, today):
    release = apply(from_json(value))
    release.created_by = by
    release.save(update_fields=["created_by"])
    if entry["state"] != "draft":
        day = today - dt.timedelta(days=entry["days_ago"])
        publish(release=release, by=by, at=timezone.make_aware(dt.datetime.combine(day, AT)))


def _as_json(picture):
    return {"sha256": picture.sha256, "width": picture.width, "height": picture.height}


def _load_records(records):
    organisations = {
        value["key"]: Organisation.objects.create(
            key=value["key"],
            role=value["role"],
            website=value["website"],
            logo=value["logo"],
            **columns(name=value["name"], short_name=value["short_name"]),
        )
        for value in records["organisations"]
    }
    for value in records["boilerplates"]:
        Boilerplate.objects.create(
            key=value["key"],
            organisation=organisations[value["organisation"]],
            in_force_from=value["in_force_from"],
            **columns(text=value["text"]),
        )
    for value in records["spokespeople"]:
        Spokesperson.objects.create(
            key=value["key"],
            organisation=organisations[value["organisation"]],
            **columns(
                name=value["name"], honorific=value["honorific"], job_title=value["job_title"]
            ),
        )
    for value in records["media_contacts"]:
        employer = value["organisation"]  # a key, or the name of an agency
        MediaContact.objects.create(
            key=value["key"],
            on_behalf_of=organisations[value["on_behalf_of"]],
            phones=[{"extension": "", **phone} for phone in value["phones"]],
            emails=value["emails"],
            **columns(name=value["name"], agency=employer if isinstance(employer, dict) else {}),
        )
    for value in records["topics"]:
        Topic.objects.create(key=value["key"], **columns(name=value["name"]))
