"""How words are set."""

import re
from html import escape

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from releases.languages import HTML_LANG, current_language, is_chinese

# A Chinese headline is read in phrases, which an ideographic space or a full-width stop parts.
_PARTING = re.compile(r"(\u3000+)|(?<=[：，；！？])(?=[^」』》）”’])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"([\u3400-\u9fff]+)")
# Words, not abbreviations: those are read letter by letter in either language.
_LATIN_RUN = re.compile(r"((?=[^\W\d_]*[a-zà-öø-ÿ])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.,'’\- ]*[A-Za-zÀ-ɏ.])")
# A longer name may have to break on a telephone.
LONGEST_UNBROKEN = 8


def phrases(headline, organisations=()):
    """Mark up a Chinese headline so that lines break between phrases if they can, and in no name.

    ``organisations`` have the names to keep whole. The text stays as it was written: a space
    between phrases is still there for whoever copies it.
    """
    parts = [part for part in _PARTING.split(str(headline)) if part]
    names = _short_han_names(organisations or ())
    return mark_safe("".join(_marked_up(part, names, alone=len(parts) == 1) for part in parts))


def _short_han_names(organisations):
    names = {o.get(field) or "" for o in organisations for field in ("name", "short_name")}
    return sorted(
        (n for n in names if 1 < len(n) <= LONGEST_UNBROKEN and _HAN.match(n)),
        key=len,
        reverse=True,
    )


def _marked_up(part, names, *, alone):
    if part.isspace():
        return f'<span class="phrase-gap">{part}</span>'
    if names:
        between = re.split(f"({'|'.join(map(re.escape, names))})", part)
        marked = "".join(
            f'<span class="unbroken">{escape(text)}</span>' if text in names else escape(text)
            for text in between
        )
    else:
        marked = escape(part)
    return marked if alone else f'<span class="phrase">{marked}</span>'


def foreign(words):
    """Mark the language of a name inside a text of the other: “Pascal Soriot” in Chinese, 陳 in English.

    A screen reader then says it with the right voice, and a browser sets it in the right letters.
    """
    if is_chinese(current_language()):
        runs, lang = _LATIN_RUN.split(str(words)), "en"
    else:
        runs, lang = _HAN_RUN.split(str(words)), HTML_LANG["zh-hant"]
    return mark_safe(
        "".join(
            f'<span lang="{lang}">{escape(run)}</span>' if index % 2 else escape(run)
            for index, run in enumerate(runs)
        )
    )


def in_own_language(words, language):
    """Mark words that are not in the language of the page."""
    if language == current_language():
        return foreign(words)
    return format_html('<span lang="{}">{}</span>', HTML_LANG[language], words)
