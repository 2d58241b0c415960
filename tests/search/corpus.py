"""Many releases in two languages, the same every time, and what must be found in them.

``NaiveScan`` knows no index: it reads every line of every page.
"""

import datetime as dt
import itertools
import random
from dataclasses import dataclass

import opencc

from releases.document import digest, schema, to_json
from releases.models import Edition, Listing, Page, PageListing, PageText, Release, Word
from releases.publishing.pages import editions_with_window, pages_of
from releases.search import rebuild
from releases.search.folding import fold
from releases.search.tokens import stem

from ..factories import NOON, press_officer

# The 3,755 common characters of GB 2312, in the forms of Hong Kong.
COMMON = opencc.OpenCC("s2hk").convert(
    b"".join(bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)).decode(
        "gb2312", "ignore"
    )
)
ROOTS = [
    "sign",
    "launch",
    "open",
    "build",
    "test",
    "park",
    "robot",
    "invest",
    "study",
    "train",
    "fund",
    "harbour",
    "coast",
    "energy",
    "water",
    "school",
    "clinic",
    "design",
    "measure",
    "report",
    "chair",
    "partner",
    "award",
    "grant",
    "visit",
    "build",
    "market",
    "science",
]
ENDINGS = ["", "s", "ed", "ing", "er"]
NAMES = ["Zoë Müller", "José Núñez", "Łukasz Øster", "François Lefèvre", "Anaïs Dvořák"]
MIXED = ["AI機械人", "5G網絡", "COVID-19疫苗", "HK$3.5 億", "B2B平台", "GPT-4o模型"]


class Corpus:
    """``documents(count)``: releases of about 1,100 Han characters and 300 English words each."""

    def __init__(self, seed=7):
        self.random = random.Random(seed)
        lengths = self.random.choices([2, 3, 4], [80, 12, 8], k=6000)
        self.han = ["".join(self.random.choices(COMMON, k=length)) for length in lengths]
        syllables = ["ka", "lo", "ren", "mi", "tos", "vel", "dra", "qui", "sha", "bor", "ny", "pel"]
        made = {
            "".join(self.random.choices(syllables, k=self.random.randint(2, 4)))
            for _ in range(16000)
        }
        self.latin = [r + e for r in ROOTS for e in ENDINGS] + sorted(made)
        self.random.shuffle(self.latin)

    def _words(self, vocabulary, count):
        # As in any language, a few words are everywhere and most are rare.
        ranks = (int(len(vocabulary) ** self.random.random()) - 1 for _ in range(count))
        return [vocabulary[rank] for rank in ranks]

    def _han(self, count):
        words = self._words(self.han, count)
        for i in range(7, count, 8):
            words[i] += self.random.choice("，。、；")
        return "".join(words)

    def _latin(self, count):
        return " ".join(self._words(self.latin, count)).capitalize() + "."

    def _rarely(self, phrases):
        return self.random.choice(phrases) if self.random.random() < 0.1 else ""

    def documents(self, count, first=0):
        for number in range(first, first + count):
            body = [
                schema.TextBlock(
                    key=f"p{i}",
                    html={
                        "zh-hant": f"<p>{self._han(60)}{self._rarely(MIXED)}{self._han(2)}</p>",
                        "en": f"<p>{self._latin(36)} {self._rarely(NAMES)} {self._latin(4)}</p>",
                    },
                )
                for i in range(8)
            ]
            host = self.random.randrange(20)
            names = {"zh-hant": f"{self.han[host]}機構", "en": f"{self.latin[host]} institute"}
            yield schema.Document(
                slug=f"release-{number}",
                languages=["zh-hant", "en"],
                headline={"zh-hant": self._han(7), "en": self._latin(8)},
                dateline=schema.Dateline(
                    date=dt.date(2010, 1, 1) + dt.timedelta(days=self.random.randrange(5900))
                ),
                organisations=[schema.Organisation(key="o1", record=f"host-{host}", name=names)],
                body=body,
                boilerplates=[
                    schema.Boilerplate(
                        key="b1",
                        organisation=names,
                        text={"zh-hant": self._han(40), "en": self._latin(30)},
                    )
                ],
            )


def publish_many(count, *, seed=7, first=0):
    """Write the editions and pages of ``count`` releases, and index them; quicker than publishing."""
    by = press_officer()
    documents = Corpus(seed).documents(count, first)
    while batch := list(itertools.islice(documents, 500)):
        releases = Release.objects.bulk_create(Release(slug=d.slug) for d in batch)
        editions = Edition.objects.bulk_create(
            Edition(
                release=release,
                number=1,
                kind=Edition.Kind.FIRST,
                document=to_json(document),
                digest=digest(document),
                visible_from=NOON,
                created_at=NOON,
                created_by=by,
            )
            for release, document in zip(releases, batch, strict=True)
        )
        written = editions_with_window().filter(pk__in=[edition.pk for edition in editions])
        pages = Page.objects.bulk_create(page for e in written for page in pages_of(e))
        PageListing.objects.bulk_create(row for page in pages for row in _listed(page))
    rebuild()


