"""Job titles in a text: where one stands beside a name, and whether two are those of one post."""

import re

from .words import HAN, any_of, listed

HEADS_ZH = listed(
    """
    行政總裁 行政总裁 總裁 总裁 主席 會長 会长 董事長 董事长 理事長 理事长 秘書長 秘书长 總幹事 总干事 總經理 总经理 經理 经理 總監 总监
    首席執行官 首席执行官 執行官 执行官 營運官 运营官 財務官 财务官 技術官 技术官 科學家 科学家 局長 局长 署長 署长 司長 司长 處長 处长
    廳長 厅长 部長 部长 市長 市长 省長 省长 區長 校長 校长 院長 院长 所長 所长 館長 馆长 行長 行长 社長 社长 園長 园长 系主任 主任 專員 专员 主管 董事
    理事 監事 司庫 秘書 秘书 創辦人 创办人 創始人 创始人 合夥人 合伙人 教授 講師 讲师 研究員 研究员 行政長官 總領事 领事 大使 書記 书记
    工程師 工程师 總編輯 总编辑 編輯 编辑 館員 幹事 干事 議員 议员 委員 委员 顧問 顾问 代表 發言人 发言人 召集人 負責人 负责人 隊長 队长
    教練 律師 醫生 护士長 護士長 廠長 厂长 船長 店主 店東 東主 業主 策展人 導演 主編 分析師 设计师 設計師 建築師 規劃師 經濟師 會計師
    研究助理 行政助理 項目助理 總廚 站長 科長 科长 組長 组长 團長 老師 教師 社工 治療師 藥劑師 總長 總警司 警司 監督
    """
)
TITLE_ZH = re.compile(any_of(HEADS_ZH))
HEADS_EN = frozenset(
    listed(
        """chairman chairwoman chairperson chair chairs co-chair co-chairman vice-chairman vice-chair ceo cfo coo cto cmo cio cso president vice-president vp director director-general officer secretary undersecretary secretary-general manager head founder co-founder principal dean provost chancellor vice-chancellor pro-vice-chancellor minister commissioner controller comptroller governor mayor ambassador consul consul-general treasurer partner lead leader professor lecturer scientist engineer fellow spokesman spokeswoman spokesperson curator superintendent registrar warden rector executive adviser advisor representative editor analyst coordinator co-ordinator supervisor specialist trustee member convenor convener consultant researcher owner captain councillor librarian strategist architect designer author proprietor teacher nurse doctor surgeon physician pharmacist therapist investigator roboticist economist postmaster matron chef judge executive-director economist ecologist biologist geologist historian conservator accountant solicitor barrister statistician technologist assistant"""
    )
)
# Students, parents and the like speak for nobody but themselves.
PRIVATE_ZH = listed(
    """
    學生 大學生 中學生 小學生 同學 家長 居民 街坊 市民 病人 患者 參加者 參與者 受訪者 用戶 乘客 顧客 租客 業主 義工 志願者 村民 漁民 農民
    店主 東主 得獎者 獲獎者 學員 畢業生 校友 母親 父親 媽媽 爸爸 婆婆 公公 伯伯 司機 車長 工友 工人 作家 藝術家 畫家 善長 伉儷 捐贈者 捐款人 運動員 選手 隊員 獨立
    """
)
_PRIVATE_ZH = re.compile(any_of(PRIVATE_ZH))
_PRIVATE_EN = re.compile(
    r"\b(?:students?|undergraduates?|pupil|parents?|mother|father|grandmother|grandfather|daughter|son|wife|husband|"
    r"residents?|patients?|participants?|workers?|volunteers?|tenants?|customers?|users?|passengers?|riders?|drivers?|"
    r"villagers?|fisherm[ae]n|farmers?|artists?|athletes?|winners?|graduates?|alumn\w+|owner|shopkeeper|freelance|independent|"
    r"author|writer|donat\w+|donors?|philanthropists?|benefactors?|couple|aged|who|whose|from)\b|^\d{1,3}$",
    re.I,
)
# Offices that say whom they serve by themselves.
_OFFICE_ZH = re.compile(
    r"(?:司長|司长|局長|局长|署長|署长|部長|部长|市長|市长|省長|省长|區長|行政長官|專員|专员|議員|议员|大使|總領事|警務處處長|常任秘書長)$"
)
_OFFICE_EN = re.compile(
    r"\b(?:Secretary for|Under Secretary|Permanent Secretary|Commissioner|Minister|Mayor|Governor|Ambassador|"
    r"Consul|Councillor|Legislator|Senator|Postmaster General|Chief Secretary|Financial Secretary|"
    r"Member of (?:the )?(?:Legislative|District|Parliament)|District Officer|"
    r"Director of (?:Marine|Health|Education|Lands|Buildings|Planning|Immigration|Fire Services|Highways|"
    r"Agriculture|Environmental Protection|Water Supplies|Drainage|Civil Engineering|Architectural|Leisure|Food|Home Affairs|"
    r"Social Welfare|Electrical|Broadcasting|Information Services|Housing|Accounting|Audit|Government|Public|"
    r"Hong Kong Observatory|Civil Aviation))",
)


