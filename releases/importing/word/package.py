"""The package of a Word file (Open Packaging Conventions, ECMA-376): parts of a zip and how they
refer to each other. Nothing is unpacked beyond bounds, resolved or fetched.
"""

import dataclasses
import io
import posixpath
import re
import struct
import urllib.parse
import zipfile
import zlib

from django.utils.translation import gettext as _
from lxml import etree

from ..notes import ImportRefused

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
# “Strict Open XML” has the same names under other addresses.
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"

MAX_PARTS = 3_000
MAX_UNPACKED = 160 * 1024 * 1024
# A release of 250,000 characters with every word formatted stays below both.
MAX_XML = 24 * 1024 * 1024
MAX_TAGS = 1_500_000

BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,  # encrypted
    ValueError,
    IndexError,
    OverflowError,
)
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))
TEXT_FILES = ("document.main+xml", "template.main+xml")
KINDS = {
    "macroEnabled": "",
    "spreadsheetml": "Excel",
    "ms-excel": "Excel",
    "presentationml": "PowerPoint",
    "ms-powerpoint": "PowerPoint",
    "visio": "Visio",
}


@dataclasses.dataclass(frozen=True)
class Relation:
    """``kind`` is the last word of its type (image, hyperlink); ``target`` a part or an address."""

    kind: str
    target: str
    external: bool


def qualified(name: str) -> str:
    """The name of an element or attribute as lxml writes it: ``w:p`` to ``{http://…}p``."""
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def value(element: etree._Element | None, name: str = "w:val") -> str:
    """An attribute of an element; nothing where either is missing."""
    return "" if element is None else element.get(qualified(name), "")


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    for name in path:
        element = None if element is None else element.find(qualified(name))
    return element


def damaged() -> ImportRefused:
    return ImportRefused(
        _(
            "The Word file is damaged and cannot be read. "
            "Open it in Word, save it anew and try again."
        )
    )


class Package:
    """The parts of a Word file by name. Raises ImportRefused where the file is none."""

    def __init__(self, data: bytes):
        self._left = MAX_UNPACKED
        # Counted before the directory of the zip is read, for that alone can fill the memory.
        if data.count(b"PK\1\2") > MAX_PARTS:
            raise _too_large()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise damaged() from None
        entries = self._zip.infolist()
        # The sizes that a zip declares may be false: ``part`` counts too.
        if sum(e.file_size for e in entries) > MAX_UNPACKED:
            raise _too_large()
        self._entries = {_normal(entry.filename).casefold(): entry for entry in entries}
        self.main = self._main()
        if any(name.endswith("vbaproject.bin") for name in self._entries):
            raise _macros()

    def part(self, name: str, limit: int = MAX_UNPACKED) -> bytes | None:
        """The bytes of a part; None where there is no such part."""
        entry = self._entries.get(_normal(name).casefold())
        if entry is None:
            return None
        limit = min(limit, self._left)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged()
        try:
            with self._zip.open(entry) as file:
                data = file.read(limit + 1)
        except BROKEN:
            raise damaged() from None
        if len(data) > limit:
            raise _too_large()
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is no such part."""
        data = self.part(name, MAX_XML)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS:
            raise _too_large()
        if any(doctype in data for doctype in DOCTYPES):
            raise _doctype()
        # No entity is resolved, nothing fetched, and the depth is that of libxml2 (256).
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(STRICT.sub(TRANSITIONAL, data), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise damaged() from None
        if root.getroottree().docinfo.doctype:
            raise _doctype()
        return root

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part refers to, by id."""
        folder, file = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = {}
        for element in () if root is None else root:
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = _normal(posixpath.join("/", folder, urllib.parse.unquote(target)))
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def _main(self) -> str:
        """The name of the part that holds the text; refuses what is no Word file."""
        types = self.xml("[Content_Types].xml")
        documents = [r for r in self.relations("").values() if r.kind == "officeDocument"]
        if types is None or not documents:
            raise _other(self._without_types())
        name = documents[0].target
        declared = next(
            (
                e.get("ContentType", "")
                for e in types
                if _normal(e.get("PartName", "")).casefold() == name.casefold()
            ),
            "",
        )
        for word, kind in KINDS.items():
            if word in declared and kind:
                raise _other(kind)
        if "macroEnabled" in declared:
            raise _macros()
        if not declared.endswith(TEXT_FILES) and declared:
            raise _other("ZIP")
        return name

    def _without_types(self) -> str:
        kind = (self.part("mimetype", 1000) or b"").decode("ascii", "replace")
        if "opendocument" in kind:
            return "OpenDocument"
        if "epub" in kind:
            return "EPUB"
        return "Pages" if "index/document.iwa" in self._entries else "ZIP"


def _normal(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/")


def _other(kind: str) -> ImportRefused:
    return ImportRefused(
        _("This is a file of the kind %(kind)s. Choose a .docx, .pdf or .txt file.")
        % {"kind": kind}
    )


def _macros() -> ImportRefused:
    return ImportRefused(
        _("The file holds macros, and no release needs any. Save it as .docx and try again.")
    )


def _doctype() -> ImportRefused:
    return ImportRefused(
        _(
            "The file holds definitions (DTD) that no Word file has, and was made to do harm. "
            "Ask its sender for the release."
        )
    )


def _too_large() -> ImportRefused:
    return ImportRefused(
        _(
            "Unpacked, the file is larger than any release. "
            "Copy the text of the release into a new Word file and try again."
        )
    )
