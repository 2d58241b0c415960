"""The newsroom's own answers, asked for in this process as a visitor who is nobody asks for them."""

import contextlib
import io
import logging
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http.request import split_domain_port, validate_host
from django.utils import translation
from django.utils.translation import gettext as _

from releases import freshness

from .errors import NotUsable, Unexpected

# What newsroom.caching says to the cache in front of the application, of this moment alone.
OF_THE_MOMENT = ("s-maxage=", "stale-while-revalidate=")
# A line for each answer, and for each page that is rightly not found.
TALKATIVE = {"newsroom.requests": logging.WARNING, "django.request": logging.ERROR}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "")

    @property
    def cache_control(self):
        parts = self.headers.get("Cache-Control", "").split(", ")
        return ", ".join(part for part in parts if not part.startswith(OF_THE_MOMENT))

    @property
    def is_for_everybody(self):
        return "public" in self.cache_control.split(", ") and "Set-Cookie" not in self.headers


class Application:
    """Answers requests for an origin like https://news.example.org. Raises NotUsable for one that
    this newsroom does not answer to."""

    def __init__(self, origin: str):
        try:
            parts = urlsplit(origin)
            port = parts.port
        except ValueError:  # http://[::1 and http://news.example.org:99999
            raise _no_address(origin) from None
        host, _port = split_domain_port(parts.netloc)
        if parts.scheme not in ("http", "https") or not host or origin != _plain(parts):
            raise _no_address(origin)
        if not validate_host(host, settings.ALLOWED_HOSTS):
            raise NotUsable(
                _("--origin: %(host)s is not one of ALLOWED_HOSTS (%(hosts)s).")
                % {"host": host, "hosts": ", ".join(settings.ALLOWED_HOSTS)}
            )
        if settings.SECURE_SSL_REDIRECT and parts.scheme != "https":
            raise NotUsable(_("--origin: HTTPS is on, so the address begins with https://."))
        self._environ = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "SERVER_NAME": host,
            "SERVER_PORT": str(port or {"http": 80, "https": 443}[parts.scheme]),
            "HTTP_HOST": parts.netloc,
            "HTTP_X_FORWARDED_PROTO": parts.scheme,  # believed where BEHIND_PROXY is on
            "wsgi.url_scheme": parts.scheme,
            "wsgi.errors": sys.stderr,
        }
        self._handler = WSGIHandler()

    def get(self, path: str) -> Answer:
        said = {}

        def start_response(status, headers, exc_info=None):
            said.update(status=int(status[:3]), headers=dict(headers))

        environ = {**self._environ, "PATH_INFO": path, "wsgi.input": io.BytesIO()}
        # The language of the request is not that of whoever asks.
        with translation.override(translation.get_language()):
            try:
                response = self._handler(environ, start_response)
            except Exception as error:  # not even the page for failures could be made
                raise Unexpected(f"{path}: {error}") from error
            with contextlib.closing(response):
                body = b"".join(response)
        return Answer(said["status"], said["headers"], body)


@contextlib.contextmanager
def in_process():
    """Within it, a request ends without its database connection, which is that of who asks, nothing is
    kept from one to the next, and only what goes wrong is logged."""
    before = {name: logging.getLogger(name).level for name in TALKATIVE}
    for name, level in TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        with freshness.nothing_kept():
            yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def _no_address(origin):
    return NotUsable(
        _("--origin: %(origin)s is not an address like https://news.example.org.")
        % {"origin": origin}
    )


def _plain(parts):
    return f"{parts.scheme}://{parts.netloc}"
