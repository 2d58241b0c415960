"""Measure the import: ``python -m tests.importing.measure [FOLDER...] [--misses] [--write]``.

Reads every release of the folders (those of ``corpus``, and the example release where it is, when
none is named) and compares what was read with what is right. ``--misses`` prints every value that
was missed or wrong, ``--write`` puts the tables into docs/import.md.

A folder holds for each release one or two files and a JSON of what is right, which names them:

    files, form                        the files in the order in which they are chosen; a word about the kind
    languages                          of zh-hant, en; Simplified text counts as zh-hant, as printed
    headline, sub_headline, city       words per language: {"zh-hant": "…", "en": "…"}
    date, embargo                      "2026-05-04", "2026-05-04T01:00" (UTC), null where there is none
    key_points, notes_to_editors       [words]
    body                               [{"kind": text subheading quote figure, words}] as printed, without
                                       dateline, bullet and figure label; a list item is an entry
    quotes                             [{"words", "name", "job_title", "organisation"}]
    figures                            [{"caption", "credit", "picture": true, "people": [words]}]
    signatories, witnesses             [{"name", "job_title", "organisation"}]
    organisations                      [{"role": host partner, "name"}]
    boilerplates                       [{"organisation", "text", "website"}]
    media_contacts                     [{"name", "organisation", "phones": […], "emails": […]}]

In place of a value a list of readings may stand, all of them right; an empty one says that the
value may be missing. Every value in every language is an item of its field; in two languages what
has both is an item of ``pairs`` as well, right when both stand in the same part.
"""

import argparse
import collections
import dataclasses
import functools
import itertools
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
TABLES = HERE.parents[1] / "docs" / "import.md"
LANGUAGES = ("zh-hant", "en")


@dataclasses.dataclass
class Score:
    """``right`` values were found, ``missed`` were not, ``wrong`` were given and are not right."""

    right: int = 0
    missed: list[str] = dataclasses.field(default_factory=list)
    wrong: list[str] = dataclasses.field(default_factory=list)

    @property
    def precision(self) -> float:
        return _share(self.right, self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, [*self.missed, *self.wrong])

    @property
    def empty(self) -> bool:
        return not (self.right or self.missed or self.wrong)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.missed + other.missed, self.wrong + other.wrong)


def _share(right: int, others: list[str]) -> float:
    return right / (right + len(others)) if right or others else 1.0


Scores = dict[str, Score]


@dataclasses.dataclass
class Measured:
    """One release: its name, the files, what was scored, and why it could not be read."""

    name: str
    expected: dict
    scores: Scores
    refused: str = ""

    @property
    def total(self) -> Score:
        return sum(self.scores.values(), Score())


# Comparing


HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"


def plain(text: str) -> str:
    """White space next to a Han character does not count, other is one space."""
    return re.sub(f"(?<=[{HAN}]) | (?=[{HAN}])", "", " ".join(str(text).split()))


def readings(value) -> list[str]:
    return [plain(v) for v in (value if isinstance(value, list) else [value])]


def same(expected, found) -> bool:
    return plain(found) in readings(expected)


def likeness(expected, found) -> float:
    """From 0 to 1: what two texts have in common, by pairs of characters."""

    def pairs(text):
        return collections.Counter(itertools.pairwise(f" {text} "))

    best = 0.0
    for reading in filter(None, readings(expected)):
        ours, theirs = pairs(reading), pairs(plain(found))
        best = max(best, 2 * (ours & theirs).total() / (ours.total() + theirs.total()))
    return best


_Match = tuple[dict | None, dict | None]


def matched(
    expected: list[dict], found: list[dict], like: Callable[[dict, dict], float]
) -> Iterator[_Match]:
    """Each right part with the part read that is most like it, or with nothing; then the rest."""
    table = [
        (like(one, other), -i, -j)
        for i, one in enumerate(expected)
        for j, other in enumerate(found)
    ]
    partner: dict[int, int] = {}
    for score, i, j in sorted(table, reverse=True):
        if score > 0.3 and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    for i, one in enumerate(expected):
        yield one, found[partner[i]] if i in partner else None
    for j, other in enumerate(found):
        if j not in partner.values():
            yield None, other


