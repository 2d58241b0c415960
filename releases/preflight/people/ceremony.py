"""Who is said to have signed, and who to have witnessed it, in one text.

Chinese: somebody belongs to the first 簽署 or 見證 that follows (由A簽署，並由B見證; 在B見證下，A簽署).
English: “signed by”, “witnessed by”, “in the presence of”, or a subject before the verb. Guests of
honour sign nothing; what was signed another time is not this signing.
"""

import re
from typing import NamedTuple

from .names import NAME_EN, Mention, People
from .titles import HEADS_EN, TITLE_ZH
from .words import DOUBLE_SURNAMES, HAN, NO_NAMES_EN, SURNAMES, any_of, listed

SIGNED, WITNESSED = "signatory", "witness"


class Said(NamedTuple):
    """``with_others`` are the roles of which a text says that there were others too (…等見證, “among others”)."""

    signed: list[Mention]
    witnessed: list[Mention]
    with_others: frozenset[str] = frozenset()

    def is_whole(self, role: str) -> bool:
        return role not in self.with_others

    def of(self, role: str) -> list[Mention]:
        return self.signed if role == SIGNED else self.witnessed


def said(people: People, text: str, language: str) -> Said:
    """Return who is said in a text to have signed and to have witnessed."""
    if not _SPEAKS_OF_IT.search(text):
        return Said([], [])
    chinese = language.startswith("zh")
    signed, witnessed = _zh(people, text) if chinese else _en(people, text)
    names = {mention.name for mention in signed}
    with_others = frozenset(
        role
        for role, pattern in (_OTHERS_ZH if chinese else _OTHERS_EN).items()
        if pattern.search(text)
    )
    return Said(signed, [m for m in witnessed if m.name not in names], with_others)


_OTHERS_ZH = {
    SIGNED: re.compile(r"等[^，。；]{0,8}[簽签]"),
    WITNESSED: re.compile(
        r"等(?:人|嘉賓|嘉宾|代表|多位|一眾)?(?:的?(?:共同)?見證|的?见证|出席)|見證(?:人|嘉賓)?包括[^。]*等"
        r"|(?:一眾|眾|多位|多名|各界|各位|其他|數[十百]位)[^，。、]{0,6}(?:嘉賓|嘉宾|代表|來賓|人士|官員)"
    ),
}
_ALSO_EN = r"\b(?:among others|including|and others|amongst others)\b"
_OTHERS_EN = {
    SIGNED: re.compile(_ALSO_EN),
    WITNESSED: re.compile(
        rf"{_ALSO_EN}|\b(?:by|of|and|with)\s+(?:[a-z]+\s+){{0,4}}(?:guests|dignitaries|officials)\b"
    ),
}


# Somebody can also witness how a city changes.
_SPEAKS_OF_IT = re.compile(
    r"[簽签]|儀式|仪式|典禮|典礼|協議|协议|備忘錄|备忘录|合約|合约|見證人|"
    r"\bsign|\bink(?:s|ed)?\b|ceremony|agreement|memorand|\bMOU\b|contract|witnesse[ds]\s*:|witnessed by",
    re.IGNORECASE,
)

_WITNESSING = re.compile(r"見證|见证|\bwitness|\bpresence\b|\bsaw\b", re.IGNORECASE)


def speaks_of_witnesses(text: str) -> bool:
    """Whether a text can name witnesses in any words."""
    return bool(_WITNESSING.search(text))


# Chinese

