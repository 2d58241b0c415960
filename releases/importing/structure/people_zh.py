"""Chinese: organisation + job title + name + honorific in one run, without a space.

``全球執行副總裁、國際業務及中國總裁王磊先生``: the mark 、 and the word 及 stand inside roles too, so
a run ends at the name and its honorific, never at these. Government copy drops honorifics.
"""

import re

from ..shapes import HAN
from . import words

# 博士生 is a title, 律師會 an organisation: neither ends in an honorific.
HONORIFIC = (
    r"(?!博士[生後后]|律師[會行事]|律师[会行事]|工程師學|工程师学|[醫醫]生[會協]|測量師[學行])"
    rf"(?:{words.any_of(words.HONORIFICS_ZH)})"
)
TITLE = words.any_of(words.TITLES_ZH)
MODIFIER = words.any_of(words.MODIFIERS_ZH)
SPEAKING = words.any_of(words.SPEAKING_ZH)
STRONG = words.any_of(words.STRONG_ORGANISATIONS_ZH)
WEAK = words.any_of([w for w in words.WEAK_ORGANISATIONS_ZH])

NAMED = re.compile(rf"(?<![{HAN}])\s*(?:{HONORIFIC})|(?:{HONORIFIC})")
LATIN_HONORIFIC = re.compile(rf"(?:{words.any_of(words.HONORIFICS_EN)})\s+(?=[A-Z])")
LATIN_BEFORE = re.compile(words.LATIN_NAME + r"\s*$")
TITLE_END = re.compile(rf"(?:{TITLE})(?:[（(][^（）()]{{1,20}}[）)])?\s*$")
FOLLOWER = (
    rf"(?=$|[\s，。；：、！？,;:（(）)「『“”」』\"]|(?:{SPEAKING})|今[日天年晨早]|昨[日天]|[到均皆曾已共在於于亦也就對对與与和及以並并為为是等同率向將将則则今於由從从]"
    r"|太平紳士|出席|擔任|担任|續|繼續|见证|見證|簽署|签署|主持|致|代表|率領|到訪|獲|再)"
)
# No name of any origin begins with these: they go on with a sentence.
NO_FIRST = "今昨其隨随同最進进亦也並并又則则再特接繼继續续後后在於于就對对向還还更強强總总補补曾都均已仍先首早當当會会回致受談谈面針针引該该此我他她們们與与及和等則说說表指稱称這这那本兩两一二三不未"
LATIN_WORD = rf"(?:(?![{HAN}])[\w'’.\-])"
LATIN_NAME = rf"[A-Z]{LATIN_WORD}+(?:\s[A-Z]{LATIN_WORD}*){{1,3}}"
WITHOUT_HONORIFIC = re.compile(
    rf"(?P<title>{TITLE})(?:[（(][^（）()]{{1,20}}[）)])?\s?(?P<name>(?:{words.any_of(words.DOUBLE_SURNAMES)})[{HAN}]{{1,2}}{FOLLOWER}|[{words.SURNAMES}][{HAN}]{{2}}{FOLLOWER}"
    # Whatever the surname, where nothing but a verb and the words said follow.
    rf"|(?![{NO_FIRST}])[{HAN}]{{2,3}}(?=(?:{SPEAKING})[：:])"
    rf"|[{words.SURNAMES}][{HAN}]{FOLLOWER}|[{words.SURNAMES}]{{2}}[{HAN}]{{2}}{FOLLOWER}|[{HAN}]{{1,6}}[·‧・•][{HAN}·‧・•]{{1,9}}{FOLLOWER}"
    rf"|(?:(?<=[{HAN}]\s)|(?<=[{HAN}])){LATIN_NAME})"
)
# Natalie Brandt說：
LATIN_SPEAKER = re.compile(rf"(?:^|(?<=[。！？，；\n])){LATIN_NAME}(?=\s?(?:{SPEAKING})[：:])")
# 顧問醫生, 講座教授: no honorific behind a name.
LONG_TITLE = re.compile(
    rf"(?:{words.any_of([t for t in words.TITLES_ZH if t.endswith(tuple(words.HONORIFICS_ZH)) and t not in words.HONORIFICS_ZH])})$"
)
# What a job title begins with where no organisation is printed (企業傳訊經理).
FIELD_OF_WORK = re.compile(
    r"(?:[部處科組]|傳訊|传讯|事務|事务|關係|关系|研究|研發|研发|開發|开发|推廣|推广|市場|市场|策略|業務|业务"
    r"|財務|财务|人力資源|工程|技術|技术|產品|产品|項目|项目|管理|發展|发展|服務|服务|臨床|临床|醫學|法律|傳播"
    r"|公關|資訊|科技|數碼|投資|营运|營運|設計|媒體|新聞|公共|政策|規劃|规划|數據|数据|教育|文化|環境|环境|能源|安全"
    r"|責任|责任|保育|環保|环保|客務|車務|護理|护理|營養|物業|租務|會務|福利|康復|康复|出版|製作|制作|品質|質量|质量|培訓|培训|採購|采购|供應鏈|供应链|物流|銷售|销售|客戶|客户|品牌|創意|内容|內容|藝術|艺术|節目|学术|學術"
    r"|財富|零售|商務|商务|企業|企业|合規|合规|風險|风险|審計|审计|法規|倫理|可持續|数字|數字|智能|學生|学生|青年|家庭|社區|社区)$"
)
# Those of them that are no word of an organisation, too.
FIELD = FIELD_OF_WORK.pattern.removesuffix("$").replace("[部處科組]|", "")
# Those that no organisation is called by at its end.
SURE_FIELD = (
    r"(?:企業|企业|責任|责任|業務|业务|市場|市场|財務|财务|人力資源|工程|產品|产品|項目|项目|客戶|客户|商務|商务|合規|合规|風險|风险"
    r"|審計|审计|銷售|销售|採購|采购|公共|政策|傳訊|传讯|事務|事务|關係|关系|推廣|推广|零售|可持續|保育|環保|环保|客務|車務|護理|护理|物業|租務|會務|製作|制作)"
)
# And the years of a school (中六學生).
NO_EMPLOYER = re.compile(rf"{FIELD_OF_WORK.pattern}|^[小中大高初][一二三四五六]級?$")
BOUNDARY = re.compile(r"[，。；：︰﹕！？,;:!?「『」』“”（）()\"\n—─―《》【】]")
OPENERS = re.compile(
    r"^(?:並|并|由|分別由|在|於|聯同|联同|連同|与|與|和|及|以及|而|據|根据|根據|當中|其中|邀請到?|特?邀得|特邀|獲得?|得到|感謝|感谢|今日|昨日|出席(?:的)?(?:嘉賓)?(?:者)?|"
    r"包括(?:了|有)?|(?:見證|见证)(?:人|嘉賓|儀式)*|主禮嘉賓|嘉賓|另外|此外|同時|同时|至於|作為|分別(?:是|為)|分别|代表|委任|宣布|宣佈|歡迎|受惠|受助|得獎|得奖|獲獎|获奖|參賽|参赛|受訪|受访|參與|論文的?|论文的?|文章的?|畢業|毕业|退休|則|将|將|為|是|由於|的(?!士)|、|簽署方|"
    r"左起|右起|後排|前排|圖為|图为|圖中|合照|雙方|甲方|乙方|隨後|其後|會上|席間|典禮上|儀式上|活動上|期間)+\s*"
)