class Comparison:
    """What is right of one release against what was read of it, a score per field."""

    def __init__(self, expected: dict, found: dict):
        self.scores: Scores = collections.defaultdict(Score)
        self.expected, self.found = expected, found
        for field in ("headline", "sub_headline", "city"):
            self.words(field, expected[field], found[field])
        for field in ("date", "embargo"):
            self.value(field, expected[field] or "", found[field] or "")
        self.all_words("key_points", expected["key_points"], found["key_points"])
        self.all_words("notes_to_editors", expected["notes_to_editors"], found["notes_to_editors"])
        for field, kinds in {
            "paragraphs": ("text", "quote"),
            "subheadings": ("subheading",),
        }.items():
            self.all_words(field, *(_of_kinds(side["body"], kinds) for side in (expected, found)))
        for role in ("host", "partner"):
            self.all_words(
                "organisations",
                *(
                    [o["name"] for o in side["organisations"] if o["role"] == role]
                    for side in (expected, found)
                ),
            )
        self.quotes()
        self.figures()
        self.people()
        self.boilerplates()
        self.media_contacts()
        if len(expected["languages"]) == 2:
            self.pairs()

    # One value, one text in its languages, many texts without an order

    def value(self, field: str, expected, found) -> None:
        score = self.scores[field]
        if found and same(expected, found):
            score.right += 1
            return
        if found:
            score.wrong.append(str(found))
        if "" not in readings(expected):
            score.missed.append(readings(expected)[0])

    def words(self, field: str, expected: dict, found: dict) -> None:
        for language in LANGUAGES:
            self.value(field, expected.get(language, ""), found.get(language, ""))

    def all_values(self, field: str, expected: list, found: list) -> None:
        score, rest = self.scores[field], [value for value in found if value]
        for value in expected:
            match = next((one for one in rest if same(value, one)), None)
            if match is not None:
                rest.remove(match)
                score.right += 1
            elif "" not in readings(value):
                score.missed.append(readings(value)[0])
        score.wrong += map(str, rest)

    def all_words(self, field: str, expected: list[dict], found: list[dict]) -> None:
        for language in LANGUAGES:
            self.all_values(
                field,
                [text[language] for text in expected if text.get(language)],
                [text[language] for text in found if text.get(language)],
            )

    # Parts: first which is which (in each language, for pairs are scored apart), then their values

    def in_language(self, part: str, name: str, language: str) -> Iterator[_Match]:
        """The right parts and those read that say something, by how like ``name`` is in both."""
        sides = (
            [p for p in side[part] if p[name].get(language)] for side in (self.expected, self.found)
        )
        return matched(
            *sides, lambda one, other: likeness(one[name][language], other[name][language])
        )

    def values(self, match: _Match, fields: dict[str, str], language: str) -> None:
        """``fields`` are the names of a part's values by the field that they are scored in."""
        for field, name in fields.items():
            self.value(field, *(side[name].get(language, "") if side else "" for side in match))

    def quotes(self) -> None:
        fields = {
            "quote_words": "words",
            "quote_speaker": "name",
            "quote_title": "job_title",
            "quote_organisation": "organisation",
        }
        for language in LANGUAGES:
            for match in self.in_language("quotes", "words", language):
                self.values(match, fields, language)

    def figures(self) -> None:
        for language in LANGUAGES:
            for match in self.in_language("figures", "caption", language):
                self.values(match, {"captions": "caption", "credits": "credit"}, language)
                people = (
                    [
                        text[language]
                        for text in (side["people"] if side else [])
                        if language in text
                    ]
                    for side in match
                )
                self.all_values("people_in_pictures", *people)
        for match in matched(self.expected["figures"], self.found["figures"], _like("caption")):
            shown = ("picture" if side and side["picture"] else "" for side in match)
            self.value("pictures", *shown)

    def people(self) -> None:
        fields = {"their_titles": "job_title", "their_organisations": "organisation"}
        for part, language in itertools.product(("signatories", "witnesses"), LANGUAGES):
            for match in self.in_language(part, "name", language):
                one, other = match
                if other or "" not in readings(one["name"][language]):
                    self.values(match, {part: "name", **fields}, language)

    def boilerplates(self) -> None:
        fields = {"boilerplate_organisation": "organisation", "boilerplate_text": "text"}
        for language in LANGUAGES:
            for match in self.in_language("boilerplates", "text", language):
                self.values(match, fields, language)
        sides = (self.expected["boilerplates"], self.found["boilerplates"])
        for match in matched(*sides, _like("text")):
            sites = ([s.rstrip("/") for s in readings((b and b["website"]) or "")] for b in match)
            self.value("boilerplate_website", next(sites), next(sites)[0])

    def media_contacts(self) -> None:
        fields = {"contact_name": "name", "contact_organisation": "organisation"}
        sides = (self.expected["media_contacts"], self.found["media_contacts"])
        for language in LANGUAGES:
            speaking = (
                [c for c in side if any(c[name].get(language) for name in fields.values())]
                for side in sides
            )
            for match in matched(*speaking, _same_contact):
                self.values(match, fields, language)
        for match in matched(*sides, _same_contact):
            for field, name in {"contact_phones": "phones", "contact_emails": "emails"}.items():
                self.all_values(field, *(side[name] if side else [] for side in match))

    # Both languages in one part

    def pairs(self) -> None:
        score = self.scores["pairs"]
        for part, name in {
            "body": None,
            "quotes": "words",
            "boilerplates": "text",
            "media_contacts": "name",
            "signatories": "name",
            "witnesses": "name",
        }.items():

            def words(entry, name=name):
                return entry if name is None else entry[name]

            homes = collections.defaultdict(set)
            for entry in self.found[part]:
                for language in LANGUAGES:
                    if words(entry).get(language):
                        homes[language, plain(words(entry)[language])].add(entry["part"])
            both = {key for (code, _), keys in homes.items() if code == "en" for key in keys}
            both &= {key for (code, _), keys in homes.items() if code == "zh-hant" for key in keys}
            for entry in self.expected[part]:
                text = words(entry)
                if not all(text.get(language) for language in LANGUAGES):
                    continue
                chinese, english = (
                    set().union(*(homes[language, r] for r in readings(text[language])))
                    for language in LANGUAGES
                )
                if chinese & english:
                    score.right += 1
                    both -= chinese & english
                elif not _may_be_missing(text):
                    score.missed.append(f"{part}: {readings(text['en'])[0]}")
            score.wrong += [f"{part}: {key}" for key in sorted(both)]


