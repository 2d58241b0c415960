"""Search: folding and tokens, each database's index, and what is found in it."""

from .excerpts import excerpt, highlighted
from .finding import find, results
from .folding import fold
from .index import forget, index, rebuild
from .query import LONGEST_QUERY, parse, shortened
from .suggesting import suggest

__all__ = [
    "LONGEST_QUERY",
    "excerpt",
    "find",
    "fold",
    "forget",
    "highlighted",
    "index",
    "parse",
    "rebuild",
    "results",
    "shortened",
    "suggest",
]
