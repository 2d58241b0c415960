"""The newsroom as it runs in production, with one address more, which fails."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.site.urls"
