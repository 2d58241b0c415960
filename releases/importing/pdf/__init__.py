"""PDF files to paragraphs.

    file ── sheets ──▶ letters, lines, images ── rows ──▶ rows ── furniture ──▶ without heads
        ── tables, columns ──▶ reading order ── flow ──▶ paragraphs ── reader ──▶ Pages

PDFium reads the file. Nothing in it is run or opened: no script, no action, no attached file.
"""

from .reader import read

__all__ = ["read"]