def _of_kinds(body: list[dict], kinds: Iterable[str]) -> list[dict]:
    return [entry for entry in body if entry["kind"] in kinds]


def _may_be_missing(text: dict) -> bool:
    return all("" in readings(value) for value in text.values())


def _like(name: str) -> Callable[[dict, dict], float]:
    def of(one: dict, other: dict) -> float:
        return max(
            (
                likeness(one[name][c], other[name][c])
                for c in LANGUAGES
                if one[name].get(c) and other[name].get(c)
            ),
            default=0.0,
        )

    return of


def _same_contact(one: dict, other: dict) -> float:
    ways = {r for way in (*one["phones"], *one["emails"]) for r in readings(way)}
    shared = ways & {plain(way) for way in (*other["phones"], *other["emails"])}
    return len(shared) + _like("name")(one, other)


# What was read, in the form of what is right


def described(document) -> dict:
    """A document as the JSON of what is right, and with the key of each ``part``."""
    from releases.document import schema

    def person(value) -> dict:
        return {
            "name": value.name,
            "job_title": value.job_title,
            "organisation": value.organisation,
        }

    moment = document.embargo_until
    return {
        "headline": document.headline,
        "sub_headline": document.sub_headline,
        "city": document.dateline.city,
        "date": document.dateline.date and document.dateline.date.isoformat(),
        "embargo": moment and moment.strftime("%Y-%m-%dT%H:%M"),
        "key_points": [point.text for point in document.key_points],
        "body": [entry for block in document.body for entry in _entries(block)],
        "quotes": [
            {"part": q.key, "words": q.words, **person(q.speaker)} for q in document.quotes()
        ],
        "figures": [
            {
                "caption": f.caption,
                "credit": f.credit,
                "picture": f.picture is not None,
                "people": [p.name for p in f.people],
            }
            for f in document.figures()
        ],
        "signatories": [{"part": s.key, **person(s.person)} for s in document.signatories],
        "witnesses": [{"part": w.key, **person(w.person)} for w in document.witnesses],
        "organisations": [{"role": o.role, "name": o.name} for o in document.organisations],
        "boilerplates": [
            {"part": b.key, "organisation": b.organisation, "text": b.text, "website": b.website}
            for b in document.boilerplates
        ],
        "media_contacts": [
            {
                "part": c.key,
                "name": c.name,
                "organisation": c.organisation,
                "phones": [phone.number for phone in c.phones],
                "emails": c.emails,
            }
            for c in document.media_contacts
        ],
        "notes_to_editors": [
            {code: text for code, text in entry.items() if code in LANGUAGES}
            for block in document.notes_to_editors
            if not isinstance(block, schema.Subheading)
            for entry in _entries(block)
        ],
    }


def _entries(block) -> Iterator[dict]:
    """The printed paragraphs of a block of the body: those of one language each in a text."""
    from releases import rich_text
    from releases.document import schema

    kind = {
        schema.TextBlock: "text",
        schema.Quote: "quote",
        schema.Figure: "figure",
        schema.Subheading: "subheading",
    }[type(block)]
    entry = {"kind": kind, "part": block.key}
    match block:
        case schema.TextBlock():
            for language, html in block.html.items():
                for paragraph in re.split("</p>|</li>", html):
                    if text := rich_text.to_plain(re.sub(r"<br\s*/?>", "\n", paragraph)):
                        yield {**entry, language: text}
        case schema.Quote():
            languages = {*block.lead_in, *block.words, *block.follow_on}
            yield {**entry, **{c: schema.printed_quote(block, c) for c in languages}}
        case schema.Figure():
            yield {**entry, **block.caption}
        case schema.Subheading():
            yield {**entry, **block.text}


