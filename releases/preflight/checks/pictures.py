"""Pictures: described for those who cannot see them, large enough, credited."""

import re
import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from releases.languages import language_name, language_names

from ..findings import WARNING, Found, Place, check
from ..whole import begun_languages

SMALLEST = 1200  # pixels on the longer side, as newspapers ask for

# “Photo 1:”, “圖一：”
_LABEL = re.compile(
    r"^\s*(?:(?:photo(?:graph)?|picture|image|figure|fig\.?|caption)s?\s*[0-9a-z]{0,2}|"
    r"[圖相照插][片說]?\s*[0-9一二三四五六七八九十]{0,3})\s*[:：．.、]",
    re.IGNORECASE,
)


@check(
    "pictures.missing",
    WARNING,
    title=gettext_lazy("Figure without picture"),
    hint=gettext_lazy("Upload the picture, or leave the figure out."),
)
def no_picture(reading):
    """A figure of which there is only a caption: nothing can be seen or downloaded there."""
    for figure in reading.document.figures():
        if figure.picture is None:
            yield Found(
                Place(figure.key, "picture"),
                "",
                _("This figure has no picture."),
                tuple(figure.caption.values()),
            )


@check(
    "pictures.alt-missing",
    WARNING,
    title=gettext_lazy("Alt text missing"),
    hint=gettext_lazy("Write what the picture shows, for those who cannot see it."),
)
def no_alt_text(reading):
    """A figure without alt text in a language that the release goes out in, also while its picture is
    still missing. A language that nothing is written in yet is left alone."""
    for figure in reading.document.figures():
        for language in begun_languages(reading):
            if not figure.alt_text.get(language, "").strip():
                yield Found(
                    Place(figure.key, "alt_text", language),
                    "",
                    _("The picture has no alt text in %(language)s.")
                    % {"language": language_name(language)},
                    (figure.caption.get(language, ""),),
                )


@check(
    "pictures.alt-caption",
    WARNING,
    title=gettext_lazy("Alt text repeats the caption"),
    hint=gettext_lazy(
        "Describe what can be seen: who cannot see the picture hears the caption as well."
    ),
)
def alt_text_is_the_caption(reading):
    """An alt text that is the caption again or its beginning, marks and a label like “Photo 1:” apart; or
    the caption and little more."""
    for figure in reading.document.figures():
        for language in reading.languages:
            alt_text = reading.passage(figure.key, "alt_text", language)
            caption = reading.passage(figure.key, "caption", language)
            if alt_text and caption and _is_repeated(alt_text.text, caption.text):
                message = _("The alt text says the same as the caption.")
                yield alt_text.found(alt_text.text, message, caption)


@check(
    "pictures.small",
    WARNING,
    title=gettext_lazy("Picture too small for print"),
    hint=gettext_lazy("Ask for the original: newspapers need 1,200 pixels on the longer side."),
)
def too_small(reading):
    """A figure's picture with fewer than 1,200 pixels on its longer side. Logos are left alone."""
    for figure in reading.document.figures():
        picture = figure.picture
        if picture and max(picture.width, picture.height) < SMALLEST:
            yield Found(
                Place(figure.key, "picture"),
                "",
                _("The picture is only %(width)d × %(height)d pixels large.")
                % {"width": picture.width, "height": picture.height},
                (picture.sha256,),
            )


@check(
    "pictures.credit",
    WARNING,
    title=gettext_lazy("Picture without credit"),
    hint=gettext_lazy("Say who made the picture: editors print it beside it."),
)
def no_credit(reading):
    """A figure whose picture has no credit in a language that the release goes out in. A figure without
    picture and a language that nothing is written in yet are left alone."""
    for figure in reading.document.figures():
        missing = [
            language
            for language in begun_languages(reading)
            if not figure.credit.get(language, "").strip()
        ]
        if figure.picture and missing:
            yield Found(
                Place(figure.key, "credit", missing[0]),
                "",
                _("The picture has no credit in %(languages)s.")
                % {"languages": language_names(missing)},
                (figure.picture.sha256, *figure.credit.values()),
            )


def _is_repeated(alt_text, caption):
    alt_text, caption = _words(alt_text), _words(caption)
    if not alt_text or alt_text == caption:
        return bool(alt_text)
    if caption.startswith(alt_text):
        return _is_telling(alt_text)
    return alt_text.startswith(caption) and len(caption) > 0.8 * len(alt_text)


def _words(text):
    """Letters, digits and Han characters alone, without a label at the head."""
    text = _LABEL.sub("", unicodedata.normalize("NFKC", text))
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_telling(words):
    """Whether two texts that begin so begin the same, and not with one name."""
    return len(words) >= (24 if words.isascii() else 10)
