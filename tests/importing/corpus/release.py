"""The releases of the corpus as their authors wrote them: ``texts/NAME.txt``, one block per paragraph.

The first block says how the release is laid out and what is right about it as a whole; every other
block is what is printed at one place, in ``zh`` or ``en`` or both:

    quote                                   the kind: headline sub key text item subheading quote
    zh 主席陳大文說：「⟪多謝。⟫」             figure about contact note, or heading and print, which
    en "⟪Thank you,⟫" said Chan Tai-man.    belong to no part of a release
    name 陳大文 | Chan Tai-man              and what is right about it

``⟪ ⟫`` stand around the words of a quote, ``⟦ ⟧`` around what of a paragraph belongs to the part
(the rest is a label, a bullet, a dateline); neither is printed. ``⏎`` is a soft break, ``⇥`` the
next cell of a row, ``zh#`` the heading above. ``A | B`` is Chinese | English, ``A ~ B`` are readings
that are both right (``~ B``: nothing or B). ``later en``: in English this and the next block stand
the other way round.
"""

import dataclasses
import re
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
CODES = {"zh": "zh-hant", "en": "en"}


@dataclasses.dataclass
class Block:
    """``words`` are the paragraphs per language as printed (``#`` for the heading above them)."""

    kind: str
    words: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    facts: dict[str, list[str]] = dataclasses.field(default_factory=dict)

    def printed(self, language: str) -> list[str]:
        return [re.sub("[⟦⟧⟪⟫]", "", line) for line in self.words.get(language, [])]


@dataclasses.dataclass
class Release:
    name: str
    facts: dict[str, list[str]]
    blocks: list[Block]

    @property
    def languages(self) -> list[str]:
        return [c for c in CODES if any(c in b.words for b in self.blocks)]

    def in_order(self, language: str) -> list[Block]:
        blocks = list(self.blocks)
        for n, block in enumerate(self.blocks):
            if language in block.facts.get("later", []):
                blocks[n : n + 2] = reversed(blocks[n : n + 2])
        return blocks

    def text(self, value: str) -> dict:
        """``A ~ B | C`` as words per language code, readings in a list."""
        halves = re.split(r" \|(?: |$)", value) if len(self.languages) == 2 else [value]
        if len(halves) == 1:
            halves *= len(self.languages)
        found = {}
        for language, half in zip(self.languages, halves, strict=True):
            readings = [r.strip() for r in half.strip().split("~")]
            if any(readings):
                found[CODES[language]] = readings if len(readings) > 1 else readings[0]
        return found

    def running(self, name: str, language: str) -> str:
        """The running ``header`` or ``footer`` in one language."""
        value = next(iter(self.facts.get(name, [])), "")
        halves = value.split(" | ") if len(self.languages) == 2 else [value]
        return halves[-1] if language == "en" else halves[0]


def releases() -> list[Release]:
    return [_parse(path) for path in sorted(TEXTS.glob("*.txt"))]


def _parse(path: Path) -> Release:
    top, *rest = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    facts: dict[str, list[str]] = {}
    for line in top.split("\n"):
        name, _, value = line.partition(" ")
        facts.setdefault(name, []).append(value)
    return Release(path.stem, facts, [_block(block.strip("\n").split("\n")) for block in rest])


def _block(lines: list[str]) -> Block:
    block = Block(lines[0].strip())
    for line in lines[1:]:
        name, _, value = line.partition(" ")
        kept = block.words if name.rstrip("#") in CODES else block.facts
        kept.setdefault(name, []).append(value)
    return block


# What is right