# Measuring


class Description(dict):
    """An object of a description: what it leaves out is empty."""

    def __init__(self, read: dict):
        super().__init__({name: value for name, value in read.items() if value is not None})

    def __missing__(self, name: str) -> dict:
        return {}


def descriptions(folders: Iterable[Path]) -> Iterator[tuple[str, Path, dict]]:
    """The name, the folder and what is right of each release of some folders."""
    for folder in folders:
        for path in sorted(folder.glob("*.json")):
            expected = json.loads(path.read_text(encoding="utf-8"), object_hook=Description)
            if isinstance(expected, dict) and "files" in expected:
                yield path.stem, folder, expected


@functools.cache
def import_release(folder: Path, files: tuple[str, ...]):
    from releases.importing import File
    from releases.importing.reader import read

    return read([File(name, (folder / name).read_bytes()) for name in files])


def measured(name: str, folder: Path, expected: dict) -> Measured:
    """What the import makes of one release. What it cannot read scores nothing on all its values."""
    from releases.importing import ImportRefused

    try:
        document = import_release(folder, tuple(expected["files"])).document
    except ImportRefused as refusal:
        found, refused = _nothing(), f"refused: {refusal}"
    except Exception as error:
        found, refused = _nothing(), f"failed: {type(error).__name__}: {error}"
    else:
        found, refused = described(document), ""
    return Measured(name, expected, dict(Comparison(expected, found).scores), refused)


def _nothing() -> dict:
    from releases.document.schema import Document

    return described(Document(slug="nothing"))


def by_field(all_measured: list[Measured]) -> Scores:
    fields: Scores = collections.defaultdict(Score)
    for one in all_measured:
        for field, score in one.scores.items():
            fields[field] += score
    return {field: score for field, score in fields.items() if not score.empty}


def tables(all_measured: list[Measured]) -> str:
    fields = by_field(all_measured)
    whole = sum(fields.values(), Score())
    mean = sum(score.f1 for score in fields.values()) / len(fields)
    rows = [
        "| field | right values | precision | recall | F1 |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(_row(field.replace("_", " "), score) for field, score in fields.items()),
        _row("**all values**", whole),
        "",
        f"Mean F1 of the {len(fields)} fields: **{mean:.3f}**.",
        "",
        "| release | form | files | languages | right values | F1 |",
        "| --- | --- | --- | --- | ---: | ---: |",
    ]
    for one in all_measured:
        formats = " + ".join(name.rpartition(".")[2] for name in one.expected["files"])
        values = one.total.right + len(one.total.missed)
        rows.append(
            f"| {one.name} | {one.expected.get('form', '')} | {formats}"
            f" | {', '.join(one.expected['languages'])} | {values} | {one.total.f1:.3f} |"
        )
    refused = [f"- {one.name}: {one.refused}" for one in all_measured if one.refused]
    return "\n".join([*rows, *(["", "Not read:", "", *refused] if refused else [])])


def _row(name: str, score: Score) -> str:
    values = score.right + len(score.missed)
    return f"| {name} | {values} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"


def misses(all_measured: list[Measured]) -> Iterator[str]:
    for one in all_measured:
        for field, score in one.scores.items():
            for sort, values in (("missed", score.missed), ("wrong", score.wrong)):
                for value in values:
                    yield f"{one.name:18} {field:24} {sort:7} {value[:150]}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.importing.measure")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()

    import django

    import tests.conftest  # noqa: F401 - settings of their own

    django.setup()
    from django.utils import translation

    found = list(descriptions(options.folders or [CORPUS]))
    if not options.folders:
        from .corpus import seed

        if seed.FILE is None:
            print("The example release is not beside this checkout: skipped.", file=sys.stderr)
        else:
            found.append(("seed", seed.FILE.parent, seed.right()))
    with translation.override("en"):
        all_measured = [measured(*one) for one in found]
    printed = tables(all_measured)
    print(printed)
    if options.misses:
        print("", *misses(all_measured), sep="\n")
    if options.write:
        page = TABLES.read_text(encoding="utf-8")
        start, end = (page.index(f"<!-- {mark} -->") for mark in ("figures", "end of figures"))
        page = f"{page[:start]}<!-- figures -->\n\n{printed}\n\n{page[end:]}"
        TABLES.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
