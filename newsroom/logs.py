"""Logs as JSON, one line each, with the id of the request and with nothing about people.

No address, no user, no query (what somebody searched for), no cookie; of an exception the kind and
the places in the code, not its message, which may quote what somebody typed.
"""

import json
import logging
import re
import time
import traceback
import uuid
from contextvars import ContextVar

from django.conf import settings

HEADER = "X-Request-ID"

_request_id = ContextVar("request_id", default="")
_log = logging.getLogger("newsroom.requests")


class JsonFormatter(logging.Formatter):
    def format(self, record):
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{record.msecs:03.0f}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := _request_id.get():
            line["request_id"] = request_id
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0]:
            kind, _message, places = record.exc_info
            line["exception"] = f"{kind.__module__}.{kind.__qualname__}"
            line["places"] = [f"{p.filename}:{p.lineno}" for p in traceback.extract_tb(places)]
        return json.dumps(line, ensure_ascii=False)

    converter = time.gmtime


def request_ids(get_response):
    """Every request has an id, the proxy's where there is one, in every line about it.

    The proxy puts it into the answer; from here, answers to two addresses stay the same.
    """

    def middleware(request):
        given = request.headers.get(HEADER, "") if settings.BEHIND_PROXY else ""
        request_id = given if re.fullmatch(r"[\w-]{8,64}", given) else uuid.uuid4().hex
        token = _request_id.set(request_id)
        began = time.monotonic()
        try:
            response = get_response(request)
            fields = {
                "method": request.method,
                "path": request.path,
                "status": response.status_code,
                "seconds": round(time.monotonic() - began, 4),
            }
            _log.info("%(method)s %(path)s %(status)s", fields, extra={"fields": fields})
            return response
        finally:
            _request_id.reset(token)

    return middleware
