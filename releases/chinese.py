"""Traditional ↔ Simplified Chinese: characters and quotation marks, never other words.

OpenCC reads Hong Kong's forms of characters. Its table of Taiwan's forms is asked first, for both
著 and 着 are written in Hong Kong (意味著) where Simplified Chinese has 着 alone.
"""

from functools import cache

import opencc


@cache
def _tables(name):
    """Read when they are needed: they take some 15 MB each, and many a process never does."""
    return opencc.OpenCC(name)


# GB/T 15834-2011, 4.8: double marks outside, single ones inside.
_MARKS = str.maketrans("「」『』", "“”‘’")

# Characters that names keep, or have in a form of their own: Table of General Standard Chinese
# Characters (2013), annex 1, notes. It allows 鍾 both 钟 and 锺 in names; 钟 is what is printed
# unless the glossary says otherwise.
_IN_NAMES = {
    **{character: character for character in "乾於昇陞氾吒"},
    "鉅": "钜",
    "麴": "麹",
    "逕": "迳",
}
_ALSO_IN_NAMES = {"鍾": "锺"}


def to_simplified(text: str) -> str:
    """Return the text in Simplified Chinese; what is not Chinese stays as it is."""
    return _tables("hk2s").convert(_tables("tw2t").convert(text)).translate(_MARKS)


def to_traditional(text: str) -> str:
    """Return words that somebody searches for in Traditional Chinese as Hong Kong writes it."""
    return _tables("s2hk").convert(text)


def name_to_simplified(name: str) -> str:
    """Return the name of a person in Simplified Chinese.

    Each character by itself: no rule about words (乾淨, 著名) reaches into a name.
    """
    return "".join(_IN_NAMES.get(c) or _tables("hk2s").convert(c) for c in name)


def forms_of(character: str) -> str:
    """Return a Han character in every form in which a name may be written with it, itself first.

    All that are the same in Simplified Chinese, in running text or in names: 鍾 is 鐘, 钟 and 锺 too.
    """
    forms = {
        other for short in _short_forms(character) for other in _by_short_form().get(short, short)
    }
    return character + "".join(sorted(forms - {character}))


def _short_forms(character):
    found = {to_simplified(character), name_to_simplified(character)}
    return found | {_ALSO_IN_NAMES.get(character, character)}


@cache
def _by_short_form():
    """Simplified form → every character that becomes it, itself among them."""
    characters = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    short = to_simplified("\n".join(characters)).split("\n")
    found = {}
    for character, form in zip(characters, short, strict=True):
        for each in {form, name_to_simplified(character), _ALSO_IN_NAMES.get(character, form)}:
            found.setdefault(each, set()).update((character, each))
    return found
