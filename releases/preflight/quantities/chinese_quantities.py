"""The quantities of a Chinese text: 三十多年, 12,000名, 七成半, 百分之十二, 5億至6億港元."""

import itertools
import re
from fractions import Fraction

from .chinese_numbers import NUMBER, value
from .mentions import FAIR, FIRM, LOOSE, blank
from .number import (
    CURRENCY_OF,
    LARGE,
    SIGNS,
    Number,
    is_small,
    join_times,
    smaller,
    spread,
)

_MEASURES = (
    "名 位 人次 人 個 間 家 所 座 幢 棟 層 樓 戶 宗 項 種 類 款 件 份 張 本 冊 部 輛 艘 隻 條 頭 匹 棵 株 朵 枝 支 塊 片 粒 顆 台 臺 套 組 隊 班 團"
    " 屆 次 回 場 輪 局 盤 篇 章 節 課 堂 期 批 代 星級 級 倍 年 歲 天 日 晚 星期 週 周年 小時 個鐘 分鐘 秒 里 公里 米 公尺 厘米 毫米 平方 立方 呎 尺 吋 英里 海里 哩"
    " 公頃 畝 公斤 千克 克 公噸 噸 磅 安士 公升 升 毫升 度 千瓦 兆瓦 瓦 伏 分貝 字 頁 行 句 段 格 票 股 國 省 市 縣 區 村 站 號 條 房 床 盒 包 袋 瓶 罐 杯 碗 桶 車 班次 架 單"
    " 校 院 園 館 店 廠 隊伍 機構 企業 公司 團隊 學生 同學 員工 醫生 護士 專家 學者 義工 市民 長者 住戶 單位 病人 患者 院校 大學 中學 小學 城市 國家 地區 地點 步 階段 重 環 邊 幅 幀 首 齣 套 則 道 面 把 扇 口 對 副 筆 門 講 束 串 排 列 群 伙 夥 欄 圈 輯 集 幕 站 卷 頂 枚 尊 爐 服 劑 針 餐 頓 席 公分 公克 枱 檯 桌 箱 成員 代表 委員 工作 交易 學年 財年 季 個"
)  # fmt: skip
_MEASURE = re.compile("|".join(sorted(set(_MEASURES.split()), key=len, reverse=True)))
_UNITS = (
    ("month", r"個?半?月"),
    ("year", r"年"),
    ("week", r"個?(?:星期|禮拜)|週(?!年)|周(?![年歲])"),
    ("day", r"個?(?:工作|完整|連續)?[日天](?![元圓本])"),
    ("hour", r"個?半?(?:小時|鐘頭|鐘)"),
    ("minute", r"分鐘?(?![之支類析])"),
    ("second", r"秒"),
)
_UNIT = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS))
# Words that begin like a number with its measure.
_IDIOMS = re.compile(
    r"十分(?!鐘|之)|四周(?!年)|十字|三角|五角大|三文|四方八面|四面八方|五湖四海|三番四次|五花八門|七上八下|九五至尊|(?<![一二三四五六七八九十百千\d])萬一(?![一二三四五六七八九十百千])|(?<![一二三四五六七八九十百千\d])千萬(?=不|要|別)|百分百|百般"
    r"|三三兩兩|七嘴八舌|四通八達|三心兩意|五顏六色|九牛一毛|十全十美|百年樹人|千家萬戶|千方百計|成千上萬|萬眾|三國演義|七人(?=欖球)|五人(?=足球)|三項鐵人|三頭馬車|四季|三農|三明治|三高|六合|八卦|十八區|18區|九巴|百貨|千禧|萬聖|百老匯|百家姓"
)
_SHARE = re.compile(
    rf"百分之(?P<hundred>{NUMBER.pattern})|千分之(?P<thousand>{NUMBER.pattern})|萬分之(?P<myriad>{NUMBER.pattern})"
    r"|(?P<whole>[二三四五六七八九十百千]{1,3}|\d{1,3})分之(?P<part>[一二三四五六七八九十兩]{1,3}|\d{1,3})"
    r"|(?P<short>[三四五六七八九十])分(?P<few>[一二三四五六七八九])(?![鐘秒月十百千萬\d])"
    r"|(?P<tenths>(?<![第十百千萬])[一二兩三四五六七八九十]|\d(?:\.\d)?)成(?P<more>[一二三四五六七八九半](?![十百千萬個名間]))?(?!不變|員(?!工)|[語型立績品])"
    r"|(?P<off>[一二三四五六七八九](?:[一二三四五六七八九])?|\d\d|\d(?:\.\d)?)折(?![扣磨疊射返])"
    r"|(?P<service>(?:另|須|費用|並)加一(?=服務費|[，。；、）」\s]|\Z))"
    r"|(?P<loose>百分百|百分之百|一半|過半|半數|減半|大半)"
)
_RATIO = re.compile(
    rf"每(?P<of>{NUMBER.pattern})[^，。；\d]{{0,6}}?(?:有|便有|就有|當中有)(?P<part>{NUMBER.pattern})"
)
_PREFIX = re.compile(rf"(?<![A-Za-z])(?P<currency>{SIGNS}) ?$")
_SUFFIX = re.compile(
    rf" ?[多餘]? ?(?P<currency>元人民幣|{SIGNS})(?!素|旦|月|宵|老|朗|件|組|首|[A-Za-z])"
)
_TENTHS = re.compile(
    r"(?P<tenths>[一二兩三四五六七八九\d])[角毫](?:(?P<cents>[一二三四五六七八九\d])分)?"
)
_INTEREST = re.compile(r" ?厘(?!米)")
_CENTS = re.compile(r" ?(?:港仙|仙|美仙|角|毫)(?![女子股味色米升克安無秒巴瓦])")
_POINTS = re.compile(r" ?(?:%|％)? ?個?百分點")
_BASIS = re.compile(r" ?(?:個)?(?:基點|點子)")
_ABOUT = re.compile(r"(?:約|大約|近|最高|上限|不超過|不高於|不低於|逾|超過|超逾|多於|接近|將近|不少於|至少|最多|最少|少於|不足|破|突破|高達|多達|達至|過|料)(?:為|達|有|共|合共)? ?(?:港幣|美元|人民幣|HK\$|US\$|\$)? ?$")  # fmt: skip
_MANY = re.compile(r" ?(?:多|餘|幾|來)|(?:[名人間個項元]?)?(?:以上|左右|上下)")
# 數十, 上百, 成千; but 人數十萬, 最多十名, 完成十項.
_VAGUE = re.compile(r"(?:(?<![人總次戶額])數|幾)$")
_VAGUE_FROM_HUNDRED = re.compile(r"(?:(?<![以之])上|(?<![完達促])成|無|(?<![最至])多|半)$")
_MARKER = re.compile(
    r"(?m)^[ \t]*(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|[(（]?\d{1,2}[.)）、](?!\d)|第?[一二三四五六七八九十]{1,2}[、：])"
    r"|[(（](?:[一二三四五六七八九十]{1,2}|\d{1,2})[)）]|[\[［]\d{1,3}[\]］]|(?:附註|註|注)(?: ?\d{1,2})"
)
_TITLE = re.compile(
    r"《[^》]{1,60}》|〈[^〉]{1,60}〉|「[^」，。；：！？]{1,16}」|『[^』，。；：！？]{1,16}』"
)
# 九十萬千瓦 are 900,000 kilowatts, but 四千米 are 4,000 metres.
_UNIT_OF_THOUSANDS = (re.compile(r"[瓦赫伏帕]|字節|比特"), re.compile(r"[瓦赫伏帕克米]|字節|比特"))
_GRADE = re.compile(r"(?:[至、及和或][中小]?[一二三四五六])?(?:學生|同學|年級|級|學位|班)|[至、]")
# 500萬港元（約64萬美元）: what is reckoned over may be left out.
_RECKONED = re.compile(r"[（(](?:約|折合|相當於|相等於|即|合|或|折算)?(?:約|為)?$")
# 二三十年, 三四個: either.
_EITHER = re.compile(
    "(?<![〇零○一二三四五六七八九十百千萬億])"
    "(?:一二|二三|三四|四五|五六|六七|七八|八九)([十百千萬億]+|(?![〇零○一二三四五六七八九年月]))"
)
_ERA = re.compile(
    "(?:洪武|永樂|萬曆|崇禎|順治|康熙|雍正|乾隆|嘉慶|道光|咸豐|同治|光緒|宣統|民國|明治|大正|昭和|平成|令和)"
    r"(?:元|[一二三四五六七八九十]{1,3}|\d{1,3})年"
)
_PLAN = re.compile(r"十([一二三四五六])五(?=[」』]?(?:規劃|計劃|期間|時期|的))")
_BETWEEN = re.compile(
    r" ?(?:[年個名元萬億%米]|平方米|個月|小時|星期|港元|公里)? ?(?:至|到|[-–—~～]|或) ?(?:HK\$|US\$|港幣|人民幣|\$)? ?"
)
_THEN_MINUTES = re.compile(r" ?個?(?:小時|鐘頭|分鐘?) ?(?:及|又|零)? ?")
_METRES = {"公里": 1000, "公噸": 1000, "噸": 1000, "公斤": 1000, "公升": 1000, "升": 1000}
_LATIN_UNIT = re.compile(
    r" ?(?:km|kg|mm|cm|m|g|mg|ml|L|ha|[MGk]W[hp]?|W|V|[MG]?Hz|dB|[GTM]B|[GMTk]bps|°C|℃|nm)(?![A-Za-z])"
)
_LOOSE_WORDS = ((re.compile("(?:十八|18)區"), 18), (re.compile("全年無休|全年"), 365), (re.compile("半個?世紀"), 50), (re.compile("世紀"), 100), (re.compile("全天候|日夜"), 24), (re.compile("甲子"), 60), (re.compile("一打"), 12), (re.compile("半年|半載"), 6), (re.compile("季度|每季|一季"), 3), (re.compile("三[方語維軍邊大地]"), 3), (re.compile("金禧"), 50), (re.compile("銀禧"), 25), (re.compile("鑽禧"), 60), (re.compile("半小時|半個鐘"), 30), (re.compile("半天|半日"), 12), (re.compile("年半"), 18), (re.compile("雙周|兩周"), 14))  # fmt: skip