def is_private(title: str, language: str) -> bool:
    """Whether a description is that of a private person (a student, a resident), who stands for no organisation."""
    return bool((_PRIVATE_ZH if language.startswith("zh") else _PRIVATE_EN).search(title))


def is_office(title: str, language: str) -> bool:
    """Whether a title is a public office that names no organisation beside itself (Secretary for Health)."""
    return bool((_OFFICE_ZH if language.startswith("zh") else _OFFICE_EN).search(title))


def has_title(text: str, language: str) -> bool:
    """Whether there is a word in a text that job titles are made of."""
    if language.startswith("zh"):
        return bool(TITLE_ZH.search(text))
    return any(
        word in HEADS_EN or word.endswith(("ologist", "ographer", "ician"))
        for word in re.findall(r"[a-z][a-z\-]*", text.lower())
    )


# Two posts or one


_RANK_ZH = re.compile(r"副|署理|助理|候任|前任|前|卸任|代理|名譽|荣誉|榮譽|非|聯席|联席|永遠|創會")
_JOINED_ZH = re.compile(r"兼任?|及|暨|和|與|、|，|以及")
_RANKS_EN = frozenset(
    listed(
        """vice deputy assistant associate acting former outgoing incoming designate elect honorary emeritus non-executive under ex interim past founding senior-vice joint co"""
    )
)
_SHORT_EN = {
    "ceo": "chief executive",
    "coo": "chief operating",
    "cfo": "chief financial",
    "cto": "chief technology",
    "cio": "chief information",
    "cmo": "chief marketing",
    "cso": "chief scientific",
    "vp": "vice president",
    "svp": "senior vice president",
    "evp": "executive vice president",
    "md": "managing director",
}
_JOINED_EN = re.compile(r"\s+and\s+|\s*&\s*|\s+cum\s+|\s*;\s*|\s+as well as\s+|\s*/\s*|,\s*")


def differ(one: str, other: str, language: str) -> bool:
    """Whether two titles of one person contradict each other.

    One that is a shorter form of the other, or one of several posts, does not.
    """
    if language.startswith("zh"):
        return _differ(_posts_zh(one), _posts_zh(other), _same_post_zh)
    return _differ(_posts_en(one), _posts_en(other), _same_post_en)


def _differ(ones, others, same):
    if not ones or not others:
        return False
    left = [a for a in ones if not any(same(a, b) for b in others)]
    right = [b for b in others if not any(same(a, b) for a in ones)]
    return bool(left) and bool(right)


def _posts_zh(title: str) -> list[str]:
    plain = re.sub(r"\s", "", title)
    return [post for post in _JOINED_ZH.split(plain) if TITLE_ZH.search(post)]


def _same_post_zh(one: str, other: str) -> bool:
    one, other = (re.sub(r"[（()）]", "", title) for title in (one, other))
    shorter, longer = sorted((one, other), key=len)
    if sorted(_RANK_ZH.findall(shorter)) != sorted(_RANK_ZH.findall(longer)):
        return False
    return _is_within(shorter, longer) and shorter[-1:] == longer[-1:] or longer.startswith(shorter)