def right(release: Release, files: list[str]) -> dict:
    """What an editor reads in the release (the shape is in ``tests.importing.measure``)."""
    one, many = _Facts(release).one, _Facts(release).many

    def of(kind: str) -> list[Block]:
        return [b for b in release.blocks if b.kind == kind]

    def joined(kind: str, between: str) -> dict:
        texts = [_right(release, block) for block in of(kind)]
        return {
            code: values[0] if len(values) == 1 else between.join(values)
            for code in map(CODES.get, release.languages)
            if (values := [t[code] for t in texts if code in t])
        }

    body = [b for b in release.blocks if b.kind in BODY]
    return {
        "files": files,
        "form": release.facts["form"][0],
        "languages": [CODES[language] for language in release.languages],
        "headline": joined("headline", " "),
        "sub_headline": joined("sub", "  "),
        "city": one(release.facts, "city"),
        "date": _readings(release.facts["date"][0]),
        "embargo": next(iter(release.facts.get("embargo", [])), None),
        "key_points": [_right(release, b) for b in of("key")],
        "body": [{"kind": BODY[b.kind], **_right(release, b)} for b in body],
        "quotes": [
            {
                "words": _words(release, b),
                "name": one(b.facts, "name"),
                "job_title": one(b.facts, "title"),
                "organisation": one(b.facts, "org"),
            }
            for b in body
            if "⟪" in str(b.words)
        ],
        "figures": [
            {
                "caption": _right(release, b),
                "credit": one(b.facts, "credit"),
                "picture": b.facts.get("picture") == ["yes"],
                "people": many(b.facts, "person"),
            }
            for b in of("figure")
        ],
        "signatories": [_person(release, value) for value in release.facts.get("sign", [])],
        "witnesses": [_person(release, value) for value in release.facts.get("witness", [])],
        "organisations": [
            {"role": role, "name": name}
            for role in ("host", "partner")
            for name in many(release.facts, role)
        ],
        "boilerplates": [
            {
                "organisation": one(b.facts, "org"),
                "text": _right(release, b),
                "website": (lambda sites: _readings(sites[0]) if sites else "")(
                    b.facts.get("site", [])
                ),
            }
            for b in of("about")
        ],
        "media_contacts": [
            {
                "name": one(b.facts, "name"),
                "organisation": one(b.facts, "org"),
                "phones": [_readings(value) for value in b.facts.get("phone", [])],
                "emails": b.facts.get("email", []),
            }
            for b in of("contact")
        ],
        "notes_to_editors": [_right(release, b) for b in of("note")],
    }


BODY = {
    "text": "text",
    "item": "text",
    "subheading": "subheading",
    "quote": "quote",
    "figure": "figure",
}


@dataclasses.dataclass
class _Facts:
    release: Release

    def many(self, facts: dict, name: str) -> list[dict]:
        return [self.release.text(value) for value in facts.get(name, [])]

    def one(self, facts: dict, name: str) -> dict:
        return next(iter(self.many(facts, name)), {})


def _readings(value: str) -> str | list[str]:
    readings = [r.strip() for r in value.split("~")]
    return readings if len(readings) > 1 else readings[0]


def _right(release: Release, block: Block) -> dict:
    """The words of a block that belong to its part, per language code."""
    if "right" in block.facts:
        return release.text(block.facts["right"][0])
    found = {}
    for language in release.languages:
        if language in block.words:
            lines = [
                re.sub("[⟪⟫]", "", "".join(re.findall("⟦(.*?)⟧", line)) or line).strip()
                for line in block.words[language]
            ]
            found[CODES[language]] = "\n\n".join(lines).replace("⏎", "\n")
            if re.match(r"\W*\w+\W*⟦", block.words[language][0]) and block.kind in ("item", "note"):
                # A printed number may stay with its words.
                found[CODES[language]] = [lines[0], *block.printed(language)]
    return found


def _words(release: Release, block: Block) -> dict:
    """Words that go on behind their attribution may be read with or without the rest."""
    found = {}
    for language in release.languages:
        lines = block.words.get(language, [])
        spans = [span for line in lines if (span := re.findall("⟪(.*?)⟫", line))]
        whole = "\n\n".join(" ".join(of_line) for of_line in spans)
        first = "\n\n".join(of_line[0] for of_line in spans)
        found[CODES[language]] = whole if whole == first else [first, whole]
    return found


def _person(release: Release, value: str) -> dict:
    halves = value.split(" | ")
    parts = [half.split(";") for half in halves]
    rows = [" | ".join(p.strip() for p in of_part) for of_part in zip(*parts, strict=True)]
    names = ("name", "job_title", "organisation")
    return {name: release.text(row) for name, row in zip(names, rows, strict=True)}
