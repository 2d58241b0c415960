"""Publish: freeze a draft and say from when the world may see it."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from releases import rich_text
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

from .pages import write_pages


@transaction.atomic
def publish(*, release: Release, by, at: dt.datetime, seen: str | None = None) -> Edition:
    """Freeze the draft into an edition whose pages are public from ``at`` on; return the edition.

    All languages of the release go out together. Only these are frozen: words in a language that
    was not chosen stay in the draft. Words in a derived language are made here. ``seen`` is the digest of the document that ``by`` looked at: a
    draft that has changed since is refused. Raises PermissionDenied where ``by`` may not publish and
    ValidationError, with every reason, where the release cannot go out; then nothing is written.
    """
    if not by.has_perm("releases.publish_release"):
        raise PermissionDenied
    # Two press officers may press the button at once: the second finds it published.
    release = Release.objects.select_for_update().get(pk=release.pk)
    document = compose(release)
    reasons = problems(document, release=release)
    if seen is not None and seen != digest(document):
        reasons.append(_("The draft was changed since you looked at it. Look at it again."))
    if document.embargo_until and at < document.embargo_until:
        reasons.append(
            _(
                "The embargo runs until %(embargo)s. Choose that time or a later one, or change the embargo first."
            )
            % {"embargo": f"{timezone.localtime(document.embargo_until):%Y-%m-%d %H:%M}"}
        )
    if reasons:
        raise ValidationError(reasons)
    document = from_json(to_json(derived(schema.in_languages(document, document.languages))))
    edition = Edition.objects.create(
        release=release,
        number=1,
        kind=Edition.Kind.FIRST,
        document=to_json(document),
        digest=digest(document),
        visible_from=at,
        created_at=timezone.now(),
        created_by=by,
    )
    write_pages(edition)
    return edition


def problems(document: Document, *, release: Release) -> list[str]:
    """Every reason why the release cannot be published, in the reader's language; none is good."""
    if release.editions.exists():
        return [_("This release has been published already.")]
    try:
        from_json(to_json(document))
    except DocumentError as error:
        return [str(error)]
    reasons = []
    if Page.objects.filter(slug=document.slug).exists():
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
        elif source is None:
            reasons += _missing(document, language)
        elif source not in document.languages:
            reasons.append(without_source(language))
    return reasons


def without_source(language: str) -> str:
    """Why a release cannot go out in a derived language alone, in the reader's language."""
    return _(
        "%(derived)s is converted from %(source)s. Choose that too, or leave %(derived)s out."
    ) % {"derived": language_name(language), "source": language_name(DERIVED[language])}


def _missing(document, language):
    missing = []
    if not document.headline.get(language, "").strip():
        missing.append(_("headline"))
    if not any(_has_words(block, language) for block in document.body):
        missing.append(_("body"))
    return [
        _(
            "%(part)s is missing in %(language)s. Write it, or leave that language out of the release."
        )
        % {"part": part.capitalize(), "language": language_name(language)}
        for part in missing
    ]


def _has_words(block, language):
    match block:
        case schema.TextBlock():
            return bool(rich_text.to_plain(block.html.get(language, "")))
        case schema.Quote():
            return bool(schema.printed_quote(block, language).strip())
    return False