def _is_within(shorter, longer) -> bool:
    """Whether every item of one sequence stands in the other, in order."""
    rest = iter(longer)
    return all(item in rest for item in shorter)


def _posts_en(title: str) -> list[frozenset[str]]:
    posts: list[frozenset[str]] = []
    for post in _JOINED_EN.split(re.sub(r"['’]s\b", "", title)):
        words = " ".join(
            _SHORT_EN.get(word, word) for word in re.findall(r"[a-z][a-z\-]*", post.lower())
        )
        words = re.sub(r"\bchief (\w+) officer\b", r"chief \1", words)
        words = re.sub(r"\bvice-", "vice ", re.sub(r"\bco-", "co ", words))
        words = re.sub(r"\bchair(?:man|woman|person)\b", "chair", words)
        found = frozenset(words.split()) - {"of", "the", "for", "at", "in", "a", "an", "its", "our"}
        if not found:
            continue
        if posts and not any(word in HEADS_EN or word == "chief" for word in found):
            posts[-1] |= (
                found  # “President, Asia Pacific”, “Director of Estates and Sustainability”
            )
        else:
            posts.append(found)
    return [post for post in posts if any(word in HEADS_EN or word == "chief" for word in post)]


def _same_post_en(one: frozenset[str], other: frozenset[str]) -> bool:
    return (one <= other or other <= one) and (one & _RANKS_EN) == (other & _RANKS_EN)


# Beside a name


_BREAK_ZH = re.compile(r"[。；！？;!?：:「」『』“”\"\n，,]")
BRACKETED = r"(?:[（(][^（）()]{1,20}[）)])"


def run_before_zh(text: str, start: int) -> str:
    """The words of a clause before a name: 「由甲公司主席」."""
    begin = max(0, start - 60)
    for match in _BREAK_ZH.finditer(text, begin, start):
        begin = match.end()
    return text[begin:start].rstrip()


def title_before_zh(run: str, organisations: list[str]) -> str:
    """The job title at the end of such a run, without the organisation, or nothing where it cannot be told."""
    run = re.sub(rf"{BRACKETED}$", "", run)
    place = max((run.rfind(name) + len(name) for name in organisations if name in run), default=0)
    tail = run[place:].lstrip("的之 ")
    if not place:
        return ""
    if not re.search(rf"(?:{TITLE_ZH.pattern})$", tail) or len(tail) > 20:
        return ""
    return tail if re.fullmatch(rf"[{HAN}A-Za-z、（）() ]+", tail) else ""


_ROLE_AFTER_EN = re.compile(
    r"\s*(?:\([^()]{1,40}\))?,\s+(?:the\s+)?(?P<role>[^.;:!?“”\"()]{3,120})"
)
_STOP_EN = re.compile(
    r",?\s+(?:said|says|added|adds|commented|stated|noted|remarked|explained|continued|stressed|told|who|which|whose|signed?|"
    r"signs|witness\w*|attended|attends|officiat\w+|will|was|were|is|are|has|had|also|and\s+(?:the\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Prof\w*|Ir|Sir)\b)"
)


def title_after_en(text: str, end: int, organisations: list[str]) -> str:
    """“Chief Executive” in “Jane Chan, Chief Executive of Acme, said”; nothing where it cannot be told."""
    match = _ROLE_AFTER_EN.match(text, end)
    if not match:
        return ""
    role = _STOP_EN.split(match["role"])[0]
    places = [
        found.start()
        for name in organisations
        if (
            found := re.search(
                rf"[\s,]+(?:of|at|for|from|with|,)?\s*(?:the\s+)?{re.escape(name)}(?!\w)", role
            )
        )
    ]
    if not places:
        return ""
    return _plain_title(role[: min(places)])


_HONORIFICS_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Ir|Sir)\b\.?\s*)+$")


