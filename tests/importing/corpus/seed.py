"""What is right about the example release, which is no part of this repository.

Names and numbers stand here as ``test_seed`` names them; what is longer is said by the lines of the
file that hold it (from 1).
"""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "seed"
FILE = next(iter(sorted(FOLDER.glob("*.txt"))), None)

PARK, PHARMA = "香港科技園公司", "阿斯利康"
CHAIRMAN = ("查毅超", "主席", PARK)
MINISTER = ("張曼莉", "副局長", "香港創新科技及工業局")
PRESIDENT = ("王磊", "全球執行副總裁、國際業務及中國總裁", PHARMA)
# Their first and last lines, and who speaks; ``PREFIX`` is no part of them.
KEY_POINTS = [(7, 9), (11, 11), (13, 15)]
TEXTS = [(19, 25), (29, 33), (37, 41), (45, 49), (53, 57)]
QUOTES = [((61, 78), CHAIRMAN), ((82, 92), MINISTER), ((96, 102), PRESIDENT)]
LAST_TEXT = (106, 116)
CAPTIONS = [(121, 136), (142, 146), (151, 166), (171, 177)]
BOILERPLATES = [
    (PARK, [(180, 188), (192, 202), (206, 210), (214, 214)], "https://www.hkstp.org"),
    (PHARMA, [(220, 228), (232, 232)], "https://www.AstraZeneca.com.hk"),
]
PREFIX = re.compile("^(?:•|圖.：|（香港，.*?）—)")
PEOPLE = ["黃克強", "吴珊", "查毅超", "張曼莉", "Pascal Soriot", "王磊", "劉思雅"]
CONTACTS = [
    ("李小姐", "博訊公關顧問", ["+85298113380"], ["w.lee@prppl.com"]),
    ("張麗蘭", PARK, ["+85226296891"], ["julia.cheung@hkstp.org"]),
    (
        "梁爽爽",
        "愛德曼國際公關公司",
        ["+85228374775"],
        ["Sonia.Leung@edelman.com", "Edelmanhkstppr@edelman.com"],
    ),
]


def right() -> dict:
    rows = FILE.read_text(encoding="utf-8").split("\n")

    def zh(words) -> dict:
        return {"zh-hant": words}

    def lines(first: int, last: int) -> str:
        text = "".join(row.strip() for row in rows[first - 1 : last])
        return PREFIX.sub("", text)

    def person(name: str, job_title: str, organisation: str) -> dict:
        return {
            "name": zh(name),
            "job_title": zh(job_title),
            "organisation": zh(organisation),
        }

    def quote(place: tuple[int, int], speaker: tuple[str, str, str]) -> dict:
        words = re.search("：「(.*)」", lines(*place))
        return {"words": zh(words.group(1)), **person(*speaker)}

    body = [("text", place) for place in TEXTS]
    body += [("quote", place) for place, _speaker in QUOTES]
    body += [("text", LAST_TEXT), *(("figure", place) for place in CAPTIONS)]
    return {
        "files": [FILE.name],
        "form": "corporate",
        "languages": ["zh-hant"],
        "headline": zh(lines(1, 1)),
        "sub_headline": zh(rows[2].strip()),
        "city": zh("香港"),
        "date": "2023-04-04",
        "embargo": None,
        "key_points": [zh(lines(*place)) for place in KEY_POINTS],
        "body": [{"kind": kind, **zh(lines(*place))} for kind, place in body],
        "quotes": [quote(*one) for one in (*QUOTES, (CAPTIONS[-1], PRESIDENT))],
        "figures": [
            {
                "caption": zh(lines(*place)),
                "credit": {},
                "picture": False,
                "people": [zh(name) for name in (PEOPLE if not number else [])],
            }
            for number, place in enumerate(CAPTIONS)
        ],
        "signatories": [
            person("吴珊", "香港及澳門總經理", PHARMA),
            person("黃克強", "行政總裁", PARK),
        ],
        "witnesses": [
            person("Pascal Soriot", "行政總裁", PHARMA),
            person(*PRESIDENT),
            person(*CHAIRMAN),
        ],
        "organisations": [
            {"role": "host", "name": zh(PARK)},
            {"role": "partner", "name": zh(PHARMA)},
        ],
        "boilerplates": [
            {
                "organisation": zh(name),
                "text": zh("\n\n".join(lines(*place) for place in places)),
                "website": website,
            }
            for name, places, website in BOILERPLATES
        ],
        "media_contacts": [
            {"name": zh(name), "organisation": zh(of), "phones": phones, "emails": emails}
            for name, of, phones, emails in CONTACTS
        ],
        "notes_to_editors": [],
    }