ADDRESS = re.compile(
    r"(?:行政總裁|行政总裁|總裁|总裁|董事長|董事长|總經理|总经理|主席|會長|会长|局長|局长|署長|署长|司長|司长|處長|处长"
    r"|校長|校长|院長|院长|部長|部长|市長|市长)"
)
NAME_BEFORE_TITLE = re.compile(
    rf"(?:^|(?<=[，。；：、與与和及由暨]))(?P<name>(?:{words.any_of(words.DOUBLE_SURNAMES)})[{HAN}]{{1,2}}|[{words.SURNAMES}][{HAN}]{{2}})"
    rf"(?={ADDRESS.pattern}{FOLLOWER})"
)
NO_NAME_END = r"[局署處处部廳會会院校司省市縣县區区科系所團团行社組组副總总任代的之]$"
# 陳大文先生（海岸港務集團主席）表示
ROLE_AFTER = re.compile(
    rf"[（(](?P<role>[^（）()，。]{{2,40}}?(?:{TITLE})(?:[（(][^（）()]{{1,12}}[）)])?)[）)]"
)


def find(text: str, known: dict[str, str]) -> list[tuple[int, int, dict[str, str]]]:
    """Return (start, end, fields) of each person named in a text."""
    names = sorted([*_with_honorific(text), *_without_honorific(text), *_before_title(text)])
    found: list[tuple[int, int, dict[str, str]]] = []
    last = 0
    for start, end, name, honorific in names:
        if start < last:
            continue
        role_start = _role_start(text, last, start)
        organisation, title = split_role(text[role_start:start].strip(), known)
        used = len((text[role_start:start]).rstrip()) - len(text[role_start:start].strip())
        role = organisation + title
        begin = text.rfind(role, role_start, start) if role else start
        begin = begin if begin >= 0 else role_start + max(used, 0)
        if title and not organisation:
            organisation = _in_brackets(text, begin, title)
        if not (organisation or title) and (after := ROLE_AFTER.match(text, end)):
            organisation, title = split_role(after.group("role"), known)
            end = after.end()
        if not (organisation or title) and (addressed := ADDRESS.match(text, end)):
            title, end = addressed.group(), addressed.end()
        if latin := LATIN_HONORIFIC.match(name):
            name, honorific = name[latin.end() :], honorific or latin.group().strip()
        fields = {
            "name": name,
            "honorific": honorific,
            "job_title": title,
            "organisation": organisation,
        }
        found.append((begin, end, fields))
        last = end
    return found


