"""Erasing a person everywhere: in drafts, records, imports, logs and, by redactions, in public.

The one place that knows all rooms. ``docs/operators-guide.md`` says what it does and what it cannot.
"""

import json
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from media_contacts.models import MediaContact
from partners.models import Organisation, Spokesperson
from pictures import store
from pictures.models import Picture
from releases import drafting, publishing, search, sharing
from releases.document import Names, Place, Sought
from releases.document.erasing import LEFT_OUT, REPLACED, STAYS, scrubbed
from releases.document.mapping import text
from releases.document.naming import mark_of_column
from releases.importing import erasing as imports
from releases.models import PARTS, Listing, Release, Term

from .models import Newsroom

ROOMS = ("pictures", "partners", "media_contacts", "releases", "newsroom")

# Erased by what knows them: a draft by its document, pages by their edition, an import by its file.
# An edition never changes; it is served to nobody.
KNOWN_ELSEWHERE = {
    *("Edition", "Page", "PageListing", "PageMediaContact", "PagePicture", "PageText", "Listing"),
    *("Word", "Import", "ImportedFile", "Version", "Translation", "Acknowledgement"),
}
# Columns that hold no words; what stands in them is made by the newsroom or is an address.
NO_WORDS = {
    *("key", "slug", "sha256", "digest", "published_digest", "source_digest", "token", "object_id"),
    *("part", "field", "figure_key", "quote_key", "region", "check_id", "languages", "readiness"),
    *("marks", "marks_zh_hant", "marks_en", "phones", "accent", "warm"),
}

logger = logging.getLogger("newsroom.erasure")


@dataclass
class Report:
    """How many places were found and how many releases redacted; what nothing here can erase."""

    places: int = 0
    redacted: int = 0
    stays: list[str] = field(default_factory=list)
    other_names: set[str] = field(default_factory=set)


def erase(
    *,
    names: Names,
    by: User,
    apply: bool,
    tell: Callable[[str, Place], None],
    progress: Callable[[int], None] = lambda count: None,
) -> Report:
    """Find a person everywhere, and with ``apply`` erase them; ``tell`` is called for each place.

    A release is a transaction, and so is each step after the releases. Where it is broken off, doing
    it again goes on.
    """
    return _Erasure(names, by, apply, tell).everything(progress)