def numbers(text: str) -> list[Number]:
    """Every quantity of a text from which days, times and addresses are gone."""
    text = _hide(_MARKER, text)
    text = _hide(_IDIOMS, text, keep=("百分百",))
    found = []
    for pattern, number in _LOOSE_WORDS:
        found += [Number(Fraction(number), *m.span(), weight=LOOSE) for m in pattern.finditer(text)]
    for match in _PLAN.finditer(text):
        for number in (10 + value(match[1]), Fraction(5)):
            found.append(Number(number, *match.span(), weight=LOOSE))
    text = _hide(_ERA, _hide(_PLAN, text))
    for match in _EITHER.finditer(text):
        scale = value(match[1]) if match[1] else 1
        for digit in match[0][:2]:
            found.append(Number(value(digit) * scale, *match.span(), weight=LOOSE))
    shares = _shares(text)
    text = blank(text, [(share.start, share.end) for share in shares])
    ratios = [(match.span(), match) for match in _RATIO.finditer(text)]
    for span, match in ratios:
        of, part = value(match["of"]), value(match["part"])
        if of and part:
            found.append(Number(100 * part / of, *span, kind="share", weight=LOOSE))
    titles = [match.span() for match in _TITLE.finditer(text)]
    plain = []
    for match in NUMBER.finditer(text):
        number = _number(match, text)
        if number is None or (plain and number.start < plain[-1].end):
            continue
        if any(start <= number.start < end for (start, end), _match in ratios):
            number.weight = LOOSE
        if any(start < number.start < end for start, end in titles):
            number.weight = min(number.weight, FAIR)
        plain.append(number)
    ordered = sorted([*plain, *shares], key=lambda number: number.start)
    spread(ordered, lambda a, b: bool(_BETWEEN.fullmatch(text[a.end : b.start])))
    for a, b in itertools.pairwise(ordered):  # 百分之三至五
        leads = a in shares and a.scaled == 1 and not a.also
        if leads and b.kind == "figure" and text[a.end : b.start] in ("至", "到", "-", "–"):
            b.kind, b.unit, b.also, b.weight = "share", a.unit, (), a.weight
    join_times(ordered, lambda a, b: bool(_THEN_MINUTES.fullmatch(text[a.end : b.start])))
    for number in ordered:
        if number.kind == "figure" and text[number.end :].lstrip(" 多餘").startswith("倍"):
            number.also = (number.value + 1, number.value - 1)
            found.append(
                Number(100 * number.value, number.start, number.end, "share", weight=LOOSE)
            )
    return [*found, *ordered]