_SIGN_ZH = re.compile(
    r"(?<![對就次着著完成自後后])(?:簽署|签署|簽訂|签订|簽定|簽約|签约)(?!儀式|典禮|仪式|典礼|後|后|現場|方)"
)
_WITNESS_ZH = re.compile(r"(?:見證|见证)(?![了着著])")
_PRESENCE_ZH = re.compile(r"在[^。；]{2,300}?(?:的|共同|等)*(?:見證|见证)(?:之)?下")
_LISTED_ZH = re.compile(
    r"(?:(?P<sign>簽署人|簽署代表|签署代表|簽約代表|签约代表|签署人)|(?:見證|见证)(?:人|嘉賓|嘉宾|者)|(?:見證|见证)[^，。]{0,10}的(?:嘉賓|嘉宾|人士)?)"
    rf"(?:分別|分别)?(?:包括|為|为|有|是|：|:|(?<=[證证]人)(?=[{HAN}]))"
)
_NEITHER_ZH = re.compile(
    r"主禮|主礼|主持|致辭|致詞|致辞|[擔担]任(?!$)|表示|指出|宣布|宣佈|認為|认为|強調|强调|希望|相信|感謝|說|稱(?!為)|會面|会面|介紹|分享"
    r"|(?:出席|参加|參加)(?!$|.*(?:並|共同|代表|一同))"
)
_PAST_ZH = re.compile(r"去年|前年|上月|早前|此前|曾於|曾经|過往|先前|昔日|[^\d]年前")
_PLAIN_ZH = re.compile(
    rf"(?:{TITLE_ZH.pattern})(?:[（(][^（）()]{{1,20}}[）)])?"
    rf"(?P<name>(?:{any_of(DOUBLE_SURNAMES)})[{HAN}]{{1,2}}|[{''.join(SURNAMES)}][{HAN}]{{1,2}}?)"
    r"(?=[、，。；（(及和與与以簽签代共見见分]|$)"
)


def _zh(people: People, text: str):
    signed: list[Mention] = []
    witnessed: list[Mention] = []
    for sentence in re.split(r"(?<=[。！？])|\n", text):
        if not (_SIGN_ZH.search(sentence) or _WITNESS_ZH.search(sentence)):
            continue
        sentence = re.split(r"[：:]\s*[「“]", sentence)[0]
        if _PAST_ZH.search(sentence):
            continue
        keys = sorted(
            [(m.start(), signed) for m in _SIGN_ZH.finditer(sentence)]
            + [(m.start(), witnessed) for m in _WITNESS_ZH.finditer(sentence)],
            key=lambda pair: pair[0],
        )
        presence = _presence_zh(sentence)
        listed = [
            (m.end(), signed if m["sign"] else witnessed) for m in _LISTED_ZH.finditer(sentence)
        ]
        for mention in named_zh(people, sentence):
            into = _role_zh(sentence, mention, presence, keys, listed, witnessed)
            if into is not None:
                into.append(mention)
    return signed, witnessed


def _presence_zh(sentence):
    """The span of 在…見證下 that begins nearest to its end, for 在 stands in other phrases too."""
    match = _PRESENCE_ZH.search(sentence)
    if not match:
        return None
    start = match.start()
    for place in re.finditer(r"(?:^|(?<=[，。；並并]))在", sentence[: match.end()]):
        start = max(start, place.start())
    return start, match.end()


def _role_zh(sentence, mention, presence, keys, listed, witnessed):
    if presence and presence[0] <= mention.start < presence[1]:
        return witnessed
    before = [into for place, into in listed if place <= mention.start]
    if before:
        return before[-1]
    for start, into in keys:
        if presence and presence[0] <= start < presence[1]:
            continue
        if start >= mention.end:
            # One who speaks about a signing, or opens it, has signed nothing.
            return None if _NEITHER_ZH.search(sentence[mention.end : start]) else into
    return None


def named_zh(people: People, text: str) -> list[Mention]:
    """Mentions, and names without an honorific behind a job title."""
    found = people.mentions(text, "zh-hant")
    for match in _PLAIN_ZH.finditer(text):
        start, end = match.span("name")
        if not any(m.start < end and start < m.end for m in found):
            name = match["name"]
            found.append(Mention(start, end, name, "", people.of(name)))
    return sorted(found, key=lambda m: m.start)


# English