class _Erasure:
    def __init__(self, names, by, apply, tell):
        self.names, self.by, self.apply, self._tell = names, by, apply, tell
        self.report = Report()
        self.folded = {word for name in names.spellings for word in search.fold(name).split()}

    def everything(self, progress):
        self.sought = self._sought()
        # Those of pages that are redacted come on top: they are not told one by one.
        for word in search.forget(self._is_word, apply=False):
            self.tell(_("search words"), Place(word, "", LEFT_OUT))
        named = self._releases(progress)
        for place in imports.erase(sought=self.sought, releases=named, apply=self.apply):
            self.tell(_("imports"), place)
        for step in (self._records, self._rows, self._words, self._pictures, self._users):
            with transaction.atomic():
                step()
        if self.apply and self.report.places:
            sharing.forget_pictures()
            Listing.objects.filter(kind=Listing.Kind.PERSON, pages=None).delete()
            # Not who was erased, and no more of who did it than their number.
            done = {
                "by": self.by.pk,
                "places": self.report.places,
                "redacted": self.report.redacted,
            }
            logger.info(
                "A person was erased by user %(by)s: %(places)s places, %(redacted)s releases redacted",
                done,
                extra={"fields": done},
            )
        return self.report

    def tell(self, where, place):
        if place.done == STAYS:
            self.report.stays.append(f"{where} – {place.path}: {place.words}")
            return
        self.report.places += 1
        self._tell(where, place)

    def _sought(self):
        """The names, with the records and the pictures that are known by them."""
        people = [p for p in Spokesperson.objects.all() if self._is_named(p, "name")]
        contacts = [c for c in MediaContact.objects.all() if self._is_named(c, "name")]
        terms = [t for t in Term.objects.all() if any(map(self.names.are_in, _columns_of(t)))]
        known = {name for record in [*people, *contacts] for name in text(record, "name").values()}
        known |= {words for term in terms for words in _columns_of(term) if words}
        self.report.other_names |= {name for name in known if not self.names.are_in(name)}
        pictures = {
            picture.sha256
            for picture in Picture.objects.all()
            if self.names.are_all_of(picture.name)
        }
        sought = Sought(
            self.names,
            people=frozenset(person.key for person in people),
            contacts=frozenset(contact.key for contact in contacts),
        )
        for release in Release.objects.order_by("pk"):
            pictures |= drafting.traces(release, sought).pictures
            pictures |= publishing.traces(release, sought).pictures
        self.people, self.contacts, self.terms = people, contacts, terms
        return Sought(sought.names, sought.people, sought.contacts, frozenset(pictures))

    def _is_named(self, record, field):
        return any(map(self.names.are_in, text(record, field).values()))

    def _releases(self, progress):
        """Drafts with their history, and what is public; return which drafts held the person."""
        named = set()
        for count, pk in enumerate(
            [*Release.objects.order_by("pk").values_list("pk", flat=True)], 1
        ):
            with transaction.atomic():
                release = Release.objects.filter(pk=pk).first()
                if release is None:  # purged meanwhile
                    continue
                draft, public = self._of_release(release)
            where = _("release “%(slug)s” (%(number)d)") % {"slug": release.slug, "number": pk}
            for place in draft.places:
                self.tell(where, place)
            for place in public.places:
                self.tell(where, place._replace(path=_("edition %s") % place.path))
            if any(place.done != STAYS for place in draft.places):
                named.add(pk)
            self.report.other_names |= draft.other_names | public.other_names
            self.report.redacted += bool(public.editions)
            progress(count)
        return named

    def _of_release(self, release):
        if not self.apply:
            return drafting.traces(release, self.sought), publishing.traces(release, self.sought)
        draft = drafting.erase(release=release, sought=self.sought)
        public = publishing.Redaction()
        if not release.deleted_at:  # what was published cannot be deleted
            public = publishing.redact(release=release, sought=self.sought, by=self.by)
        if public.editions or any(place.done != STAYS for place in draft.places):
            release.refresh_from_db()
            LogEntry.objects.log_actions(
                self.by.pk, [release], CHANGE, _("Personal data was removed."), single_object=True
            )
        return draft, public

    def _records(self):
        """What stands for the person alone goes whole."""
        for record in [*self.people, *self.contacts, *self.terms]:
            self._delete(record)
        for model in (AccessAttempt, AccessFailureLog, AccessLog):
            for row in QuerySet(model).iterator():
                values = [getattr(row, name) or "" for name in _text_columns(model)]
                if any(self.names.are_in(v) or self.names.are_in_address(v) for v in values):
                    self._delete(row, "")

    def _delete(self, row, words=None, *, delete=models.Model.delete):
        place = Place(_title(row), str(row) if words is None else words, LEFT_OUT)
        if self.apply:
            try:
                with transaction.atomic():
                    delete(row)
            except models.ProtectedError:  # somebody chose it for a draft meanwhile
                place = place._replace(done=STAYS)
        self.tell(_("records"), place)

    def _rows(self):
        """The words of every other row."""
        gone = {(type(row), row.pk) for row in [*self.people, *self.contacts, *self.terms]}
        for model in _swept():
            columns = _text_columns(model)
            for values in QuerySet(model).order_by("pk").values("pk", *columns).iterator():
                pk = values.pop("pk")
                if (model, pk) in gone:
                    continue
                new = {name: self._scrubbed(model, name, value) for name, value in values.items()}
                changed = {name: value for name, value in new.items() if value != values[name]}
                if model in (Release, *PARTS):
                    # What its document holds is told of already; this is what nobody reads.
                    changed = changed if self.apply else {}
                else:
                    self._tell_of_row(model, pk, values, changed)
                if changed and self.apply:
                    QuerySet(model).filter(pk=pk).update(**changed)

    def _tell_of_row(self, model, pk, values, changed):
        name = f"{model._meta.verbose_name} {pk}"
        for column in changed:
            words = (
                values[column]
                if isinstance(values[column], str)
                else json.dumps(values[column], ensure_ascii=False)
            )
            place = Place(f"{name}: {column}", self.names.excerpt(words), REPLACED)
            self.tell(_("records"), place)
        key = QuerySet(model).filter(pk=pk).values_list("key", flat=True) if _has_key(model) else []
        for value in key:
            if self.names.are_in_address(value):
                self.tell(_("records"), Place(f"{name}: key", value, STAYS))

    def _scrubbed(self, model, name, value):
        column = model._meta.get_field(name)
        if isinstance(value, str) and _is_address(column):
            return "" if self.names.are_in_address(value) else value
        if name == "change_message" and value.startswith("["):
            return _scrubbed_message(value, self.names)
        new = scrubbed(value, self.names, mark_of_column(name))
        return new[: column.max_length] if isinstance(new, str) else new

    def _is_word(self, word):
        return word in self.folded or self.names.are_in_address(word)

    def _words(self):
        if self.apply:
            search.forget(self._is_word, apply=True)

    def _pictures(self):
        """The pictures of the person that nothing shows any more, with their files."""
        for picture in Picture.objects.filter(sha256__in=self.sought.pictures):
            logo = Q(logo=picture)
            if Organisation.objects.filter(logo).exists() or Newsroom.objects.filter(logo).exists():
                self.report.stays.append(_("picture %s: it is a logo") % picture.sha256[:8])
                continue
            self._delete(picture, picture.sha256[:8], delete=store.remove)

    def _users(self):
        for user in User.objects.all():
            full = (
                user.get_full_name(),
                f"{user.last_name} {user.first_name}",
                user.last_name + user.first_name,
            )
            if any(map(self.names.are_in, full)) or any(
                map(self.names.are_in_address, (user.username, user.email))
            ):
                self.report.stays.append(
                    _(
                        "user “%s”: decisions name this account, so it is not deleted. Make it inactive and change its names, user name and e-mail in the admin."
                    )
                    % user.get_username()
                )


def _swept() -> Iterable[type[models.Model]]:
    """The models whose words are replaced row by row."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            if model.__name__ not in KNOWN_ELSEWHERE:
                yield model
    yield LogEntry
    for app in ("otp_totp", "otp_static"):
        yield from apps.get_app_config(app).get_models()


def _text_columns(model):
    return [
        column.attname
        for column in model._meta.concrete_fields
        if isinstance(column, models.CharField | models.TextField | models.JSONField)
        and not (column.is_relation or column.choices or column.primary_key or column.unique)
        and column.name not in NO_WORDS
    ]


def _columns_of(row):
    return [getattr(row, name) or "" for name in ("zh_hant", "en", "zh_hans")]


def _title(row):
    return f"{row._meta.verbose_name} {row.pk}"


def _has_key(model):
    return any(column.name == "key" for column in model._meta.concrete_fields)


def _is_address(column):
    return isinstance(column, models.URLField | models.EmailField) or column.name == "website"


def _scrubbed_message(value, names):
    """The admin's log of a change is JSON in a text."""
    try:
        message = json.loads(value)
    except ValueError:
        return names.replaced(value)
    new = scrubbed(message, names)
    return value if new == message else json.dumps(new)