def _hide(pattern, text, keep=()):
    return pattern.sub(lambda m: m[0] if m[0] in keep else "\ufffc" * len(m[0]), text)


def _shares(text):
    found = []
    for match in _SHARE.finditer(text):
        number = _share(match)
        if number is not None:
            share, weight, also = number
            points = _POINTS.match(text, match.end())
            rough = bool(_ABOUT.search(text[max(0, match.start() - 8) : match.start()]))
            rough = rough or text[match.end() : match.end() + 1] in ("多", "餘")
            end = points.end() if points else match.end()
            unit = "points" if points else ""
            each = Number(share, match.start(), end, "share", unit, weight, rough, also)
            each.scaled = 10 if match["tenths"] else 1
            found.append(each)
    return found


def _share(match):
    """Per cent, weight, and what else it may mean."""
    for name, of_a_hundred in (("hundred", 1), ("thousand", 10), ("myriad", 100)):
        if match[name]:
            number = value(match[name])
            return None if number is None else (number / of_a_hundred, FIRM, ())
    if match["whole"]:
        whole, part = value(match["whole"]), value(match["part"])
        return (100 * part / whole, FAIR, ()) if whole and part and part < whole else None
    if match["short"]:
        return 100 * value(match["few"]) / value(match["short"]), LOOSE, ()
    if match["tenths"]:
        more = match["more"]
        units = Fraction(5) if more == "半" else value(more) if more else 0
        return value(match["tenths"]) * 10 + units, FAIR, ()
    if match["off"]:
        digits = "".join(c if c == "." else str(int(value(c))) for c in match["off"])
        paid = Fraction(digits) * (1 if len(digits) == 2 else 10)
        return 100 - paid, FAIR, (paid,)
    if match["service"]:
        return Fraction(10), LOOSE, ()
    return Fraction(100 if match["loose"].startswith("百") else 50), LOOSE, ()


