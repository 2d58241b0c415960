"""The shapes of single lines, by which paragraphs and sections are told apart.

Source of the rules: the forms met in releases from Hong Kong, the mainland, the wires and the UK.
"""

import re
import unicodedata

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff〇"
HAN_CHARACTER = re.compile(f"[{HAN}]")

# No heading is longer than the first, no line of a contact longer than the second.
LONGEST_HEADING = 120
LONGEST_CONTACT_LINE = 400
OPENING = "「『“‘《（([【〈"
ADORNMENT = re.compile(r"^[■●◆◇▌▍#*=~\-–—\s]+|[■●◆◇#*=~\-–—\s]+$")
COMPANY_END = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Cos|Bros|Pty|plc|LLC|LLP|GmbH)|\b[A-Z](?:\.[A-Z]){1,3})\.$"
)
SENTENCE_END = re.compile(r"[。！？!?.…]+[\"”’」』）)\]'＊*]*$")
COLON_END = re.compile(r"[：:][\"”’」』）)\]]*$")

END_MARK = re.compile(
    r"^[-－﹣–—─~～*＊#\s(（<\[【/]*(?:ends?|end of (?:press )?release|完|全文完|稿末|終|结束|結束)"
    r"[-－﹣–—─~～*＊#\s)）>\]】.。/]*$|^(?:[#＃]\s*){2,}$|^(?:[*＊]\s*){3,4}$|^[-–—]\s*30\s*[-–—]$|^NNNN$|^ends?\s*/.{4,60}$"
    r"|^完\s*[/／].{4,40}$",
    re.IGNORECASE,
)
UNDERLINE = re.compile(r"^[*＊=_~～─—–\-.·‧]{5,}$|^(?:\*\s){3,}\*?$")
PAGE_MARK = re.compile(
    r"^(?:[-–—]\s*\d{1,3}\s*[-–—]|page\s+\d+(?:\s*(?:of|/)\s*\d+)?|第\s*[\d一二三四五六七八九十]+\s*[頁页]"
    r"(?:\s*[，,/／]?\s*共\s*\d+\s*[頁页])?|\d{1,3}\s*/\s*\d{1,3}|\d{1,3}\s+of\s+\d{1,3}"
    r"|[-–—~(（/*\s]*(?:more|continued|cont[’']?d|to be continued|待續|待续|續|續下頁|接下頁|轉下頁)"
    r"[-–—~)）/*\s.…]*)$",
    re.IGNORECASE,
)
BARE_NUMBER = re.compile(r"^\d{1,2}$")
LINK = re.compile(r"^<?(?:https?://|mailto:|ftp://)\S+>?$", re.IGNORECASE)
WEB_ADDRESS = re.compile(
    r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'*+=%]+"
    r"|(?<![@\w.\-])(?:[A-Za-z0-9\-]+\.)+(?:com|org|net|edu|gov|hk|cn|uk|io|asia|tech)(?:/[\w\-./]*)?(?![\w@])",
    re.IGNORECASE | re.ASCII,
)
EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}+@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){0,8}\.[A-Za-z]{2,24}"
)

SURE_BULLET = re.compile(
    r"^(?:[•●■◆▪▫◦‣►▶▸➢➤✓✔★◇□⚫∙]|[\uf000-\uf0ff]|[①-⑳]|[（(]\d{1,2}[)）])\s*(?=\S)"
)
WEAK_BULLET = re.compile(
    r"^(?:[-–—*＊·‧・○o]\s+|\d{1,2}[.)．]\s+|\d{1,2}、\s*|[一二三四五六七八九十]{1,2}、\s*"
    r"|\((?:[a-h]|[ivx]{1,4})\)\s+|(?:[a-h]|[ivx]{2,4})[.)]\s+)(?=\S)"
)
NUMBERED = re.compile(r"^[（(]?(\d{1,2})[.)．、）]\s*(?=\S)")
NUMBERED_HAN = re.compile(
    r"^(?:[（(](?P<a>[一二三四五六七八九十]{1,2})[)）]|(?P<b>[一二三四五六七八九十]{1,2})[．、])\s*(?=\S)"
)

