"""Measure the import: ``python -m tests.importing.measure [--write] [--misses] [NAME]``.

Reads every document of the corpus and compares it with what is right. ``--write`` puts the tables
into docs/import.md, ``--misses`` prints every value that was missed or wrong, NAME keeps the cases
whose name holds it.
"""

import collections
import re
import sys
import time
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs" / "import.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"


def main(*arguments):
    import django

    import tests.conftest  # noqa: F401 - settings of their own

    django.setup()
    from django.utils import translation

    names = [a for a in arguments if not a.startswith("--")]
    with translation.override("en"):
        tables, misses = measure(names)
    print(tables)
    if "--misses" in arguments:
        print("\n".join(misses))
    if "--write" in arguments:
        text = DOCS.read_text(encoding="utf-8")
        written = re.sub(
            f"{BEGIN}.*{END}", lambda _m: f"{BEGIN}\n{tables}\n{END}", text, flags=re.S
        )
        DOCS.write_text(written, encoding="utf-8")


def measure(names):
    from releases.importing import ImportRefused
    from releases.importing.reader import read

    from . import scoring, seed
    from .corpus import cases

    fields = collections.defaultdict(scoring.Count)
    rows, misses = [], []
    for case in [*cases(), *seed.cases()]:
        if names and not any(name in case.name for name in names):
            continue
        files = case.files
        started = time.perf_counter()
        try:
            document = read(files).document
        except ImportRefused as refusal:
            found = {}
            misses.append(f"{case.name}: {refusal}")
        else:
            kept = {"people_in_pictures": True, "roles": True}
            if case.languages.startswith("both"):
                kept = dict.fromkeys(kept, False)
            found = scoring.items_of(document, **kept)
        seconds = time.perf_counter() - started
        counts, missed = scoring.score(found, case.right)
        misses += [f"{case.name}: {miss}" for miss in missed]
        whole = scoring.Count()
        for field, count in counts.items():
            fields[field].add(count)
            whole.add(count)
        rows.append((case, whole, seconds))
    return _tables(fields, rows, scoring), misses


def _tables(fields, rows, scoring):
    lines = [
        f"{len(rows)} documents, mean field F1 **{_mean(c.f1 for c in fields.values()):.3f}**, "
        f"mean document F1 **{_mean(whole.f1 for _c, whole, _s in rows):.3f}**.",
        "",
        "| field | values | precision | recall | F1 |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for field in scoring.FIELDS:
        if count := fields.get(field):
            figures = f"{count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f}"
            lines.append(f"| {field} | {count.right + count.missed} | {figures} |")
    lines += ["", "| document | languages | format | precision | recall | F1 | s |"]
    lines.append("| --- | --- | --- | ---: | ---: | ---: | ---: |")
    for case, whole, seconds in rows:
        figures = f"{whole.precision:.3f} | {whole.recall:.3f} | {whole.f1:.3f} | {seconds:.2f}"
        lines.append(f"| {case.name} | {case.languages} | {case.form} | {figures} |")
    return "\n".join(lines)


def _mean(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    main(*sys.argv[1:])