def _number(match, text):
    words, (start, end) = match[0], match.span()
    scaled = len(words) > 1 and words[-2] in "十百千萬億"
    if words[-1] in "千兆" and len(words) > 1 and _UNIT_OF_THOUSANDS[scaled].match(text, end):
        words, end = words[:-1].rstrip(), end - 1
    number = value(words)
    before, after = text[max(0, start - 14) : start], text[end : end + 10]
    if number is None or _is_vague(words, before):
        return None
    arabic = words[0].isascii()
    found = Number(number, start, end, scaled=_scale(words))
    found.rough = bool(
        _ABOUT.search(before) or _MANY.match(after) or "多" in words or "餘" in words
    )
    if _INTEREST.match(after):
        found.kind, found.unit, found.scaled = "share", "?", 1
        found.end += _INTEREST.match(after).end()
        return found
    if after.lstrip(" ")[:1] in ("%", "‰") or _POINTS.match(after) or _BASIS.match(after):
        return _per_cent(found, after)
    prefix, suffix = _PREFIX.search(before), _SUFFIX.match(after)
    if prefix or suffix:
        return _money(found, prefix, suffix, words, text)
    if _CENTS.match(after) and not after.lstrip(" ").startswith("角落"):
        found.kind, found.unit, found.weight = "amount", "$", FAIR
        found.end += _CENTS.match(after).end()
        found.also = (number / 100, number / 10)
        return found
    if found.scaled >= 10**4 and number >= LARGE:
        found.kind = "amount"
    _measured(found, after)
    if arabic:
        found.weight = _arabic_weight(found, before, after)
    elif words[0] in "百千萬億兆":  # 萬家, 百業
        found.weight = LOOSE
    else:
        found.weight = _han_weight(found, before, after)
    return found


def _is_vague(words, before):
    if words.strip("十百千萬億兆"):
        return False
    return bool(_VAGUE.search(before) or words[0] != "十" and _VAGUE_FROM_HUNDRED.search(before))


