"""Reading foreign files: the file that everyone agreed on becomes a document, with notes on every
guess.

    one or two files ── formats ──▶ Pages ── languages ──▶ one Half per language
        ── structure ──▶ one Read per language ── pairing ──▶ Imported    (reader)

``apart.read`` does that in a process of its own, so the readers and their libraries are loaded
there alone. What was read is reviewed (``reviewing``), matched with the standing records
(``matching``) and becomes a draft (``storing``).
"""

from .imported import File, Imported, ReadFile
from .notes import ImportRefused, Note

__all__ = ["File", "ImportRefused", "Imported", "Note", "ReadFile"]