def title_before_en(text: str, start: int, organisations: list[str]) -> str:
    """“Chief Executive” in “Acme Chief Executive Jane Chan” and in “the Chief Executive of Acme, Ms Jane Chan”."""
    before = _HONORIFICS_END.sub("", text[max(0, start - 120) : start])
    comma = re.search(r"(?:^|[\s,])[Tt]he\s+(?P<role>[A-Z][^.;:!?“”\"()]{3,110}),\s*$", before)
    run = re.search(
        r"(?P<role>(?:[A-Z][\w’'&.\-]*|of|for|and|the|&)(?:\s+(?:[A-Z][\w’'&.\-]*|of|for|and|the|&))*)\s+$",
        before,
    )
    for found in filter(None, (comma, run)):
        role = found["role"]
        for name in organisations:
            place = role.find(name)
            if place < 0:
                continue
            after = re.sub(r"^[’']s?\s+", "", role[place + len(name) :].strip())
            first = re.sub(r"[\s,]+(?:of|at|for|from)?\s*(?:the)?\s*$", "", role[:place])
            title = first if comma is found else after
            if plain := _plain_title(title):
                return plain
    return ""


def _plain_title(title: str) -> str:
    title = re.sub(r"^(?:the|The|its|our|an?)\s+", "", title.strip(" ,"))
    return title if has_title(title, "en") and len(title) <= 80 and title[:1].isalpha() else ""


# What a title is made of beside its head; another word may be the name of an organisation.
_QUALIFIERS_EN = frozenset(
    listed(
        """senior chief deputy vice executive managing general operating operations financial finance technology technical technological medical clinical nursing scientific science principal associate assistant acting research project programme program marketing sales product commercial corporate communications information digital data investment risk legal compliance human resources people strategy strategic business development founding joint group regional global country creative artistic education teaching academic administrative engineering production quality sustainability innovation public affairs external internal first second honorary non-executive independent co"""
    )
)
_FIELD_EN = re.compile(
    r"[A-Z]\w*(?:ology|ics|tions?|ing|ment|ance|ery|ity|ence|icine|ffairs|esources|tegy)"
)
_CAPITALS_EN = r"(?:[A-Z][\w’'\-]*|of|for|and|&)"
_ALONE_AFTER_EN = re.compile(
    rf"\s*(?:\([^()]{{1,40}}\))?,\s+(?:the\s+)?(?P<title>{_CAPITALS_EN}(?:\s+{_CAPITALS_EN}){{0,6}}?)"
    r"(?=,|;|\s\(|\.(?:\s|$)|$|\s+(?:said|says|and\s+(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ir|Sir)\b|[a-z]+s\s))"
)
_ALONE_BEFORE_EN = re.compile(
    r"(?:^|[,;:.]\s|\b(?:and|by|with|the)\s)(?P<title>[A-Z][\w\-]*(?:\s[A-Z][\w\-]*){1,4})\s+$"
)


def alone_after_en(text: str, end: int) -> str:
    """“Deputy Medical Director” in “Dr Pak, Deputy Medical Director, shows”: a title without an organisation."""
    match = _ALONE_AFTER_EN.match(text, end)
    return match["title"] if match and _is_plain(match["title"]) else ""


def alone_before_en(text: str, start: int) -> str:
    """“Research Fellow” in “and Research Fellow Tong Hoi-ting show”."""
    match = _ALONE_BEFORE_EN.search(_HONORIFICS_END.sub("", text[max(0, start - 120) : start]))
    return match["title"] if match and _is_plain(match["title"]) else ""


def _is_plain(title: str) -> bool:
    """Whether a run of words is nothing but a title."""
    title, _of, fields = title.partition(" of ")
    words = re.findall(r"[a-z][a-z\-]*", title.lower())
    return (
        any(word in HEADS_EN for word in words)
        and all(word in HEADS_EN or word in _QUALIFIERS_EN or word == "and" for word in words)
        and all(_FIELD_EN.fullmatch(word) for word in re.findall(r"(?!and\b)[\w\-]+", fields))
    )
