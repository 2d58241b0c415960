"""Job titles of one person wherever they stand, and those that contradict the others."""

import re
from typing import NamedTuple

from ..reading import Passage
from . import titles
from .words import HAN, listed

_PROSE = {"headline", "sub_headline", "key_point", "text", "quote", "caption"}
_APPOINTED_ZH = re.compile(
    r"委任|出任|接任|接替|履新|卸任|升任|晉升|轉任|調任|離任|上任|當選|獲選|退任|聘任|繼任|就任|新任|退休|升遷|任內"
)
_FORMER_ZH = re.compile(r"前任|候任|時任|前(?:副?主席|會長|總裁|行政總裁|校長|局長|署長|總監)")
_APPOINTED_EN = re.compile(
    r"\b(?:appoint\w*|succeeds|succeeded|step(?:s|ped|ping)? down|promot(?:ed|ion) (?:to|as)|assum(?:e|es|ed) (?:office|the)|"
    r"takes? (?:over|up|office|the helm)|took (?:over|up|office)|(?:re-?)?elected|retir\w+|"
    r"becomes? (?:the )?[A-Z]|became (?:the )?[A-Z]|stays on as|joins? .{0,40}\bas\b|joined .{0,40}\bas\b)"
)
_FORMER_EN = re.compile(r"\b(?:outgoing|incoming|former|formerly|then|designate|ex)\b")
# What somebody is on one occasion or by calling, beside the post.
_CALLING_ZH = re.compile(
    r"(?:代表|嘉賓|發言人|发言人|成員|評判|作者|學者|專家|負責人|负责人|召集人|隊長|領隊|團長|委員|委员|顧問|顾问|議員|议员|研究員|研究员|"
    r"工程師|醫生|律師|老師|教師|社工|議員|設計師|建築師|會計師)$"
)
_CALLING_EN = frozenset(
    listed(
        """judge author co-author spokesperson spokesman spokeswoman representative member fellow scientist engineer researcher doctor surgeon physician lawyer leader lead investigator convenor convener captain host consultant specialist councillor legislator"""
    )
)


class Title(NamedTuple):
    words: str
    organisation: str
    passage: Passage
    usual: "Title | None" = None


def deviating(reading, people, known, person, language) -> list[Title]:
    """The titles of a person that contradict the one that stands most often, each once."""
    if not person.names.get(language):
        return []
    if _changes_post(reading, people, person):
        return []
    found = [
        *_in_prose(reading, people, known, person, language),
        *_in_fields(reading, people, person, language),
    ]
    if len({title.words for title in found}) < 2:
        return []
    usual = max(found, key=lambda title: _weight(title, found, language))
    reported: list[Title] = []
    for title in found:
        other_post = (
            title.organisation
            and usual.organisation
            and not known.same(title.organisation, usual.organisation, language)
        )
        if other_post or not titles.differ(title.words, usual.words, language):
            continue
        if _is_unit_post(title, usual, language):
            continue
        if not any(not titles.differ(title.words, each.words, language) for each in reported):
            reported.append(title._replace(usual=usual))
    return reported


# A professor also heads an institute, a director chairs a committee.
_UNIT = re.compile(
    r"研究所|研究院|中心|委員會|委员会|小組|實驗室|實驗所|教授|講師|"
    r"\b(?:Institute|Cent(?:re|er)|Committee|Laboratory|Lab|Board|Council|Professor|Lecturer|Programme)\b"
)
_OCCASION = re.compile(
    r"評審團|評判團|評委會|評審委員會|籌委會|籌備委員會|\b(?:panel|jury|judg\w+|organi[sz]ing committee)\b",
    re.IGNORECASE,
)
_POSTS = re.compile(r"[兼及、]|,\s|\sand\s")
# A dean may head a department as well, and is hardly the president.
_PART = re.compile(
    r"學院|学院|學系|学系|書院|系主任|\b(?:Faculty|School|Department|College|Dean|Division)\b"
)


def _is_unit_post(title, usual, language) -> bool:
    """Whether one title may be that of a second post, in a unit of the same organisation."""
    words = (title.words, usual.words)
    if any(_OCCASION.search(f"{each.organisation} {each.words}") for each in (title, usual)):
        return True
    is_unit = any(all(map(_UNIT.search, posts)) for posts in (_POSTS.split(each) for each in words))
    if not (is_unit or all(map(_PART.search, words))):
        return False
    if language.startswith("zh"):
        return title.words[-2:] != usual.words[-2:]
    heads = [
        set(re.findall(r"[a-z\-]+", each.words.lower())) & titles.HEADS_EN
        for each in (title, usual)
    ]
    return not heads[0] & heads[1]


def _weight(title, found, language):
    """How many say the same: in prose, then in fields; of two, the one that stands first."""
    same = [other for other in found if not titles.differ(title.words, other.words, language)]
    in_prose = sum(other.passage.kind in _PROSE for other in same)
    return in_prose, len(same), -found.index(title)