def _in_brackets(text: str, begin: int, title: str) -> str:
    """「樂齡之友」總幹事: the name in quotation marks before a title is its organisation."""
    quoted = re.search(
        r"[「《“『]([^「」《》“”『』，。]{2,12})[」》”』]$", text[:begin].rstrip()[-16:]
    )
    whole = re.fullmatch(rf"(?:{MODIFIER}|{TITLE})+", title)
    return quoted.group(1) if quoted and whole else ""


def _with_honorific(text: str):
    for match in re.finditer(HONORIFIC, text):
        if LONG_TITLE.search(text[: match.end()][-8:]):
            continue
        before = text[: match.start()]
        stripped = before.rstrip(" \u3000")
        latin = LATIN_BEFORE.search(stripped)
        if latin and len(latin.group()) > 1:
            yield latin.start(), match.end(), latin.group().strip(), match.group()
            continue
        size = _name_size(stripped)
        if size and not _in_title(text, match):
            start = len(stripped) - size
            yield start, match.end(), stripped[start:], match.group()


def _in_title(text: str, match: re.Match) -> bool:
    """教授, 議員, 工程師 … before a name are job titles (立法會議員陳大文, 講座教授)."""
    if match.group() in ("先生", "女士", "小姐", "太太", "夫人"):
        return False
    after = re.match(rf"(?:{words.HAN_NAME})(?:{HONORIFIC}|{FOLLOWER})", text[match.end() :])
    rest = text[match.end() : match.end() + 6]
    return bool(after) and not re.match(rf"{SPEAKING}|[、，。及與和並（(]", rest)


def _name_size(before: str) -> int:
    """How many characters at the end of a text are a name."""
    foreign = re.search(rf"[{HAN}]{{1,6}}[·‧・•][{HAN}]{{1,6}}$", before)
    if foreign:
        title = TITLE_END_INSIDE.match(foreign.group())
        return len(foreign.group()) - (len(title.group()) if title else 0)
    for size in (4, 3):
        if before[-size:][:2] in words.DOUBLE_SURNAMES and len(before) >= size:
            return size
    sizes = [n for n in (3, 2, 4) if len(before) >= n and re.fullmatch(words.HAN_NAME, before[-n:])]
    for size in sizes:
        if TITLE_END.search(before[:-size]):
            return size
    # Whatever the surname, where a title stands before it and an honorific behind.
    for size in (3, 2, 4):
        rest, name = before[:-size], before[-size:]
        is_title = re.search(rf"(?:{TITLE})", name) or name in words.DOUBLE_SURNAMES
        may_be = re.fullmatch(f"(?![{NO_FIRST}])[{HAN}]+", name) and not is_title
        if may_be and TITLE_END.search(rest):
            return size
    if 4 in sizes and (len(before) == 4 or before[-5] in "與和及、由，。聯暨 "):
        return 4
    if sizes:
        return sizes[0]
    last = before[-2:]
    if last in words.DOUBLE_SURNAMES:
        return 2
    if (
        before
        and before[-1] in words.SURNAMES
        and (
            len(before) == 1
            or not re.match(f"[{HAN}]", before[-2])
            or OPENERS.search(before[-2])
            or TITLE_END.search(before[:-1])
        )
    ):
        return 1
    return 0


