"""Yes to these words: decisions, each bound to the digest of what was decided about."""

from .approve import approvals_of, approve

__all__ = ["approvals_of", "approve"]
