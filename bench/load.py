"""Load on one address after another, by wrk."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

# wrk has no list of paths of its own, and its summary rounds.
SCRIPT = """
local paths, count = {}, 0
for line in io.lines(os.getenv("WRK_PATHS")) do paths[#paths + 1] = line end
function setup(thread) thread:set("first", count * 7); count = count + 1 end
function init() at = first end
function request()
  at = at + 1
  return wrk.format("GET", paths[at % #paths + 1], {["Accept-Encoding"] = "gzip", ["Host"] = "127.0.0.1"})
end
function done(summary, latency)
  local failed = summary.errors
  io.write(string.format('{"seconds": %f, "requests": %d, "failed": %d, "p50": %f, "p99": %f}\\n',
    summary.duration / 1e6, summary.requests,
    failed.connect + failed.read + failed.write + failed.timeout + failed.status,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""


@dataclass(frozen=True)
class Load:
    """What came of it; p50 and p99 in milliseconds."""

    per_second: float
    p50: float
    p99: float


def load(port: int, paths: list[str], *, clients: int, seconds: int) -> Load:
    """Ask for the paths in turn, as browsers do (gzip), from so many connections; each answer must be 200."""
    with tempfile.TemporaryDirectory() as folder:
        script, listed = Path(folder, "load.lua"), Path(folder, "paths")
        script.write_text(SCRIPT)
        listed.write_text("\n".join(paths) + "\n")
        run = subprocess.run(
            [
                *("wrk", "--threads", str(min(2, clients)), "--connections", str(clients)),
                *("--duration", f"{seconds}s", "--timeout", "20s"),
                *("--script", str(script), f"http://127.0.0.1:{port}"),
            ],
            env={**os.environ, "WRK_PATHS": str(listed)},
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode:
        raise SystemExit(f"wrk: {run.stdout}{run.stderr}")
    said = json.loads(run.stdout.strip().splitlines()[-1])
    if said["failed"]:
        raise SystemExit(f"{said['failed']} of {said['requests']} requests failed: {paths[0]}")
    if not said["requests"]:  # none was answered in time
        return load(port, paths, clients=clients, seconds=5 * seconds)
    return Load(said["requests"] / said["seconds"], said["p50"], said["p99"])