TITLE_END_INSIDE = re.compile(rf".*(?:{TITLE})")


def _without_honorific(text: str):
    for match in WITHOUT_HONORIFIC.finditer(text):
        name = match.group("name")
        if name[:2] in words.NO_NAMES_ZH or name in words.NO_NAMES_ZH:
            continue
        if text[: match.end("title")].endswith("上官"):  # a surname, and no title
            continue
        if re.match(rf"\s?(?:{HONORIFIC})", text[match.end() :]):
            continue
        honorific_inside = re.search(rf"(?:{HONORIFIC})", name)
        if honorific_inside:
            continue
        yield match.start("name"), match.end("name"), name, ""
    for match in LATIN_SPEAKER.finditer(text):
        yield match.start(), match.end(), match.group(), ""


def _before_title(text: str):
    """司徒永富局長: a name at the beginning of a clause, the title behind it."""
    for match in NAME_BEFORE_TITLE.finditer(text):
        name = match.group("name")
        if name[:2] not in words.NO_NAMES_ZH and not re.search(NO_NAME_END, name):
            yield match.start(), match.end(), name, ""


def _role_start(text: str, last: int, start: int) -> int:
    """Where the run of organisation and job title before a name begins."""
    begin = last
    # 「副校長（研究）」: brackets behind a title are part of it.
    qualified = re.search(rf"(?:{TITLE})([（(][^（）()]{{1,20}}[）)])\s*$", text[last:start])
    start = last + qualified.start(1) if qualified else start
    for match in BOUNDARY.finditer(text, last, start):
        begin = match.end()
    # 「甲公司主席、乙會會長陳大文先生」: the mark stands inside the role where a title ends before it.
    pieces = text[begin:start].split("、")
    keep = len(pieces) - 1
    while keep > 0 and TITLE_END.search(pieces[keep - 1]) and not _has_name(pieces[keep - 1]):
        keep -= 1
    begin += sum(len(piece) + 1 for piece in pieces[:keep])
    run = text[begin:start].lstrip()
    # 和 and 及 join nothing where a sentence begins: they begin a name.
    first = not text[:begin].strip() or text[:begin].rstrip()[-1] in "。！？"
    opener = None if first and run[:1] in tuple("和及") else OPENERS.match(run)
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    return begin + (opener.end() if opener else 0)


def _has_name(piece: str) -> bool:
    return any(True for _hit in WITHOUT_HONORIFIC.finditer(piece)) or bool(
        re.search(rf"(?:{words.HAN_NAME})(?:{HONORIFIC})$", piece)
    )


OWN = re.compile(rf"(?:本|該|该)?(?:公司|集團|集团)(?=(?:{MODIFIER})*(?:{TITLE}))(?!秘)")
# The unit of a university belongs to the organisation where a title follows at once; the head of
# a unit has it in the title (工程學院院長).
FACULTY = (
    r"(?:學院|学院|學系|学系|系|研究所|研究中心|研究院|書院|书院)"
    rf"(?!院[長长]|所[長长]|主任)(?=(?:{MODIFIER})*(?:{TITLE})$)"
)


# 負責規劃大樓的首席科技總監: what somebody is in charge of is no part of the title.
CHARGE = re.compile(rf"^(?:負責|负责|主管|領導|领导|統籌|统筹)[{HAN}]{{1,16}}的(?=.*(?:{TITLE}))")


