"""Words that stood in for others and were forgotten: TBC, XX月XX日, [insert name], ○○○."""

import re

_HAN = "㐀-䶿一-鿿"
_NUMERAL = "一二三四五六七八九十百千零○〇◯"
_WHOLE = "(?![A-Za-z0-9])"
# What goes on behind initials that are a name: TBC Bank.
_NAME = r"(?![ \u00a0-]?(?:Bank|Ltd|Limited|Inc|Corp|Group|Company|Holdings|Studios?|Labs?|[Ff]ilter|[Pp]roteins?)\b)"
_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
# Nouns that somebody puts in square brackets inside a quotation (the [company]) are left out.
_FIELD = (
    r"(?:(?:(?:full|first|last|family|company|organi[sz]ation|spokesperson|speaker|project|product|event|contact|job|"
    r"partner|person)[ _-])+(?:name|title|date|number|details)|name|date|time|title|job title|venue|amount|number|"
    r"figure|percentage|quote|link|url|website|e-?mail|phone|telephone|address|headline|spokesperson)s?"
    r"(?: (?:of|here|to|for)\b[^\]}>\n]*)?"
)
_ORDER = (
    r"(?:insert|add|enter|fill in|(?:please|pls) (?:insert|add|fill|confirm|check|provide|advise|update)|confirm|replace|"
    r"choose|select|your|tbc|tba|tbd|tk|xx+|placeholder|draft|to be (?:confirmed|inserted|added|supplied|advised))"
    r"\b[^\]}>\n]*"
)
_CHINESE_FIELD = (
    "(?:姓名|名字|日期|時間|地點|職銜|職位|(?:公司|機構|活動|項目|產品)名稱|公司|機構|數字|數目|金額|電話|電郵|網址|標題|年份|"
    "引述|發言人)"
)
_CHINESE_ORDER = (
    "(?:請?(?:在此|於此|此處)?(?:插入|填寫|填上|填入|填|補上)|請(?:輸入|加入|補充|確認|核實|選擇)|"
    r"有?待(?:定|補|確認|確定|核實|填|更新)|草稿|初稿)[^\]】］）\n]{0,20}"
)

