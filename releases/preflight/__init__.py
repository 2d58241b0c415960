"""Preflight: the newsroom reads a release before the world does.

Checks are functions of a document (``checks/``, a module per family). They never change anything.
"""

from .acknowledging import acknowledge, blocking, findings_of
from .findings import CHECKS, ERROR, LEVELS, NOTE, WARNING, Check, Finding, Place
from .reading import Hint, Standing, hints_of
from .run import run

__all__ = [
    "CHECKS",
    "ERROR",
    "LEVELS",
    "NOTE",
    "WARNING",
    "Check",
    "Finding",
    "Hint",
    "Place",
    "Standing",
    "acknowledge",
    "blocking",
    "findings_of",
    "hints_of",
    "run",
]
