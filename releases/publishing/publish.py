"""Publish and correct: freeze a draft and say from when the world may see it."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from releases import preflight
from releases.chinese import to_simplified
from releases.document import (
    Document,
    DocumentError,
    compose,
    derived,
    digest,
    from_json,
    schema,
    to_json,
)
from releases.languages import DERIVED, all_languages, language_name
from releases.models import Edition, Page, Release
from releases.roles import may

from .pages import editions_with_window, write_pages


def publish(*, release: Release, by, at: dt.datetime, seen: str | None = None) -> Edition:
    """Freeze the draft into an edition whose pages are public from ``at`` on; return the edition.

    All languages of the release go out together. Only these are frozen: words in a language that
    was not chosen stay in the draft. Words in a derived language are made here. ``seen`` is the digest of the document that ``by`` looked at: a
    draft that has changed since is refused. Raises PermissionDenied where ``by`` may not publish and
    ValidationError, with every reason, where the release cannot go out; then nothing is written.
    """
    return _freeze(release=release, by=by, at=at, seen=seen, note=None)


def correct(
    *, release: Release, by, at: dt.datetime, note: dict[str, str], seen: str | None = None
) -> Edition:
    """Freeze the draft into the next edition of a published release; return that edition.

    From ``at`` on its pages are public and those of the edition before are past. ``note`` says what
    was wrong, in every language that a person wrote the release in; readers see it. An edition that
    nobody could see yet is replaced without a note. Else as ``publish``.
    """
    return _freeze(release=release, by=by, at=at, seen=seen, note=note)


@transaction.atomic
def _freeze(*, release, by, at, seen, note):
    if not may(by, "publish") or release.deleted_at:
        raise PermissionDenied
    # Two press officers may press the button at once: the second finds it published.
    release = Release.objects.select_for_update().get(pk=release.pk)
    document = compose(release)
    before = release.editions.order_by("-number").first()
    if note is None:
        reasons = problems(document, release=release)
    else:
        reasons = problems_of_correction(document, release=release)
    if seen is not None and seen != digest(document):
        reasons.append(_("The draft was changed since you looked at it. Look at it again."))
    if document.embargo_until and at < document.embargo_until:
        reasons.append(
            _(
                "The embargo runs until %(embargo)s. Choose that time or a later one, or change the embargo first."
            )
            % {"embargo": f"{timezone.localtime(document.embargo_until):%Y-%m-%d %H:%M}"}
        )
    if before and at < before.visible_from:
        reasons.append(
            _("The edition before becomes public only later. Choose that time or a later one.")
        )
    # What nobody could see before is replaced; what anybody saw is corrected, by however many editions.
    is_correction = note is not None and release.editions.filter(visible_from__lt=at).exists()
    if is_correction:
        reasons += [
            _("Say what was wrong, in %(language)s.") % {"language": language_name(language)}
            for language in document.languages
            if language not in DERIVED and not note.get(language, "").strip()
        ]
    if reasons:
        raise ValidationError(reasons)
    now = digest(document)
    Release.objects.filter(pk=release.pk).update(digest=now, published_digest=now)
    document = frozen(document)
    edition = insert_edition(
        release=release,
        number=before.number + 1 if before else 1,
        kind=Edition.Kind.CORRECTION if is_correction else Edition.Kind.FIRST,
        change_note=in_all(document.languages, note) if is_correction else {},
        document=document,
        at=at,
        by=by,
    )
    if before:
        before.pages.update(visible_until=at)
    write_pages(editions_with_window().get(pk=edition.pk))
    return edition


def insert_edition(*, release, number, kind, change_note, document, at, by) -> Edition:
    """Insert the row of an edition, for ever; its pages and those before it are still to be written."""
    return Edition.objects.create(
        release=release,
        number=number,
        kind=kind,
        change_note=change_note,
        document=to_json(document),
        digest=digest(document),
        visible_from=at,
        created_at=timezone.now(),
        created_by=by,
    )


def in_all(languages, note):
    """A note with its words in the derived languages too."""
    return {
        language: to_simplified(note[DERIVED[language]].strip())
        if language in DERIVED
        else note[language].strip()
        for language in languages
    }


def frozen(document: Document) -> Document:
    """Return what an edition of a draft's document holds: the languages it goes out in, checked."""
    return from_json(to_json(derived(schema.in_languages(document, document.languages))))


def problems(document: Document, *, release: Release) -> list[str]:
    """Every reason why the release cannot be published, in the reader's language; none is good."""
    if release.editions.exists():
        return [_("This release has been published already.")]
    return _problems_of_document(document, release=release)


def problems_of_correction(document: Document, *, release: Release) -> list[str]:
    """Every reason why the release cannot be corrected, in the reader's language; none is good."""
    before = release.editions.order_by("-number").first()
    if before is None:
        return [_("This release has not been published yet.")]
    reasons = _problems_of_document(document, release=release)
    if not reasons and digest(frozen(document)) == before.digest:
        reasons = [_("Nothing has changed since edition %(number)d.") % {"number": before.number}]
    return reasons


def _problems_of_document(document, *, release):
    try:
        from_json(to_json(document))
    except DocumentError as error:
        return [str(error)]
    reasons = []
    if Page.objects.filter(slug=document.slug).exclude(edition__release=release).exists():
        reasons.append(_("Another release has been published at the address “%s”.") % document.slug)
    if not document.languages:
        reasons.append(_("No language is chosen. Choose the languages the release goes out in."))
    for language in document.languages:
        source = DERIVED.get(language)
        if language not in all_languages():
            reasons.append(
                _("This newsroom has no %(language)s. Leave that language out of the release.")
                % {"language": language_name(language)}
            )
        elif source and source not in document.languages:
            reasons.append(without_source(language))
    return reasons + _findings(document, release)


def _findings(document, release):
    """What preflight says against it: every error, and how many warnings nobody acknowledged."""
    found = preflight.blocking(preflight.findings_of(release, document))
    errors = [finding.message for finding in found if finding.level == preflight.ERROR]
    count = len(found) - len(errors)
    if not count:
        return errors
    waiting = ngettext(
        "%(count)d warning of the preflight is not acknowledged.",
        "%(count)d warnings of the preflight are not acknowledged.",
        count,
    )
    return [*errors, waiting % {"count": count}]


def without_source(language: str) -> str:
    """Why a release cannot go out in a derived language alone, in the reader's language."""
    return _(
        "%(derived)s is converted from %(source)s. Choose that too, or leave %(derived)s out."
    ) % {"derived": language_name(language), "source": language_name(DERIVED[language])}