_PATTERN = re.compile(
    "|".join(
        [
            # What is said later.
            rf"(?<![A-Za-z0-9])(?:TBC|TBA|TBD|TKTK|FIXME|TODO){_WHOLE}{_NAME}",
            r"(?<=[(（\[])(?i:tbc|tba|tbd)(?=[)）\]])",
            r"(?i:\bto be (?:confirmed|advised|inserted|added|supplied)\b)(?=\s*[)\]）])",
            r"(?<=[(（\[【])(?:有|尚|仍|暫)?待(?:定|補|確認|確定|核實|補充|補上|更新|公布|公佈|填寫|填|批核|審批|回覆)(?=[)）\]】])",
            r"(?<![等接招款對看善優虐有尚仍亟急期])待定(?![出期案時位點立奪價義向性居海])",
            r"(?<![等接招款對看善優虐有尚仍亟急期])待(?:確認|確定|補充|補上|更新|填寫|核實|補)(?=[）)，。；、\s]|\Z)",
            r"(?<=[日時限屆]期)待(?:定|確認|確定|補充|更新)(?=[）)，。；、\s]|\Z)",
            # Letters and shapes for digits and names.
            rf"(?<![A-Za-z0-9])20(?:XX|xx|[2-9]X){_WHOLE}",
            r"(?<![A-Za-z0-9])[XxＸｘ×]{1,4}(?= ?月 ?[XxＸｘ×])|(?<=月)[XxＸｘ×]{1,4}(?= ?[日號])",
            r"(?<![A-Za-z0-9])[XxＸｘ×]{2,4}(?= ?[年月日號時分])",
            r"(?<![A-Za-z0-9第])[XＸ×]{2,}(?= ?(?:[名位元萬億家間項%％]|個(?!體)|港元|博士|先生|女士|小姐|教授|醫生|公司|大學|有限公司))",
            rf"(?<![A-Za-z0-9])(?:X{{4,}}|x{{3,}}){_WHOLE}",
            rf"(?<![A-Za-z0-9&])(?P<roman>XXX){_WHOLE}",
            rf"(?<=\$)X{{1,3}}{_WHOLE}",
            rf"(?<![A-Za-z0-9])[Xx]{{2,3}}(?=[ \u00a0](?:{_MONTH}|per cent|percent|million|billion|people|years?|months?)\b|%)",
            rf"\b{_MONTH} XX{_WHOLE}",
            rf"(?<=\b[MD][rs] )XX{_WHOLE}|(?<![A-Za-z0-9] )(?<![A-Za-z0-9])XX(?= (?:Limited|Company|University)\b)",
            r"(?<![A-Za-z0-9/])(?:XX|xx)/(?:XX|xx)(?:/\w+)?",
            rf"(?<![{_NUMERAL}])[○〇◯]{{2,}}(?![{_NUMERAL}])",
            r"[●□＿]{2,}",
            r"(?<![\w/.@`>|-])_{2,}(?![\w/.@])|(?<=[㐀-鿿，：])_{2,}",
            r"(?<!\d)00月00日",
            # Instructions in brackets, and fields of a template.
            r"[\[【［] *[●•_＿○xX?？]+ *[\]】］]",
            rf"[\[［](?i:{_ORDER}|{_FIELD})[\]］]",
            rf"[\[［](?:{_CHINESE_ORDER}|{_CHINESE_FIELD})[\]］]",
            rf"[【（]{_CHINESE_ORDER}[】）]",
            rf"<(?i:{_ORDER}|{_FIELD})>|[<＜]{_CHINESE_FIELD}[>＞]",
            rf"<<[A-Za-z_{_HAN}][^<>\n]{{0,40}}>>",
            rf"«(?:[A-Za-z]+_\w+|(?i:{_FIELD})|{_CHINESE_FIELD})»",
            rf"\{{\{{?\s*[A-Za-z_{_HAN}][\w .:-]{{1,40}}\}}\}}?",
            # What programs print.
            r"(?i:lorem ipsum(?: dolor sit amet)?|dolor sit amet)",
            r"(?i:click (?:or tap )?here to (?:enter|add) (?:text|a date)|your text here|text goes here)",
            r"(?:按一下|單擊)(?:或(?:點選|點擊))?(?:這裡|此處)以?輸入(?:文字|日期)",
            r"Error! (?:Reference source|Bookmark) not (?:found|defined)|錯誤! ?(?:找不到參照來源|尚未定義書籤)",
            r"(?:Commented|Comment|註解|批註) ?\[[A-Za-z]{1,4}\d+\]:?",
            r"(?m:^(?:Deleted|Inserted|Formatted|已刪除|已插入|格式化): )",
        ]
    )
)
# What all of these hold some of: most passages hold none, and are passed at once.
_MAYBE = re.compile(
    r"TB[CAD]|[Tt]b[cad]|TK|FIXME|TODO|to be [cais]|待|X|Ｘ|xx|x月|x/|ｘｘ|×|[○〇◯]{2}|[●□＿\[［<＜«{]|__|00月|草稿|初稿|插入|填|補上|請|"
    r"(?i:lorem|dolor|click|your text|text goes)|此處|這裡|Error!|錯誤!|Comment|註解|批註|Deleted|Inserted|Formatted|"
    r"已刪除|已插入|格式化"
)
_SAME = re.compile(r"[ \u00a0]?[年月日時分號/／.\-–:：]?[ \u00a0]?\Z")
# XXX is thirty behind a name (Super Bowl XXX, 第XXX屆) and before an edition.
_COUNTS = re.compile(r"(?:\b(?!Mr|Ms|Dr|By|The|Professor|Miss|Mrs)[A-Z][a-z]+ |第 ?)\Z")
_COUNTED = re.compile(r" ?(?:Olympi|Congress|World|International|Summer|Winter|Annual|屆)")


def placeholders(text: str, names: list[str]) -> list[tuple[int, int]]:
    """Return the spans of what stands in for other words; those of one date or number are one.

    ``names`` are left alone.
    """
    if not _MAYBE.search(text):
        return []
    kept = [m.span() for name in names if _PATTERN.search(name) for m in _all(name, text)]
    spans = []
    for match in _PATTERN.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if any(first <= start < last for first, last in kept) or _is_thirty(match, text):
            continue
        if spans and _SAME.match(text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _all(name, text):
    return re.finditer(re.escape(name), text)


def _is_thirty(match, text):
    if not match["roman"]:
        return False
    before = text[max(0, match.start() - 20) : match.start()]
    return bool(_COUNTS.search(before) or _COUNTED.match(text, match.end()))