def split_role(run: str, known: dict[str, str]) -> tuple[str, str]:
    """Split 香港科技園公司主席 into the organisation and the job title."""
    run = CHARGE.sub("", re.sub(r"^(?:的(?!士)|[之 ，、])+|[的之 ，、]+$", "", run))
    if not run:
        return "", ""
    titled = bool(TITLE_END.search(run))
    if titled and (own := OWN.match(run)):
        return known.get("本公司", ""), run[own.end() :]
    name, place = _known_in(run, known)
    if name:
        title = run[place + len(name) :].strip("的之 ")
        extended = re.match(
            rf"(?:[（(][^（）()]{{1,20}}[）)])?(?:[{HAN}]{{0,8}}?(?:{STRONG})+(?![業业服][務务]))?(?:[{HAN}]{{1,10}}?{FACULTY})?(?=.*(?:{TITLE}))",
            title,
        )
        if extended and extended.group():
            name, title = name + extended.group(), title[extended.end() :].strip()
        if not title or titled:
            return name, title
    whole = re.search(rf"(?:{words.any_of(words.WHOLE_TITLES_ZH)})$", run)
    if whole:
        return run[: whole.start()].removesuffix("政府") and run[: whole.start()], whole.group()
    if not titled:
        found = re.search(rf"[{HAN}A-Za-z\s]*(?:{STRONG}|{WEAK})$", run)
        return (_behind_clause(run), "") if found and len(run) <= 30 else ("", "")
    return _by_suffix(_without_clause(run))


def _known_in(run: str, known: dict[str, str]) -> tuple[str, int]:
    best = ("", -1)
    for name in known:
        place = run.rfind(name)
        # A known name inside a longer one is not that organisation (阿斯利康 in 阿斯利康基金會).
        if place >= 0 and len(name) > len(best[0]):
            best = (name, place)
    return best


def _without_clause(run: str) -> str:
    """Drop a verb phrase before the role (… 與某大學校長)."""
    by = re.match(rf".*(?<![自理事緣])由(?=[{HAN}]{{2}})", run)
    run = run[by.end() :] if by else run
    cut = re.search(
        rf".*(?:(?<=[式禮会會日天])在|邀請|聯同|連同|感謝|获|獲|經由|見證|出席|委任|代表|訪問|拜訪|包括)(?=[{HAN}A-Z])",
        run,
    )
    return run[cut.end() :] if cut else run


def _behind_clause(run: str) -> str:
    """參加計劃的中六學生: what somebody does or where they live is no organisation."""
    return re.sub(r"^.*(?<!目)的(?!士)(?=.)", "", run)


def _by_suffix(run: str) -> tuple[str, str]:
    run = _behind_clause(run)
    strong = re.match(
        rf".+?(?:(?:{STRONG})+(?!秘[書书])(?:[（(][^）)]{{1,12}}[）)](?:有限公司)?)?)(?:[{HAN}]{{1,10}}?{FACULTY})?",
        run,
    )
    # 首席財務官兼公司秘書: what joins two titles is no organisation.
    if strong and re.search(rf"(?:{TITLE})[兼及、]", strong.group()):
        return "", run
    if strong and strong.end() < len(run) and not strong.group().endswith("政府"):
        return strong.group(), run[strong.end() :].strip("的 ")
    # 研究站站長: the head of what the run names before is called after its last character.
    doubled = re.match(
        rf"(?P<name>[{HAN}]{{2,24}}(?P<kind>[站館馆局署處处院所會会社校園园隊队廠厂團团]))(?P<title>(?P=kind)[長长].*)$",
        run,
    )
    if doubled:
        return doubled["name"], doubled["title"]
    heads = rf"(?:(?:{MODIFIER}|{SURE_FIELD})*(?:{TITLE}))"
    for match in re.finditer(rf"(?:{WEAK})(?={heads})", run):
        if match.end() >= 3 or run[: match.end()].isascii():
            return run[: match.end()], run[match.end() :].strip()
    modified = re.search(rf"(?:{MODIFIER}|{TITLE}|及|、|兼)*(?:{TITLE})(?:[及兼、].*)?$", run)
    if modified and modified.start() >= 2 and not NO_EMPLOYER.search(run[: modified.start()]):
        return run[: modified.start()].strip(), run[modified.start() :].strip()
    latin = re.match(r"([A-Z][A-Za-z0-9&.\-]*(?:\s[A-Z][A-Za-z0-9&.\-]*)*)\s*", run)
    if latin and latin.end() < len(run):
        return latin.group(1), run[latin.end() :]
    return "", run