def _changes_post(reading, people, person):
    for passage in reading.passages:
        if passage.kind not in _PROSE:
            continue
        chinese = passage.language.startswith("zh")
        for sentence in re.split(
            r"(?<=[。！？\n])|(?<=[a-z]{2}[.!?])\s|(?<=[\d%)][.!?])\s", passage.text
        ):
            mentions = people.mentions(sentence, passage.language)
            for index, mention in enumerate(mentions):
                if mention.person is not person:
                    continue
                if (_APPOINTED_ZH if chinese else _APPOINTED_EN).search(sentence):
                    return True
                before = sentence[mentions[index - 1].end if index else 0 : mention.start]
                after = re.split(r"\band\b|[;.]", sentence[mention.end : mention.end + 90])[0]
                if _FORMER_ZH.search(before) if chinese else _FORMER_EN.search(f"{before} {after}"):
                    return True
    return False


def _in_fields(reading, people, person, language):
    for mention in reading.people:
        names = mention.person.name
        name = names.get(language) or next(iter(names.values()))
        title = mention.person.job_title.get(language)
        if title and people.of(name) is person:
            passage = reading.passage(mention.part, "job_title", language)
            if passage:
                yield Title(title, mention.person.organisation.get(language, ""), passage)


def _in_prose(reading, people, known, person, language):
    own = sorted(person.job_titles.get(language, ()), key=len, reverse=True)
    names = known.names(language)
    read = _read_zh if language.startswith("zh") else _read_en
    for passage in reading.passages:
        if passage.language != language or passage.kind not in _PROSE:
            continue
        mentions = people.mentions(passage.text, language)
        for index, mention in enumerate(mentions):
            if mention.person is not person or mention.is_short:
                continue
            last = mentions[index - 1].end if index else 0
            following = (
                mentions[index + 1].start if index + 1 < len(mentions) else len(passage.text)
            )
            words, organisation = read(passage.text, mention, last, following, own, names)
            if words:
                yield Title(words, organisation, passage)


def _read_zh(text, mention, last, following, own, organisations):
    """The title before a name and the organisation before it, both empty where there is no title."""
    run = titles.run_before_zh(text, mention.start)
    run = run[-(mention.start - last) :] if last < mention.start else ""
    for title in own:
        if run.endswith(title):
            before = run[: -len(title)]
            rank = re.search(r"(?:副|署理|助理|候任|名譽|評審團|評判團|委員會)$", before)
            return (rank.group() if rank else "") + title, _last_of(organisations, before)
    title = titles.title_before_zh(run, organisations) or _alone_zh(run)
    if _CALLING_ZH.search(title) and not re.match("首席|總|高級|副|研究員$", title):
        return "", ""
    return title, _last_of(organisations, run[: len(run) - len(title)])


def _last_of(organisations, text):
    """The organisation that stands last in a text, or nothing."""
    return (
        max(organisations, key=lambda name: (text.rfind(name), len(name)), default="")
        if any(name in text for name in organisations)
        else ""
    )


def _alone_zh(run):
    """A run that holds nothing but a title: 「、主席」."""
    tail = re.split(r"[、及和與由暨]|邀請|包括|見證人?為?", run)[-1].strip()
    tail = re.sub(r"^(?:集團|本會|本院|本校)", "", tail)
    posts = tail.split("兼")
    return tail if all(map(_is_title_zh, posts)) else ""


def _is_title_zh(post):
    head = re.search(rf"(?:{titles.TITLE_ZH.pattern})$", post)
    if not head or not re.fullmatch(rf"[{HAN}]{{2,8}}", post):
        return False
    return bool(re.fullmatch(_QUALIFIED_ZH, post[: head.start()]))


_QUALIFIED_ZH = rf"(?:副|助理|署理|高級|首席|執行|非執行|獨立|名譽|榮譽|聯席|聯合|共同|常務|行政|營運|財務|技術|科技|市場|業務|董事|總|創會|醫務|護理|人力資源|公共事務|企業傳訊|公司|研究|項目|[{HAN}]{{1,5}}(?:科|事務))*"


def _read_en(text, mention, last, following, own, organisations):
    """The title beside a name and the organisation with it, both empty where there is no title."""
    before = re.split(r"[.!?;“”\"]\s", text[max(last, mention.start - 120) : mention.start])[-1]
    after = text[mention.end : min(following, mention.end + 140)]
    after = re.split(r"(?<=[a-z]{3})[.!?](?:\s|$)|[;:“”\"]", after)[0]
    for beside in (after, before):
        for title in own:
            found = re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])", beside, re.IGNORECASE)
            if found:
                rank = _RANK_EN.search(beside[: found.start()])
                words = beside[rank.start() if rank else found.start() : found.end()]
                return words, next((n for n in organisations if n in beside), "")
    title = titles.title_after_en(text[:following], mention.end, organisations)
    beside = after if title else before
    title = title or titles.title_before_en(text[last:], mention.start - last, organisations)
    if not title:
        title = titles.alone_after_en(text[:following], mention.end)
        title = title or titles.alone_before_en(text[last:], mention.start - last)
    words = set(re.findall(r"[a-z\-]+", title.lower()))
    if words & _CALLING_EN and not re.search(r"\bresearch fellow\b", title, re.IGNORECASE):
        return "", ""
    return title, next((n for n in organisations if n in beside), "")


_RANK_EN = re.compile(r"\b(?:vice|deputy|assistant|acting|associate|honorary)[\s-]$", re.IGNORECASE)
