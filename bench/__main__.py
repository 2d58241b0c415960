"""Measure the newsroom as it is deployed: the real server, the real proxy, PostgreSQL 18, wrk.

``python -m bench`` (make bench) fills a small newsroom and fails where a page needs more queries than
it should or has become half as fast, next to nginx that serves the same bytes from a file, as
``expected.json`` says. ``python -m bench --full`` (make bench FULL=1) measures 1,000, 10,000 and 100,000 releases
and writes RESULTS.md.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from tests.operations.stack import Place, Running, Stack, answers, free_port
from tests.postgresql import server

from . import report
from .load import load
from .names import name as name_of

FOLDER = Path(__file__).parent
EXPECTED = FOLDER / "expected.json"
SMALL, FULL = [300], [1_000, 10_000, 100_000]
WORDS = "珊瑚 晶片 疫苗 渡輪 潮汐 物流 數據 氫能 浮標 樹木 實習 航班 食水 古物 復康 碳排 平台 衛星 稻米 屏障"
MANY = 16  # clients

# What nginx would do with the bytes if it had them in a file.
STATIC = """
daemon off; pid {folder}/static.pid; worker_processes auto; error_log stderr crit; {user}
events {{ worker_connections 4096; }}
http {{
    access_log off; sendfile on; default_type text/html;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{ listen 127.0.0.1:{port}; root {folder}/static; add_header Content-Encoding gzip; }}
}}
"""


def main():
    reader = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reader.add_argument(
        "--full", action="store_true", help="the sizes of RESULTS.md, which is written"
    )
    reader.add_argument("--releases", type=int, nargs="+", help="other sizes")
    reader.add_argument("--write", action="store_true", help="write what is expected from this run")
    options = reader.parse_args()
    for program in ("wrk", "nginx"):
        if not shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin"):
            sys.exit(f"There is no {program}: apt-get install wrk nginx-light")
    sizes = options.releases or (FULL if options.full else SMALL)
    measured, began = [], time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder, as_deployed() as url:
        os.chmod(folder, 0o755)
        os.environ |= {"TEST_DATABASE_URL": url, "STATIC_ROOT": f"{folder}/collected"}
        for size in sizes:
            place = Place(Path(folder, str(size)))
            try:
                measured.append(measure(place, size, thorough=options.full))
            finally:
                place.destroy()
            if options.full:  # after each: the largest takes its time
                said = report.machine(time.perf_counter() - began)
                (FOLDER / "results.json").write_text(json.dumps([said, measured], indent=1))
                report.write()
    if not options.full:
        print(report.table(measured))
        sys.exit(compare(measured[0], write=options.write))


def as_deployed():
    """PostgreSQL with the settings of docker-compose.yml and else its own."""
    compose = (FOLDER.parent / "docker-compose.yml").read_text()
    return server(report.database_settings(compose))


def measure(place, size, *, thorough):
    """Fill a newsroom and return what was measured, as JSON values."""
    say(f"{size} releases: filling")
    place.manage("collectstatic", "--no-input", "--verbosity", "0")
    place.manage("migrate", "--verbosity", "0")
    began = time.perf_counter()
    environment = place.environment | {"PYTHONPATH": str(FOLDER.parent)}
    subprocess.run(
        [sys.executable, "-m", "bench.fill", str(size)], env=environment, check=True,
        stderr=None if thorough else subprocess.DEVNULL,
    )  # fmt: skip
    found = {"releases": size, "fill": time.perf_counter() - began}
    targets = addresses(size)
    inside = subprocess.run(
        [sys.executable, "-m", "bench.inside", json.dumps({n: t[0] for n, t in targets.items() if t})],
        env=environment | {"ALLOWED_HOSTS": "127.0.0.1", "BEHIND_PROXY": "off"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if inside.returncode:
        sys.exit(inside.stderr)
    found |= json.loads(inside.stdout)
    stack = Stack(place)
    try:
        began = time.perf_counter()
        stack.start_web(LOG_LEVEL="WARNING")
        found["start"] = time.perf_counter() - began
        stack.start_proxy()
        port = serve_files(stack, targets)
        app, app_port = serve_app(stack)
        found["loads"] = measure_loads(stack.port, app_port, port, targets, thorough=thorough)
        found["memory"] = memory(app.process.pid)
    finally:
        stack.end()
    return found


def addresses(size):
    """What is asked for, by name: a list of paths each. The first hundred releases, as in a week's news."""
    releases = [f"/{('en', 'zh-hant')[n % 2]}/releases/release-{n}/" for n in range(min(size, 100))]
    each_once = [f"/en/releases/release-{n}/" for n in range(min(size, 10_000))]
    return {
        "release": releases,
        "release, another each time": each_once,
        "home": ["/en/", "/zh-hant/"],
        "list": ["/en/releases/", "/zh-hant/releases/"],
        "feed": ["/en/feeds/releases.rss", "/zh-hant/feeds/releases.atom"],
        "search, a name": [
            f"/zh-hant/search/?q={quote(name_of(n))}" for n in range(min(size, 100))
        ],
        "search, a common word": [f"/zh-hant/search/?q={quote(word)}" for word in WORDS.split()],
        "people": ["/en/people/", "/zh-hant/people/"],
        "press pictures": ["/en/press-pictures/", "/zh-hant/press-pictures/"],
        "picture": [],  # found on a page
    }


