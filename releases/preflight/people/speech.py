"""Speech: words in quotation marks that somebody is said to have spoken, told from titles and terms."""

import re
from collections.abc import Iterator

NEAR = 200  # characters around the words where it says who said them

_CHINESE_MARKS = re.compile(
    r"「([^「」]+)(?:」|(?=「)|$)|『([^『』]+)』|“([^“”]+)(?:”|(?=“)|$)|\"([^\"]+)\""
)
_ENGLISH_MARKS = re.compile(
    r"“([^“”]+)(?:”|(?=“)|$)|\"([^\"\n]+)\"|(?<!\w)‘((?:[^‘’]|’(?=\w))+)’|"
    r"(?<!\w)'((?:[^']|'(?=\w)){1,800})'(?!\w)|「([^「」]+)」"
)

_SAY = (
    "表示|指出|指|說|説|道|稱|認為|強調|補充|解釋|回應|透露|直言|坦言|形容|提到|提及|談到|介紹|總結|呼籲|"
    "讚揚|寫道|宣布|宣佈|相信|期望|希望|感謝|憶述|回憶|分享|笑言|續稱|致辭|致詞|評論|重申|承諾|期待|鼓勵|讚賞"
)
# “…表示歡迎：”, “…說：”, “…指出，”
_BEFORE_COLON = re.compile(rf"(?:{_SAY})[^。！？；：:「」『』“”\"\n]{{0,12}}[：:，,]\s*$")
# “形容這是「一大步」”: a part of a sentence.
_CALLED = re.compile(r"(?:形容|稱|視|喻)[^。！？；：「」『』“”\"\n]{0,12}$")
_AFTER = re.compile(rf"^[^。！？；「」『』“”\"\n]{{1,40}}?(?:{_SAY})")
_HAN = re.compile(r"[㐀-鿿豈-﫿𠀀-𲎯]")

_SAID = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|adding|noted|notes|noting|commented|comments|"
    r"remarked|remarks|explained|explains|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|stated|states|"
    r"pointed out|points out|concluded|concludes|continued|continues|observed|observes|recalled|"
    r"recalls|wrote|writes|asked|asks|shared|shares|expressed|believes|believed|hopes|hoped|according to|"
    r"echoed|declared|declares|announced|acknowledged|reflected|joked|replied|responded)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def spoken(text: str, language: str) -> list[str]:
    """Return what is quoted as whole sentences that somebody said, without the marks, line by line."""
    is_spoken = _is_spoken_in_english if language == "en" else _is_spoken_in_chinese
    return [
        words.strip()
        for line in text.splitlines()
        for before, words, after in _quoted(line, language)
        if is_spoken(before, words, after)
    ]


def may_be_spoken(text: str, language: str) -> bool:
    """Whether anything in quotation marks may be words that somebody said, a part of a sentence too."""
    for line in text.splitlines():
        for before, words, _after in _quoted(line, language):
            if language == "en":
                if len(_WORD.findall(words)) >= 3 and not _is_title(words):
                    return True
            elif (
                len(_HAN.findall(words)) >= 10
                or re.search(r"[，。！？；,!?]", words)
                or _BEFORE_COLON.search(before[-40:])
                or _CALLED.search(before[-40:])
            ):
                return True
    return False


def weight(text: str) -> float:
    """How much is said, the same for a text and its translation: some 1.6 Han characters an English word."""
    return len(_HAN.findall(text)) + 1.6 * len(_WORD.findall(_HAN.sub(" ", text)))


def _quoted(line: str, language: str) -> Iterator[tuple[str, str, str]]:
    marks = _ENGLISH_MARKS if language == "en" else _CHINESE_MARKS
    for match in marks.finditer(line):
        before = line[max(match.start() - NEAR, 0) : match.start()]
        yield before, next(filter(None, match.groups())), line[match.end() : match.end() + NEAR]


def _is_spoken_in_chinese(before: str, words: str, after: str) -> bool:
    length = len(_HAN.findall(words))
    ends_sentence = words.rstrip()[-1:] in "。！？…!?."
    if _BEFORE_COLON.search(before[-40:]):
        ends = ends_sentence or (before.rstrip()[-1:] in "：:" and after.lstrip()[:1] in ("", "。"))
        return length >= 6 and ends
    if before.rstrip()[-1:] in ("：", ":"):
        return length >= 12 and ends_sentence
    ends = ends_sentence or words.rstrip()[-1:] in "，,"
    return length >= 6 and ends and bool(_AFTER.search(after))


def _is_spoken_in_english(before: str, words: str, after: str) -> bool:
    words = words.strip()
    if len(_WORD.findall(words)) < 5 or _is_title(words) or words[0].islower():
        return False
    if words[-1] not in ",.!?…—–-":
        return False
    return before.rstrip()[-1:] == ":" or bool(_SAID.search(before) or _SAID.search(after))


def _is_title(words: str) -> bool:
    """Whether words are set like the title of a work: those of some length in capitals."""
    long = [word for word in _WORD.findall(words) if len(word) > 3]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > 0.7 * len(long)
