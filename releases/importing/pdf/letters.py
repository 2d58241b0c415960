"""Letters with their places, and what each stands for in the text."""

import dataclasses
import unicodedata

# The forms of radicals that are not folded by Unicode's own tables, with the characters that they
# print (Unicode, EquivalentUnifiedIdeograph.txt). Browsers and macOS put them into PDF files.
RADICALS = dict(
    zip(
        "⺁⺄⺅⺈⺉⺊⺌⺍⺎⺐⺑⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺯⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乚亻刀刂卜小小兀尢尢巳幺彑忄心扌攵旡日月歺民氵氺灬爫爫爿犭王疋目示礻糸罓罒网网罒羊羊羋耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阜雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)


@dataclasses.dataclass
class Letter:
    """``base`` is the line it stands on, ``size`` that of its font; a space alone has none.

    ``symbol``: of a font of symbols. ``stroke`` is only measured where the font bears no name, and
    ``beside_han`` says whether Chinese characters were measured with it.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    symbol: bool = False
    is_unnamed: bool = False
    stroke: float = 0
    beside_han: bool = False
    href: str = ""

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def readable(code: int) -> str:
    """What a code stands for: ligatures and the second forms of Han characters become the usual
    ones, full-width forms stay. Nothing where it is no character of a text.
    """
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return ""
    character = chr(code)
    if character in RADICALS:
        return RADICALS[character]
    if (
        0x2E80 <= code < 0x2FE0  # radicals
        or 0xF900 <= code < 0xFB07  # compatibility ideographs, ligatures
        or 0x2F800 <= code < 0x2FA20
    ):
        return unicodedata.normalize("NFKC", character)
    if character in "\t\n\r\xa0":
        return " "
    kind = unicodedata.category(character)
    # Private characters from F000 on are the bullets of symbol fonts.
    if kind in ("Cc", "Cn", "Cf", "Zl", "Zp") and character not in "\xad\u200c\u200d":
        return ""
    if kind == "Co" and not 0xF000 <= code <= 0xF0FF or character == "\ufffd":
        return ""
    return character
