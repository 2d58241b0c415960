"""The newsroom as it runs in production, with one address more, which takes its time."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "tests.operations.urls"
