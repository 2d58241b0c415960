"""Words that stand where a name was: “a local bank”, 一名病人. They tell of somebody, not of whom."""

import re

from .words import HAN

# What an organisation may be, in English and in Chinese.
_KINDS = {
    "company": ("company|firm|corporation|enterprise|business|start-up|startup", "公司|企業|初創"),
    "university": ("university|college|tertiary institution", "大學|院校|學院|高校"),
    "school": ("school", "學校|中學|小學"),
    "institute": ("institute|research centre|research center|laboratory|institution", "學院|研究院|研究所|中心|實驗室|機構"),
    "bank": ("bank|lender|financial institution", "銀行|金融機構"),
    "investor": ("investor|venture capital firm|shareholder", "投資者|投資方|投資人|投資機構|新股東|創投"),
    "hospital": ("hospital|clinic|healthcare provider", "醫院|診所|醫療"),
    "body": ("organi[sz]ation|charity|association|foundation|fund|body|group|NGO|society|institution|agency", "機構|團體|組織|協會|學會|商會|基金|集團"),
    "partner": ("partner", "夥伴|伙伴|合作方"),
    "trade": (
        "developer|operator|insurer|retailer|manufacturer|supplier|contractor|provider|airline|hotel|museum",
        "發展商|開發商|營辦商|營運商|保險|零售|廠|供應商|承建商|航空|酒店|博物館",
    ),
}  # fmt: skip
# Not behind “as”, “is” or a comma, where it says what somebody is who is named.
_BODY_EN = {
    kind: re.compile(
        rf"\b(?:with|and|by|from|between|to)\s+(?:an?|one|another)\s+(?:(?!of\b|for\b|to\b)[a-z\-]+\s+){{0,3}}?(?:{english})\b(?!\s+of\b)",
        re.IGNORECASE,
    )
    for kind, (english, _chinese) in _KINDS.items()
}
_BODY_ZH = {
    kind: re.compile(
        rf"(?<![有是為任作每])(?:一[間家所個]|某[間家]?|另一[間家所])[{HAN}]{{0,6}}?(?:{chinese})"
    )
    for kind, (_english, chinese) in _KINDS.items()
}
_NOUN_EN = {k: re.compile(rf"\b(?:{english})s?\b", re.I) for k, (english, _zh) in _KINDS.items()}
_NOUN_ZH = {k: re.compile(chinese) for k, (_english, chinese) in _KINDS.items()}
_APPOSED = "|".join(
    [chinese for _english, chinese in _KINDS.values()]
    + [rf"\b(?:{english})\s+" for english, _chinese in _KINDS.values()]
)
_DEFINITE_EN = re.compile(
    r"\b(?:the|this|our|its parent)\s+(?:[a-z\-]+\s+)?(?:company|firm|group|bank|university|school|college|institute|hospital|centre|center|"
    r"foundation|fund|organi[sz]ation|association|chamber|federation|council|authority|partners?|parties)\b"
    r"|\b(?:both|the (?:two|three|four)) [a-z]*s\b|\b(?:both|the (?:two|three|four))(?=[,.;]|\s+(?:will|have|are|also)\b)",
    re.IGNORECASE,
)
_DEFINITE_ZH = re.compile(
    r"該[公集大銀學醫機校院會行基園團企組]|本[公集大銀校院會行港園]|雙方|兩[間家所者]|三方|四方"
)


def stands_for_a_body(text: str, language: str, source: str, names: list[str]) -> bool:
    """Whether a text has “a bank” where its source can only have a name.

    ``names`` are those of organisations, in either language: without them, nothing in the source may be
    a bank, and nothing in the text “the bank”.
    """
    for name in names:
        # 企業蘇黎士動力, “the company Zurich Dynamics”: the word belongs to the name.
        source = re.sub(rf"(?:{_APPOSED})?{re.escape(name)}", " ", source)
        text = text.replace(name, " ")
    chinese = language.startswith("zh")
    if (_DEFINITE_ZH if chinese else _DEFINITE_EN).search(text):
        return False
    nouns = _NOUN_EN if chinese else _NOUN_ZH
    return any(
        pattern.search(text) and not nouns[kind].search(source)
        for kind, pattern in (_BODY_ZH if chinese else _BODY_EN).items()
    )


_SOMEBODY_EN = re.compile(
    r"(?:^|[.;]\s+|\b(?:by|with|and|from|to|for|said|as did)\s+)(?:an?|one|another)\s+(?:[a-z\-]+\s+){0,4}?"
    r"(?:patient|resident|student|pupil|parent|mother|father|teacher|chef|artist|choreographer|musician|volunteer|participant|customer|"
    r"passenger|user|worker|driver|captain|doctor|nurse|professor|researcher|scientist|engineer|expert|scholar|official|spokes\w+|"
    r"representative|executive|director|manager|(?:co-)?founder|entrepreneur|athlete|winner|graduate|designer|architect|curator|shopkeeper|"
    r"farmer|villager|writer|author|man|woman|survivor|donor|recipient|beneficiary)\b",
    re.IGNORECASE,
)
_SOMEBODY_ZH = re.compile(rf"(?:一[名位個]|某[名位])[{HAN}\d歲]{{1,12}}")


def somebody(text: str, language: str) -> int | None:
    """Where a text begins to speak of somebody whom it does not name; None where it does not."""
    match = (_SOMEBODY_ZH if language.startswith("zh") else _SOMEBODY_EN).search(text)
    return match.start() if match else None