def _listed(page):
    """A page under its year and its organisation."""
    (host,) = page.hosts
    year = str(page.date.year)
    for kind, key, name in [("year", year, year), ("organisation", host["key"], host["name"])]:
        yield PageListing(
            page=page,
            listing=Listing.objects.get_or_create(kind=kind, key=key)[0],
            language=page.language,
            date=page.date,
            name=name,
        )


@dataclass(frozen=True)
class Asked:
    """A query and what it means: ``words`` stand in any form, ``pieces`` of folded text as they are."""

    typed: str
    words: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()


def han(*typed):
    """Strings of Han, with spaces between them."""
    return Asked(" ".join(typed), pieces=tuple(fold(piece).strip() for piece in typed))


def words(*typed):
    return Asked(" ".join(typed), words=tuple(fold(word).strip() for word in typed))


def phrase(typed, marks='""'):
    """Words in their order, each whole."""
    folded = fold(typed)
    units = folded.split()
    return Asked(
        f"{marks[:1]}{typed}{marks[1:]}",
        pieces=(folded[units[0] >= "㐀" : -1 if units[-1] >= "㐀" else None],),
    )


class NaiveScan:
    """Reads everything; the measure of what is found and in what order."""

    def __init__(self, language):
        self.pages = []
        for page in Page.objects.filter(language=language).select_related("text"):
            text = page.text
            sections = [text.folded_headline, text.folded_body, text.folded_tail]
            stems = [{stem(word) for word in section.split()} for section in sections]
            order = (-page.date.toordinal(), -page.visible_from.timestamp(), -page.edition_id)
            self.pages.append((order, page.pk, sections, stems))

    def find(self, asked):
        """The ids of the pages that hold what was asked for, best first."""
        found = []
        wanted = [stem(word) for word in asked.words]
        for order, pk, sections, stems in self.pages:
            for rank in range(3):
                if all(
                    any(piece in section for section in sections[: rank + 1])
                    for piece in asked.pieces
                ) and all(any(word in s for s in stems[: rank + 1]) for word in wanted):
                    found.append((rank, order, pk))
                    break
        return [pk for _rank, _order, pk in sorted(found)]


def queries(each, *, seed=11):
    """``each`` queries of every class, by language and class, cut out of the pages that stand."""
    source = random.Random(seed)
    texts = {
        language: list(
            PageText.objects.filter(page__language=language)
            .order_by("page__edition_id")
            .values_list("body", flat=True)[:500]
        )
        for language in ("zh-hant", "en")
    }
    simplified = opencc.OpenCC("t2s").convert

    def run(*lengths):
        """A string of Han from somewhere."""
        length = source.choice(lengths)
        while True:
            text = source.choice(texts["zh-hant"])
            start = source.randrange(len(text) - length)
            found = text[start : start + length]
            if all("㐀" <= character <= "鿿" for character in found):
                return found

    def latin(count):
        while True:
            line = source.choice(source.choice(texts["en"]).split("\n"))
            found = line.strip(".").replace(".", " ").split()
            if len(found) > count + 1:
                start = source.randrange(len(found) - count)
                return found[start : start + count]

    def many(make):
        return [make() for _ in range(each)]

    return {
        ("zh-hant", "1 character"): many(lambda: han(run(1))),
        ("zh-hant", "2 characters"): many(lambda: han(run(2))),
        ("zh-hant", "3–4 characters"): many(lambda: han(run(3, 4))),
        ("zh-hant", "5–8 characters"): many(lambda: han(run(5, 6, 7, 8))),
        ("zh-hant", "2–4, Simplified"): many(lambda: han(simplified(run(2, 3, 4)))),
        ("zh-hant", "two strings"): many(lambda: han(run(2), run(2, 3))),
        ("zh-hant", "AI機械人, 5G …"): many(
            lambda: phrase(source.choice(MIXED).replace(" ", ""), "")
        ),
        ("zh-hant", "no such thing"): many(lambda: han("龘" + run(2))),
        ("en", "one word"): many(lambda: words(*latin(1))),
        ("en", "two words"): many(lambda: words(*latin(2))),
        ("en", "“a phrase”"): many(lambda: phrase(" ".join(latin(3)))),
        ("en", "a name"): many(lambda: words(*fold(source.choice(NAMES)).split())),
    }


def mistyped(count, *, seed=5):
    """Words of the corpus with two neighbouring letters swapped."""
    source = random.Random(seed)
    slips = []
    while len(slips) < count:
        word = source.choice(ROOTS)
        if len(word) > 4:
            slips.append(word[:2] + word[3] + word[2] + word[4:])
    return slips


def unknown_words(count, *, seed=3):
    """Words that stand on no page."""
    source = random.Random(seed)
    for _ in range(count):
        word = "".join(source.choices("etaoinshrdlucmfwypvbgk", k=source.randint(5, 12)))
        yield Word(word=word, start=word[:2], end=word[-2:])
