"""Measure preflight: ``python -m tests.preflight.measure [FOLDER...] [--misses] [--write]``.

Imports every release of the folders (those of ``corpus`` when none is named; see ``corpus.release``
for what a folder holds) and runs all checks on it, and on one copy for each slip that is planted in
it. Slips that a text cannot carry are planted in the documents (``corpus.documents``).

What is found in a release that is clean is a false alarm, once for each finding. In a copy, the
first finding of the planted id that shows the slip counts as found; whatever else is found there and
not in the clean release is a false alarm. ``--misses`` prints every slip that was missed and every
false alarm, ``--write`` puts the table into docs/preflight-figures.md.
"""

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
TABLE = HERE.parents[1] / "docs" / "preflight-figures.md"
TODAY = dt.date(2026, 12, 31)
# A text holds no pictures, so these are right to say of every release with captions.
NOT_IN_TEXT = {"pictures.missing", "pictures.alt-missing"}


@dataclass
class Score:
    """The slips of one id. ``alarms`` are false."""

    planted: int = 0
    found: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / (self.found + len(self.alarms)) if self.found or self.alarms else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.planted + other.planted,
            self.found + other.found,
            self.missed + other.missed,
            self.alarms + other.alarms,
        )


Scores = dict[str, Score]


def measured(folders: Iterable[Path]) -> Scores:
    """The score of every id that is planted or found."""
    from django.utils import translation

    from .corpus import documents, release

    scores: Scores = {}
    with translation.override("en"):
        for folder in folders:
            for one in release.releases(folder):
                _measure(scores, one)
                for case in documents.cases(one):
                    _measure_case(scores, one.name, case)
    return dict(sorted(scores.items()))


def _measure(scores: Scores, one) -> None:
    clean = _findings(one.imported())
    for finding in clean:
        if finding.id not in one.rightly:
            _alarm(scores, finding, f"{one.name}, clean")
    stands = {_same(finding) for finding in clean}
    for plant in one.plants:
        found = _findings(one.imported(plant))
        new = [finding for finding in found if _same(finding) not in stands]
        said = f"{one.name}, {plant.file}: “{plant.find}” → “{plant.replace}”"
        _judge(scores, plant.id, new, said, excerpt=plant.excerpt, also=plant.also)


def _measure_case(scores: Scores, name: str, case) -> None:
    found = _checked(case.document, case.standing)
    before = {_same(finding) for finding in _checked(case.clean, None)}
    new = [finding for finding in found if _same(finding) not in before]
    _judge(scores, case.id, new, f"{name}, {case.name}", also=case.also)


def _findings(imported) -> list:
    from releases.preflight import Hint, Standing

    hints = tuple(
        Hint(note.hint, note.part or "", note.source)
        for note in imported.notes
        if getattr(note, "hint", None)
    )
    found = _checked(imported.document, Standing(hints=hints))
    return [finding for finding in found if finding.id not in NOT_IN_TEXT]


def _checked(document, standing) -> list:
    from releases.preflight import run

    return run(document, standing=standing, today=TODAY)


def _same(finding) -> tuple:
    """What makes a finding the same in a copy, where keys and the words around it may differ."""
    return finding.id, finding.place.field, finding.place.language, finding.excerpt, finding.message


def _judge(
    scores: Scores,
    planted: str | None,
    new: list,
    said: str,
    *,
    excerpt: str = "",
    also: Iterable[str] = (),
) -> None:
    """Count what is new in a copy with one slip, or with none (``planted`` is None)."""
    hit = next((f for f in new if f.id == planted and _shows(f, excerpt)), None)
    if planted:
        score = scores.setdefault(planted, Score())
        score.planted += 1
        if hit:
            score.found += 1
        else:
            score.missed.append(said)
    for finding in new:
        if finding is not hit and finding.id not in also:
            _alarm(scores, finding, said)


def _shows(finding, excerpt: str) -> bool:
    return (
        excerpt in finding.excerpt
        or bool(finding.excerpt and finding.excerpt in excerpt)
        or excerpt in finding.message
    )


def _alarm(scores: Scores, finding, said: str) -> None:
    place = "/".join(filter(None, finding.place))
    scores.setdefault(finding.id, Score()).alarms.append(
        f"{said} | {place} | {finding.excerpt!r} {finding.message}"
    )


def means(scores: Scores) -> tuple[float, float]:
    """Precision and recall, each the mean over the ids."""
    count = len(scores) or 1
    return (
        sum(score.precision for score in scores.values()) / count,
        sum(score.recall for score in scores.values()) / count,
    )


def table(scores: Scores) -> str:
    whole = sum(scores.values(), Score())
    precision, recall = means(scores)
    return "\n".join(
        [
            "| finding | planted | found | false alarms | precision | recall |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            *(_row(f"`{id}`", score) for id, score in scores.items()),
            _row("**all**", whole),
            "",
            f"Mean over the {len(scores)} ids: precision **{precision:.3f}**, recall **{recall:.3f}**.",
        ]
    )


def _row(name: str, score: Score) -> str:
    counts = f"{score.planted} | {score.found} | {len(score.alarms)}"
    return f"| {name} | {counts} | {score.precision:.3f} | {score.recall:.3f} |"


def misses(scores: Scores) -> Iterator[str]:
    for id, score in scores.items():
        yield from (f"{id} missed: {said}" for said in score.missed)
        yield from (f"{id} false alarm: {said}" for said in score.alarms)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.preflight.measure")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()

    import django

    import tests.conftest  # noqa: F401 - settings of their own

    django.setup()
    scores = measured(options.folders or [CORPUS])
    printed = table(scores)
    print(printed)
    if options.misses:
        print("", *misses(scores), sep="\n")
    if options.write:
        page = TABLE.read_text(encoding="utf-8")
        start, end = (page.index(f"<!-- {mark} -->") for mark in ("figures", "end of figures"))
        page = f"{page[:start]}<!-- figures -->\n\n{printed}\n\n{page[end:]}"
        TABLE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
