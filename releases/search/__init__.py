"""Search: folding and tokens, each database's index, and what is found in it."""

from .finding import find, results
from .index import index, rebuild
from .query import LONGEST_QUERY, parse

__all__ = ["LONGEST_QUERY", "find", "index", "parse", "rebuild", "results"]
