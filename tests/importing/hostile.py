"""Word files that are none, or were made to do harm: each is built when it is asked for."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from .word_files import HEAD, PACKAGE, SPACES, paragraph, parts, relations, word_file, zipped


class Hostile(NamedTuple):
    """``message`` is a part of the refusal, in English."""

    name: str
    build: Callable[[], bytes]
    message: str


DAMAGED = "is damaged and cannot be read"
TOO_LARGE = "larger than any release"
TOO_LONG = "longer than any release"
NOTHING = b"\0" * 1024 * 1024


def document(xml: str) -> bytes:
    return zipped(parts("") | {"word/document.xml": xml})


def bomb() -> bytes:
    """A part of 200 MB of zeroes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(paragraph("Words")).items():
            archive.writestr(name, content)
        with archive.open("word/media/image1.png", "w", force_zip64=True) as part:
            for _megabyte in range(200):
                part.write(NOTHING)
    return file.getvalue()


def bomb_that_lies() -> bytes:
    """The text unpacks to 64 MB, and the zip declares a hundred bytes."""
    whole = zipped(parts("") | {"word/document.xml": NOTHING * 64})
    size = len(NOTHING) * 64
    return whole.replace(struct.pack("<L", size), struct.pack("<L", 100))


def text_of_64_megabytes() -> bytes:
    return document(f"{HEAD}<w:document {SPACES}><w:body>{' ' * 64 * 1024 * 1024}</w:body>")


def overlapping() -> bytes:
    """Every entry of the zip is the same few bytes, thousands of times."""
    kernel = zlib.compress(NOTHING)[2:-4]
    start = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, zlib.crc32(NOTHING), len(kernel), len(NOTHING), 1, 0
    )
    local = start + b"a" + kernel
    central = b""
    for number in range(2_000):
        name = f"{number:05}".encode()
        central += struct.pack(
            "<4s6H3L5H2L",
            *(b"PK\1\2", 20, 20, 0, 8, 0, 0, zlib.crc32(NOTHING), len(kernel), len(NOTHING)),
            *(len(name), 0, 0, 0, 0, 0, 0),
        )
        central += name
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2_000, 2_000, len(central), len(local), 0)
    return local + central + end


def billion_laughs() -> bytes:
    laughs = [f"&l{n};" * 10 for n in range(9)]
    entities = "".join(f'<!ENTITY l{n} "{laugh}">' for n, laugh in enumerate(laughs, 1))
    return document(
        f'<!DOCTYPE w [<!ENTITY l0 "ha">{entities}]><w:document {SPACES}><w:body>'
        f"{paragraph('&l9;')}</w:body></w:document>"
    )


def outside_entity(encoding: str = "utf-8") -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<w:document {SPACES}><w:body>{paragraph('&x;')}</w:body></w:document>"
    )
    return zipped(parts("") | {"word/document.xml": xml.encode(encoding)})


def nested(element: str, depth: int) -> bytes:
    opened, closed = element.split("|")
    return word_file(opened * depth + paragraph("Deep") + closed * depth)


def of_kind(content_type: str, target: str = "word/document.xml") -> bytes:
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Override PartName="/{target}" ContentType="{content_type}"/></Types>',
            "_rels/.rels": relations(("main", "officeDocument", target)),
            target: "<a/>",
        }
    )


OFFICE = "application/vnd.openxmlformats-officedocument"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"

HOSTILE = [
    Hostile("zip bomb", bomb, TOO_LARGE),
    Hostile("zip bomb that declares another size", bomb_that_lies, DAMAGED),
    Hostile("text of 64 MB", text_of_64_megabytes, TOO_LARGE),
    Hostile("overlapping entries", overlapping, TOO_LARGE),
    Hostile(
        "ten thousand parts",
        lambda: zipped(parts("") | {f"word/{n}.xml": b"" for n in range(10_000)}),
        TOO_LARGE,
    ),
    Hostile("two million empty paragraphs", lambda: word_file("<w:p/>" * 2_000_000), TOO_LARGE),
    Hostile("a million paragraphs", lambda: word_file("<w:p/>" * 1_000_000), TOO_LONG),
    Hostile("a paragraph of a million characters", lambda: word_file(paragraph("字" * 10**6)), TOO_LONG),
    Hostile("a million columns", lambda: word_file(
        "<w:tbl>" + "<w:tr>" + '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
        + paragraph("x" * 250_001) + "</w:tc></w:tr></w:tbl>"), TOO_LONG),
    Hostile("XML bomb", billion_laughs, "DTD"),
    Hostile("entity from outside", outside_entity, "DTD"),
    Hostile("entity from outside in UTF-16", lambda: outside_entity("utf-16"), "DTD"),
    Hostile("entity from outside in UTF-32", lambda: outside_entity("utf-32"), "DTD"),
    Hostile("thousands of nested elements", lambda: nested("<w:sdt>|</w:sdt>", 5_000), DAMAGED),
    Hostile("macros", lambda: of_kind(MACROS), "macros"),
    Hostile(
        "macros under another name",
        lambda: zipped(parts(paragraph("x")) | {"Word/VBAProject.BIN": b"x"}),
        "macros",
    ),
    Hostile("Excel", lambda: of_kind(f"{OFFICE}.spreadsheetml.sheet.main+xml"), "kind Excel"),
    Hostile(
        "PowerPoint", lambda: of_kind(f"{OFFICE}.presentationml.presentation.main+xml"), "kind PowerPoint"
    ),
    Hostile(
        "OpenDocument",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "kind OpenDocument",
    ),
    Hostile("EPUB", lambda: zipped({"mimetype": "application/epub+zip"}), "kind EPUB"),
    Hostile("Pages", lambda: zipped({"Index/Document.iwa": b"x"}), "kind Pages"),
    Hostile("plain zip", lambda: zipped({"release.txt": "Words"}), "kind ZIP"),
    Hostile("program", lambda: b"MZ\x90\x00" + bytes(200), "kind EXE"),
    Hostile("cut off", lambda: word_file(paragraph("Words"))[:-80], DAMAGED),
    Hostile("only a signature", lambda: b"PK\3\4", DAMAGED),
    Hostile("no part with the text", lambda: zipped({k: v for k, v in parts("").items() if k != "word/document.xml"}), DAMAGED),
    Hostile("broken XML", lambda: document(f"<w:document {SPACES}><w:body><w:p>"), DAMAGED),
    Hostile("another root", lambda: document("<html/>"), "holds no text"),
    Hostile("unpacked in another way", lambda: zipped(parts(paragraph("x")), zipfile.ZIP_LZMA), DAMAGED),
]  # fmt: skip
HEAVY = [h for h in HOSTILE if "bomb" in h.name or "million" in h.name or "64 MB" in h.name]