_SENTENCES_EN = re.compile(
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bLtd\.)(?<!\bCo\.)(?<!\bInc\.)(?<!\bSt\.)(?<!\bIr\.)"
    r"(?<!\b[A-Z]\.)(?<=[.!?])\s+(?=[A-Z])|\n"
)
_EVENT_EN = r"(?:signed|signs?|inked|inks?)"
_KEY_EN = re.compile(
    rf"(?P<by>\b(?:co-)?signed\s+(?:[^.,;]{{1,40}}?\s)?by\b|\bsignator(?:y|ies)(?:\s+(?:were|are|was|is))?\s*:?)"
    r"|(?P<witnessed_by>\bwitness(?:ed)?\s+by\b|\bin the presence of\b|\bunder the witness of\b|\bwitnesses(?:\s+(?:were|are|included?|including))?\s*:?|\bWitnessed:)"
    rf"|(?P<sign>\b{_EVENT_EN}\s+(?:the|a|an|this|on)\b|\bto sign\s+(?:the|a|an)\b)"
    r"|(?P<as_witness>\b(?:as|were the|are the) witness(?:es)?\b)"
    r"|(?P<witness>\b(?:witnessed|witnessing|bore witness to)\b(?!\s+by)|\bwitness(?:es)?\s+(?:the|this|its)\b)",
    re.IGNORECASE,
)
_NEITHER_EN = re.compile(
    r"\b(?:said|says|officiat\w+|presided|hosted|welcom\w+|spoke|delivered|announced|thanked|added|hoped|told|opened)\b"
)
_PAST_EN = re.compile(
    r"\b(?:last (?:year|month|week)|earlier|previously|in (?:19|20)\d\d|years? ago|had signed)\b",
    re.I,
)


def _en(people: People, text: str):
    signed: list[Mention] = []
    witnessed: list[Mention] = []
    for sentence in _SENTENCES_EN.split(text):
        if not sentence or not _KEY_EN.search(sentence):
            continue
        sentence = re.split(r"[“\"]", sentence)[0]
        if _PAST_EN.search(sentence):
            continue
        keys = list(_KEY_EN.finditer(sentence))
        mentions = named_en(people, sentence)
        for index, mention in enumerate(mentions):
            into = _role_en(sentence, mention, mentions, index, keys, signed, witnessed)
            if into is not None:
                into.append(mention)
    return signed, witnessed


def _role_en(sentence, mention, mentions, index, keys, signed, witnessed):
    before = [key for key in keys if key.end() <= mention.start]
    after = [key for key in keys if key.start() >= mention.end and _is_verb(key)]
    subject = after[0] if after else None
    if subject and _NEITHER_EN.search(sentence[mention.end : subject.start()]):
        subject = None
    if before:
        key = before[-1]
        if key["by"]:
            # “… was signed by A and B. C witnessed the signing” is another sentence; “; C witnessed …” is not.
            between = sentence[key.end() : mention.start]
            if subject and (";" in between or re.search(r",?\s+(?:while|with)\s", between)):
                return signed if subject["sign"] else witnessed
            return None if _left(between) else signed
        if key["witnessed_by"]:
            if subject and _in_second_list(sentence, mention, mentions, index, key):
                return signed if subject["sign"] else witnessed
            return None if _left(sentence[key.end() : mention.start]) else witnessed
    if subject:
        return signed if subject["sign"] else witnessed
    return None


def _is_verb(key) -> bool:
    """Whether those who signed or witnessed stand before it."""
    return bool(key["sign"] or key["witness"] or key["as_witness"])


def _left(between: str) -> bool:
    """Whether a list of names has ended: another verb stands before the next name."""
    return bool(re.search(r"\b(?:at a|where|after which|followed by|who|during)\b", between))


