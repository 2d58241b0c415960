"""Search: folding and tokens, each database's index, and what is found in it."""

from .excerpts import excerpt, highlighted
from .finding import blank, find, given, shape
from .folding import fold
from .index import forget, index, rebuild
from .query import LONGEST_QUERY, parse, shortened
from .suggesting import suggest

__all__ = [
    "LONGEST_QUERY",
    "blank",
    "excerpt",
    "find",
    "fold",
    "forget",
    "given",
    "highlighted",
    "index",
    "parse",
    "rebuild",
    "shape",
    "shortened",
    "suggest",
]
