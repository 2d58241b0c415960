"""The seed among the measured documents, where it is.

The file and its texts are no part of this repository: names and numbers stand here as a reader of
the file finds them, everything longer is said by the lines that hold it (from 1).
"""

import functools
import re

from releases.importing import File

from .corpus import SEED, Case
from .scoring import Collected, norm

ZH = "zh-hant"
PARK, PHARMA, BUREAU = "香港科技園公司", "阿斯利康", "香港創新科技及工業局"
# Label and dateline, which are no words of the part.
LABEL = re.compile(r"^(?:•|圖[一二三四]：|（香港，2023年4月4日）—)")
PARAGRAPHS = [(19, 25), (29, 33), (37, 41), (45, 49), (53, 57), (61, 78), (82, 92), (96, 102)]
PARAGRAPHS += [(106, 116)]
CAPTIONS = [(121, 136), (142, 146), (151, 166), (171, 177)]
KEY_POINTS = [(7, 9), (11, 11), (13, 15)]
BOILERPLATES = [(180, 214), (220, 232)]
ZHA, CHEUNG, WANG = "查毅超", "張曼莉", "王磊"
TITLES = {
    ZHA: (PARK, "主席"),
    CHEUNG: (BUREAU, "副局長"),
    WANG: (PHARMA, "全球執行副總裁、國際業務及中國總裁"),
    "吴珊": (PHARMA, "香港及澳門總經理"),
    "黃克強": (PARK, "行政總裁"),
    "Pascal Soriot": (PHARMA, "行政總裁"),
}
# The lines of a paragraph or caption whose words between 「 and 」 somebody says.
QUOTES = [((61, 78), ZHA), ((82, 92), CHEUNG), ((96, 102), WANG), ((171, 177), WANG)]
IN_PICTURES = ["黃克強", "吴珊", ZHA, CHEUNG, "Pascal Soriot", WANG, "劉思雅"]
CONTACTS = [
    ("博訊公關顧問", "李小姐", ["+85298113380"], ["w.lee@prppl.com"]),
    (PARK, "張麗蘭", ["+85226296891"], ["julia.cheung@hkstp.org"]),
    (
        "愛德曼國際公關公司",
        "梁爽爽",
        ["+85228374775"],
        ["sonia.leung@edelman.com", "edelmanhkstppr@edelman.com"],
    ),
]


def cases():
    path = next(iter(SEED.glob("*.txt")), None) if SEED.is_dir() else None
    if path is not None:
        data = path.read_bytes()
        files = functools.partial(list, [File("seed.txt", data)])
        yield Case("the seed", "txt", "Chinese", files, _right(data.decode().split("\n")))


def _right(rows):
    c = Collected()

    def lines(first, last):
        return LABEL.sub("", re.sub(r"\s+", "", "".join(rows[first - 1 : last])))

    def add(field, words, *beside):
        c.add(field, {ZH: words}, *beside)

    add("headline", rows[0])
    add("sub-headline", rows[2])
    add("city", "香港")
    c.plain("date", "2023-04-04")
    for field, ranges in (
        ("key points", KEY_POINTS),
        ("paragraphs", PARAGRAPHS),
        ("captions", CAPTIONS),
        ("boilerplates", BOILERPLATES),
    ):
        for first, last in ranges:
            add(field, lines(first, last))
    for (first, last), name in QUOTES:
        words = re.search(
            r"(?<=[：:]「).*?(?=」)", re.sub("『.*?』", lambda m: m.group(), lines(first, last))
        )
        beside = norm(words.group())[:30]
        add("quote: words", words.group())
        add("quote: speaker", name, beside)
        add("quote: organisation", TITLES[name][0], beside)
        add("quote: job title", TITLES[name][1], beside)
    for field, one, names in (
        ("signatories", "signatory", ["吴珊", "黃克強"]),
        ("witnesses", "witness", ["Pascal Soriot", WANG, ZHA]),
    ):
        for name in names:
            add(field, name)
            add(f"{one}: organisation", TITLES[name][0], norm(name))
            add(f"{one}: job title", TITLES[name][1], norm(name))
    for name in IN_PICTURES:
        add("people in pictures", name)
    add("organisations", PARK, "host")
    add("organisations", PHARMA, "partner")
    for site in ("hkstp.org", "astrazeneca.com.hk"):
        c.plain("boilerplate: website", site)
    for organisation, name, phones, emails in CONTACTS:
        add("contact: organisation", organisation)
        add("contact: name", name)
        for number in phones:
            c.plain("contact: phones", number)
        for address in emails:
            c.plain("contact: e-mails", address)
    return c.items