def _in_second_list(sentence, mention, mentions, index, key) -> bool:
    """“In the presence of A and B, C and D signed”: the first “and” closes the list of the witnesses.

    A single “and” belongs to those who signed, for one party alone signs nothing.
    """
    first = next(n for n, m in enumerate(mentions) if m.start >= key.end())
    joined = [
        number
        for number in range(first + 1, len(mentions))
        if re.search(
            r"\band\b\s+(?:the\s+[A-Z][^,]*,\s*)?(?:\w+\.?\s+){0,3}$|\btogether with\b",
            sentence[mentions[number - 1].end : mentions[number].start],
        )
    ]
    last = joined[0] + 1 if len(joined) > 1 else first + 1
    return index >= last


_PLAIN_EN = re.compile(rf"(?<![\w’'&-])(?P<name>{NAME_EN})(?=\s*(?:[(,;.]|$)|\s+and\s)")
_ORGANISATION_EN = frozenset(
    listed(
        """university college school institute institution academy hospital bank bureau department ministry office authority commission council committee board association society federation foundation trust fund company corporation inc limited ltd plc llc group holdings partners ventures capital centre center laboratory labs park museum library exchange agency organisation organization union club network alliance consulting technologies technology pharmaceuticals pharma therapeutics railway airways airlines media government administration chamber hotel industries international systems solutions energy charity road street bay island hong kong tower plaza memorandum understanding agreement ceremony forum summit conference"""
    )
)


def named_en(people: People, text: str) -> list[Mention]:
    """Mentions, and names without an honorific of those who stand there as a person does: with a job title,
    or in a place in the picture. What an organisation is called is nobody's name.
    """
    found = people.mentions(text, "en")
    taken = [(m.start, m.end) for m in found] + people.spans_of_bodies(text)
    for match in _PLAIN_EN.finditer(text):
        start, end = match.span("name")
        if any(a < end and start < b for a, b in taken):
            continue
        words = [word.strip(".").lower() for word in match["name"].split()]
        if any(w in _ORGANISATION_EN or w in HEADS_EN or w in NO_NAMES_EN for w in words):
            continue
        placed = _PLACE.match(text, end)
        # “Ms Bo Chan, Tide House (left)”: the place is hers.
        if placed and re.search(r"(?<!\)),\s+$", text[:start]):
            continue
        if (placed or _HAS_TITLE.match(text, end)) and _begins(text[:start]):
            found.append(Mention(start, end, match["name"], "", people.of(match["name"])))
    return sorted(found, key=lambda m: m.start)


# “Acme, a member of …”, “Acme, the lead partner …”: what an organisation can be as well.
_OF_ANY = {"partner", "member", "lead", "leader", "owner", "specialist", "adviser", "advisor"} | {
    "consultant", "designer", "architect", "trustee", "executive", "representative", "author",
    "chair", "host",
}  # fmt: skip
_HAS_TITLE = re.compile(
    r"(?:\s+\((?:[A-Z]{2,6}|[^()]*(?:left|right|cent(?:re|er)|middle|row)[^()]*)\))?,\s+"
    r"(?:(?!(?:and|which|who|with|is|was|has|by|represented|representing|whose)\s)[\w’'\-]+\s+){0,4}?"
    rf"(?i:{any_of(HEADS_EN - _OF_ANY)})\b"
)
_PLACE = re.compile(
    r"\s*\((?:[^()]*[\s,])?(?:left|right|cent(?:re|er)|middle|row|front|back)\b[^()]*\)", re.I
)
_OPENS = re.compile(
    r"(?:^|[:;.]\s|,\s+|\b(?:and|with|by|between|were|included?|including|from left)\s+)$"
)


def _begins(before: str) -> bool:
    """Whether a name may begin here that is no part of the words before it (chef of Tide House)."""
    if not _OPENS.search(before):
        return False
    # “Ms Bo Chan, Managing Director, Tide House (left)”: the organisation of a title.
    clause = re.split(r"[;:.()]|,\s+and\s|\bwith\s", before.rstrip(" ,"))[-1]
    return not any(word in HEADS_EN for word in re.findall(r"[a-z\-]+", clause.lower()))
