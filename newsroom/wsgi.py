"""The WSGI application that granian serves."""

import gc

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from newsroom.startup import read_settings

read_settings()
application = get_wsgi_application()

from releases.search import fold  # noqa: E402  (needs Django set up)

# What a page asks takes milliseconds. PostgreSQL would go on with what went wrong long after the visitor has left.
_database = settings.DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.postgresql":
    _database["OPTIONS"]["options"] += " -c statement_timeout=30s"

fold("新聞")  # its tables take a third of a second, for which the first who searches would wait

# What is loaded by now stays: the collector need not look at it again with every page. It looks at what
# pages leave behind often, so that no answer waits long for it.
gc.collect()
gc.freeze()
gc.set_threshold(2_000, 20, 50)