def _scale(words):
    """The word that multiplies the whole number, such as 億 of 1.2億."""
    scales = {"十": 10, "百": 100, "千": 1000, "萬": 10**4, "億": 10**8, "兆": 10**12}
    scale = 1
    for character in reversed(words):
        if character not in scales:
            break
        scale *= scales[character]
    return scale


def _per_cent(found, after):
    points, basis = _POINTS.match(after), _BASIS.match(after)
    found.kind = "share"
    if basis:
        found.value, found.scaled, found.unit = found.value / 100, Fraction(1, 100), "points"
        found.end += basis.end()
    elif points:
        found.unit = "points"
        found.end += points.end()
    else:
        sign = after.lstrip(" ")[:1]
        if sign == "‰":
            found.value, found.scaled = found.value / 10, Fraction(1, 10)
        found.end += after.index(sign) + 1
    if not basis and found.scaled >= 1:
        found.scaled = 1
    return found


def _money(found, prefix, suffix, words, text):
    found.kind = "amount"
    codes = [CURRENCY_OF[m["currency"].lower()] for m in (prefix, suffix) if m]
    found.unit = next((code for code in codes if code != "$"), "$")
    if suffix:
        found.end += suffix.end()
        tenths = _TENTHS.match(text, found.end)
        if tenths:
            found.value += value(tenths["tenths"]) / 10 + (value(tenths["cents"] or "0") / 100)
            found.end = tenths.end()
    if prefix:
        found.start -= len(prefix[0])
    if found.weight == FIRM and _RECKONED.search(text[max(0, found.start - 8) : found.start]):
        found.weight = FAIR
    if words[0] in "百千萬億" or (not words[0].isascii() and is_small(found.value)):
        found.weight = LOOSE
    return found


def _measured(found, after):
    """Take the unit of time that follows, and half of one (三年半, 兩個半小時)."""
    tail = re.sub(r"^ ?[多餘幾來]? ?", "", after)
    unit = _UNIT.match(tail)
    half = re.match(r"個半|年半|日半|天半|小時半|個月半|星期半|倍半|公里半|分半鐘|分鐘半", tail)
    if half:
        found.value += Fraction(1, 2)
    if unit:
        found.unit = unit.lastgroup
        if "半" in unit[0] and not half:
            found.value += Fraction(1, 2) if unit[0].startswith("個") else 0
        found.also = (*found.also, *smaller(found.value, found.unit))
    for word, times in _METRES.items():
        if tail.startswith(word):
            found.also = (*found.also, found.value * times)
    if tail.startswith(("千瓦", "兆瓦", "千克", "千赫", "千伏")):
        found.also = (*found.also, found.value / 1000, found.value * 1000)
    if tail.startswith("公頃"):
        found.also = (*found.also, found.value * 10000, found.value / 100)
    if tail.startswith("世紀"):
        found.also = (*found.also, found.value * 100)


def _arabic_weight(found, before, after):
    if re.search(r"[A-Za-z][-–]?$|[A-Za-z] $", before) or (
        re.match(r"[A-Za-z]", after) and not _LATIN_UNIT.match(after)
    ):
        return LOOSE
    if re.search(r"[/.]$", before) or re.match(r"/", after):
        return FAIR
    if (
        found.value < 3
        or re.search(r"(?:第|[:：比]) ?$", before)
        or re.match(r" ?(?:[號室座樓線路道期屆班型比:：]|度空間)", after)
    ):
        return FAIR
    return FIRM


def _han_weight(found, before, after):
    if is_small(found.value):
        return LOOSE
    if before.endswith("第"):
        return FAIR
    tail = re.sub(r"^[多餘幾來]", "", after)
    if before.endswith(("中", "小", "高", "初", "大")) and _GRADE.match(after):
        return LOOSE
    if tail.startswith("大") or tail.startswith("方"):
        return FAIR if tail.startswith("大") else LOOSE
    if not _MEASURE.match(tail) and not found.unit:
        return FAIR if found.value >= 13 and found.value % 100 else LOOSE
    return FIRM if found.value >= 10 and _is_meant(found) else FAIR


def _is_meant(found):
    """十年, 百人 stand for many; other numbers from eleven on are meant."""
    return found.value not in (10, 100, 1000, 10000)
