"""Screens for press staff. They call the verbs of the other rooms and hold no rules."""

from . import editions, glossary, release, topics

__all__ = ["editions", "glossary", "release", "topics"]