FIGURE_LABEL = re.compile(
    r"^[【\[（(]?\s*(?:(?:附?[圖图]片?|相片?|照片)(?:[說说]明)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）])"
    r"(?:\s*[及和與至、\-–]\s*(?:附?[圖图]片?|相片?|照片)?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2}))?"
    r"\s*(?:[說说]明)?\s*(?:(?=[（(][^（）()]{2,20}[）)]\s*[：:])|[】\])）]\s*[：:]?|[：:．.、]|\s[–—\-]\s|\s+(?=[^\s年月日–—\-]))"
    r"|(?:附?[圖图]片?|相片|照片)(?:[說说]明|注|註)?\s*[：:]"
    r"|(?:photo|photograph|figure|fig|picture|image|pic)s?\.?(?:\s+captions?)?\s*(?:no\.?\s*|#)?\(?(?:\d{1,2}|[A-E])\)?\s*"
    r"(?:(?=\([^()]{3,40}\)\s*:)|[】\])）]\s*:?|[:：.–—]|-\s|\s\|)"
    r"|(?:photo\s+)?captions?\s*(?:\d{1,2})?\s*[:：]|(?:photo|image|picture|above|below|pictured above)\s*[:：])\s*",
    re.IGNORECASE,
)
FIGURE_LABEL_ALONE = re.compile(
    r"^(?:附?[圖图]片?|相片|照片)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})$|^(?:photo|figure|picture|image)\s*\d{1,2}$",
    re.IGNORECASE,
)
UNLABELLED_CAPTION = re.compile(
    r"^(?:(?:photos?|pictures?|the photos?)\s+shows?\b|pictured\b|\(?from\s+(?:the\s+)?left\b[^.]{0,30}:"
    r"|[（(]?左起|[圖图](?:示|為|为|中)|相片(?:顯示|為)|合照)",
    re.IGNORECASE,
)
PHOTO_HEADING = re.compile(
    r"^(?:photos?|photo captions?|pictures?|images?|[圖图]片|相片|照片|[圖图]片[說说]明|相片[說说]明|附[圖图])\s*[：:]?$",
    re.IGNORECASE,
)
ABOUT_HEADING = re.compile(
    r"^(?:[關关]於\s*|关于\s*|有[關关]\s*|【\s*[關关]于?於?\s*|about\s+(?=[A-Z\"“‘0-9]|the\s|us\b|e[A-Z]|i[A-Z]))(?P<name>[^。！？!?]{1,90}?)"
    r"\s*[】]?\s*[：:]?$",
    re.IGNORECASE,
)
PROFILE_HEADING = re.compile(
    rf"^【?(?P<name>[{HAN}A-Za-z0-9&·（）() ]{{2,40}}?)(?:的?[簡简]介|背景[資资]料)】?\s*[：:]?$"
)
# The issuer speaks of itself.
OURSELVES = re.compile(
    r"^(?:us|the\s+(?:company|group|issuer)|我[們们]|本?[公集][司團团]|本[會会行校院]|機構|机构|企業|企业|品牌)$",
    re.IGNORECASE,
)
ABOUT_INLINE = re.compile(r"^(?:[關关]於|关于|About\s)\s*(?P<name>[^。，,.：:]{2,50}?)\s*[：:]\s*")
NOTES_HEADING = re.compile(
    r"^[【\[]?(?:(?:notes?\s+(?:to|for)\s+(?:the\s+)?editors?|editors?[’']?s?\s+notes?|notes(?=:)|[備备附]?[註注](?=\s*[：:])|附[註注]|備註|备注)"
    r"|[編编][輯辑](?:垂注|備註|备注|備注|注意|[須须]知|參考|参考|附[註注])|[編编]者[注註按]|[給给致][編编][輯辑](?:的話)?)[】\]]?\s*[：:]?$",
    re.IGNORECASE,
)
CONTACT_HEADING = re.compile(
    r"^[【\[]?(?:"
    r"(?:如有)?(?:(?:投資者|投资者|公[眾众])(?:關係|关系)?[及和、/／]?)?(?:傳媒|传媒|媒體|媒体|新聞界?|新闻界?|記者|记者|公關|公关|[採采][訪访])(?:及公[眾众])?(?:查詢|查询|聯絡|联络|联系|聯繫|[垂諮谘咨][詢询])人?(?:方式|資料|资料)?"
    r"|(?:查詢|查询|聯絡|联络|联系|聯繫)人?(?:方式|資料|资料)?"
    r"|(?:for\s+)?(?:(?:all|further|more|other)\s+)?(?:(?:media|press|news|pr|public relations|communications)(?:\s+(?:and|&|or|/)\s*\w+)?"
    r"|investors?(?:\s+(?:and|&)\s+media)?|corporate|general)(?:\s+relations)?\s+"
    r"(?:en|in)?(?:quiry|quiries|contacts?|liaison|information|office)(?:\s+(?:details|information|persons?))?"
    r"|contacts?(?:\s+(?:details|information|persons?|us))?|(?:en|in)quir(?:y|ies)"
    r")[】\]]?\s*(?P<rest>[：:，,].*|請聯絡.*|请联系.*|please.*|for\s+[A-Z].*|\([A-Z].*|（.*)?$",
    re.IGNORECASE | re.DOTALL,
)
CONTACT_SENTENCE = re.compile(
    r"^(?!.{0,80}(?:市民|公[眾众]|the public\b)(?!.{0,40}(?:傳媒|传媒|media)))"
    r"(?:for\s+(?:\w+\s+){0,3}(?:enquir|inquir|information|interview)[^.]{0,40},?\s*(?:please\b|contact\b)"
    r"|(?:如有|如需|如欲)?[^。，]{0,10}(?:查詢|查询|採訪|采访)[^。]{0,12}(?:請|请|可)(?:致電|聯絡|聯繫|联系|与|與|致电|联络))",
    re.IGNORECASE,
)
PHONE_LABEL = re.compile(
    r"(?:(?<![A-Za-z])(?:telephone|tel|phone|mobile|mob|cell|direct(?: line)?|(?<!press )(?<!media )(?<!news )office|hotline|media line)\b(?:\s*(?:no|number)s?)?\.?"
    r"|\b[TMPD](?=\s*[:：]|\s+[+(\d])"
    r"|(?:聯絡|联系|聯繫|查詢|查询|手提|流動|流动|移動|移动|辦公室|办公室)?(?:電話|电话)(?:[號号][碼码])?|手機|手机|手提|直線|直线|熱線|热线)\s*[:：]?\s*",
    re.IGNORECASE,
)
EMAIL_LABEL = re.compile(
    r"(?:\be-?\s?mail(?:\s+address)?|\bmail\b|\bE(?=\s*[:：])|電子?郵件?(?:地址|信箱)?|电子?邮件?(?:地址|信箱)?|電郵|电邮|邮箱|郵箱)\s*[:：]?\s*",
    re.IGNORECASE,
)
FAX_LABEL = re.compile(
    r"(?:\bfax(?:\s*no\.?)?|傳真|传真|\bF(?=\s*[:：]\s*[+(\d]))\s*[:：]?\s*",
    re.IGNORECASE,
)
CONTACT_LINE = re.compile(
    rf"^(?:{PHONE_LABEL.pattern}|{FAX_LABEL.pattern}|{EMAIL_LABEL.pattern})\s*(?:[:：(+\d]|[\w.]+@|$)",
    re.IGNORECASE,
)
KEY_POINTS_HEADING = re.compile(
    r"^[【\[]?(?:key\s+(?:takeaways?|points?|highlights?|messages?|facts)|highlights?|(?:at\s+a\s+)?glance|摘要|[重要]點|重点|要点"
    r"|新聞(?:重點|要點|摘要)|新闻(?:重点|要点|摘要)|[內内]容(?:重點|摘要|提要)|亮點|亮点)[】\]]?\s*[：:]?$",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    return any(p.match(text) for p in (FIGURE_LABEL, FIGURE_LABEL_ALONE, UNLABELLED_CAPTION))


def width(text: str) -> int:
    """The columns that a text fills in print; a Han character fills two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def ends_sentence(text: str) -> bool:
    return bool(SENTENCE_END.search(text[-40:]))


def is_bullet(text: str) -> bool:
    return bool(
        (SURE_BULLET.match(text) or WEAK_BULLET.match(text))
        and not END_MARK.match(text)
        and not PAGE_MARK.match(text)
    )


def without_bullet(text: str) -> str:
    mark = next((m for p in (SURE_BULLET, NUMBERED_HAN, WEAK_BULLET) if (m := p.match(text))), None)
    return text[mark.end() if mark else 0 :].strip()


def number_in_digits(text: str) -> int:
    """The number that an item of a list begins with, or 0."""
    match = NUMBERED.match(text)
    return int(match.group(1)) if match else 0


def number(text: str) -> int:
    """The same, in digits or in Chinese (一、 十二、)."""
    match = NUMBERED_HAN.match(text)
    if not match:
        return number_in_digits(text)
    tens, ten, ones = (match["a"] or match["b"]).rpartition("十")
    value = "一二三四五六七八九".find
    return (value(tens or "一") + 1) * 10 * bool(ten) + (value(ones) + 1 if ones else 0)


def heading(text: str) -> str:
    """A line without the marks that adorn a heading; nothing where it is too long for one."""
    if len(text) > LONGEST_HEADING:
        return ""
    return ADORNMENT.sub("", text) or text


def about(text: str) -> re.Match | None:
    """The heading of a standing text, with the name of its organisation."""
    line = heading(text)
    ended = ends_sentence(line) and not COMPANY_END.search(line)
    if not line or ended or width(line) > 110:
        return None
    return ABOUT_HEADING.match(line) or PROFILE_HEADING.match(line)


def about_inline(text: str) -> re.Match | None:
    """The name that opens a standing text in the same line (About Acme: …)."""
    match = ABOUT_INLINE.match(text[:LONGEST_HEADING])
    return match if match and len(text) - match.end() >= 20 else None


def is_section_heading(text: str) -> bool:
    line = heading(text)
    return bool(
        about(text)
        or NOTES_HEADING.match(line)
        or CONTACT_HEADING.match(line)
        or PHOTO_HEADING.match(line)
        or KEY_POINTS_HEADING.match(line)
    )


def is_contact_line(text: str) -> bool:
    """Say whether a line holds a labelled number or an address and hardly anything else."""
    if len(text) > LONGEST_CONTACT_LINE:
        return False
    if CONTACT_LINE.match(text) and width(text) < 100:
        return True
    mail = EMAIL.search(text)
    return bool(mail and len(text) - len(mail.group()) < 12)


def unclosed(text: str) -> str:
    """Return the quotation mark that a text opens and does not close, or nothing."""
    stack: list[str] = []
    pairs = {"「": "」", "『": "』", "“": "”"}
    closing = {v: k for k, v in pairs.items()}
    for index, character in enumerate(text):
        if character in pairs:
            # A mark that is opened again at the start of a paragraph opens no second quotation.
            if not (character in stack and (index == 0 or text[index - 1] == "\n")):
                stack.append(character)
        elif character in closing and closing[character] in stack:
            while stack.pop() != closing[character]:
                pass
    if stack:
        return stack[0]
    return '"' if _straight_is_open(text) else ""


def _straight_is_open(text: str) -> bool:
    is_open = False
    for index, character in enumerate(text):
        reopened = is_open and index > 0 and text[index - 1] == "\n"
        # The sign for inches or seconds (15") opens nothing.
        sign = not is_open and text[index - 1 : index].isdigit()
        if character == '"' and not reopened and not sign:
            is_open = not is_open
    return is_open