def serve_app(stack):
    """Start the server as deploy/web does, on a port instead of a socket, which wrk does not know."""
    port = free_port()
    command = [
        *("granian", "newsroom.wsgi:application", "--interface", "wsgi", "--no-ws"),
        *("--host", "127.0.0.1", "--port", str(port), "--backlog", "1024"),
        *("--workers", "2", "--blocking-threads", "4", "--log-level", "warning"),
    ]
    figures = tempfile.mkdtemp(dir=stack.place.folder)
    environment = stack.place.environment | {
        "ALLOWED_HOSTS": "127.0.0.1",
        "LOG_LEVEL": "WARNING",
        "PROMETHEUS_MULTIPROC_DIR": figures,
        "MALLOC_ARENA_MAX": "2",
    }
    app = Running(command, environment, stack.place.folder / "app.log")
    stack.running.append(app)
    app.wait_until(lambda: answers(port))
    return app, port


def serve_files(stack, targets):
    """Start nginx on files with the bytes that the newsroom answers; return its port."""
    page = stack.get(targets["release"][0]).body.decode()
    sha256 = page.partition('src="/pictures/')[2][:64]
    targets["picture"] = [f"/pictures/{sha256}/960.webp"]
    place = stack.place
    (place.folder / "static").mkdir()
    for name, paths in targets.items():
        for path, file in zip(paths, file_names(name, paths), strict=False):
            answer = stack.get(path, Accept_Encoding="gzip")
            assert answer.status == 200, (path, answer.status)
            (place.folder / "static" / file).write_bytes(answer.body)
    port = free_port()
    user = "user root;" if os.getuid() == 0 else ""
    configuration = place.folder / "static.conf"
    configuration.write_text(STATIC.format(folder=place.folder, port=port, user=user))
    environment = {"PATH": f"{os.environ['PATH']}:/usr/sbin"}
    files = Running(["nginx", "-c", str(configuration)], environment, place.folder / "static.log")
    stack.running.append(files)
    files.wait_until(lambda: answers(port))
    return port


def file_names(target, paths):
    """The files that stand for the first hundred of the paths."""
    name = target.replace(" ", "-").replace(",", "")
    return [f"{name}-{number}" for number in range(len(paths[:100]))]


def measure_loads(proxy, app, files, targets, *, thorough):
    """Ask for every target at the ports of the application, of the proxy and of the files, in turns."""
    rounds, seconds = (2, 3) if thorough else (2, 1)
    taken = {name: {"app": [], "one": [], "cache": [], "file": []} for name in targets}
    for name, paths in targets.items():
        say(f"warming up: {name}")
        for port in (app, proxy):
            load(port, paths[:100], clients=MANY, seconds=1)
    for number in range(rounds):
        for name, paths in targets.items():
            say(f"round {number + 1} of {rounds}: {name}")
            where = taken[name]
            if name != "picture":  # which the proxy hands over
                where["app"].append(load(app, paths, clients=MANY, seconds=seconds))
                where["one"].append(load(app, paths, clients=1, seconds=seconds))
            where["cache"].append(load(proxy, paths[:100], clients=MANY, seconds=seconds))
            same = [f"/{file}" for file in file_names(name, paths)]
            where["file"].append(load(files, same, clients=MANY, seconds=seconds))
    return {name: summary(where) for name, where in taken.items()}


def summary(where):
    """Medians of the rounds; the ratios are those of one round each."""
    per_second = {
        kind: statistics.median(load.per_second for load in loads)
        for kind, loads in where.items()
        if loads
    }
    ratios = {
        kind: statistics.median(
            load.per_second / file.per_second
            for load, file in zip(where[kind], where["file"], strict=True)
        )
        for kind in ("app", "cache")
        if where[kind]
    }
    slowest = {
        kind: [statistics.median(getattr(load, each) for load in loads) for each in ("p50", "p99")]
        for kind, loads in where.items()
        if loads
    }
    return {"per_second": per_second, "ratios": ratios, "milliseconds": slowest}


def memory(pid):
    """The memory of each worker process of a server, in MB: its share of what they share (PSS)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    shares = []
    for child in children:
        lines = Path(f"/proc/{child}/smaps_rollup").read_text().splitlines()
        shares.append(
            next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
        )
    return sorted(share for share in shares if share > 20)  # what else it starts is small


def compare(found, *, write):
    """0 where the pages need the queries they should, and are as fast beside a file as they were."""
    now = {
        "queries": found["queries"],
        "ratios": {name: load["ratios"] for name, load in found["loads"].items()},
    }
    if write:
        EXPECTED.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n")
        return 0
    expected = json.loads(EXPECTED.read_text())
    faults = [
        f"{name}: {now['queries'].get(name)} queries instead of {count}"
        for name, count in expected["queries"].items()
        if now["queries"].get(name, 0) > count
    ]
    faults += [
        f"{name}: {now['ratios'][name][kind]:.4f} of a static file ({kind}), it was {ratio:.4f}"
        for name, ratios in expected["ratios"].items()
        for kind, ratio in ratios.items()
        if now["ratios"][name][kind] < ratio / 2
    ]
    for fault in faults:
        print(f"Slower: {fault}", file=sys.stderr)
    return 1 if faults else 0


def say(words):
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
