"""Walks through the text of a Word file (WordprocessingML, ECMA-376 part 1) as it is printed:
insertions accepted, deletions and field codes left out, text boxes behind the paragraph that holds
them.
"""

import dataclasses
import itertools
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

from ..notes import ImportRefused, Kind, Note
from ..paragraphs import Line, Pages, Paragraph, Picture
from ..plain_text import INVISIBLE, MAX_CHARACTERS, MAX_LINES
from . import breaks, pictures, symbols, tables
from .numbering import Numbering
from .package import NAMESPACES, Package, Relation, child, damaged, qualified, value
from .styles import OFF, Look, Styles
from .words import PLAIN, STRONG, Tags, Words

PICTURE = "\ufffc"
PAGE = "\f"
NOT_TEXT = re.compile(f"{INVISIBLE.pattern}|{PICTURE}|\f")
SPACES = re.compile(r"[\n\r\xa0]")
BREAKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "  ", "w:ptab": "  ", "w:noBreakHyphen": "-"}
LINK_FIELD = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"', re.IGNORECASE)
# Fields that print something without holding the result.
WITHOUT_RESULT = re.compile(r"\s*(?:EQ|SYMBOL|MACROBUTTON|GOTOBUTTON)\b", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
DELETED = ("w:del", "w:moveFrom")
INSERTED = ("w:ins", "w:moveTo")
PROPERTIES = ("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:tcPr", "w:trPr", "w:sectPr", "w:sdtPr")
SHOWN = ("w:t", "m:t", "a:blip", "v:imagedata", "v:textpath", "dgm:relIds", "c:chart")
WIDEST = 63  # columns, as in Word


@dataclasses.dataclass
class Field:
    """A field while it is read: its code, then its result, which alone is printed."""

    code: str = ""
    result: bool = False
    lost: str = ""

    @property
    def link(self) -> str:
        match = LINK_FIELD.search(self.code)
        return match.group(1) if match else ""


@dataclasses.dataclass
class Piece:
    """A paragraph while it is read. Every picture stands in its words as one character."""

    parts: list[Words] = dataclasses.field(default_factory=list)
    pictures: list[str] = dataclasses.field(default_factory=list)
    boxes: list[etree._Element] = dataclasses.field(default_factory=list)
    hidden: str = ""

    def add(self, text: str, tags: Tags = PLAIN) -> None:
        if text:
            self.parts.append(Words(text, tags))


class Story:
    """Reads the parts of one package that hold text into one ``Pages``."""

    def __init__(self, package: Package):
        self.pages = Pages([])
        self._package = package
        self._all_relations = package.relations(package.main)
        self._relations = self._all_relations
        self._styles = Styles(self._beside("styles"))
        self._numbering = Numbering(self._beside("numbering"))
        self._pictures: dict[str, Picture] = {}
        self._names: dict[str, str] = {}
        self._number = self._characters = self._gap = self._tables = 0
        self._page = self._furniture = False
        self._held: Piece | None = None
        self._fields: list[Field] = []
        self._deleted: list[str] = []
        self._editors: dict[str, None] = {}
        self._anchors: dict[str, int] = {}
        self._references: list[tuple[str, str, int]] = []
        self._said: set[str] = set()
        # How each section after the first begins.
        self._sections: list[str] = []

    def read(self) -> Pages:
        root = self._package.xml(self._package.main)
        if root is None:
            raise damaged()
        body = child(root, "w:body")
        if body is None:
            raise ImportRefused(
                _("The file holds no text. Choose the file that holds the release.")
            )
        self._sections = [
            value(child(section, "w:type"))
            for section in root.iter(qualified("w:sectPr"))
            if _name(section.getparent()) != "w:sectPrChange"
        ][1:]
        self.pages.paragraphs.extend(self._story(body))
        self._footnotes()
        self._running_heads(root)
        self._comments()
        self._changes()
        self._outside()
        self.pages.pictures.extend(self._pictures.values())
        return self.pages

    # Parts beside the text

    def _beside(self, kind: str) -> etree._Element | None:
        relation = next((r for r in self._all_relations.values() if r.kind == kind), None)
        return self._package.xml(relation.target) if relation and not relation.external else None

    def _story(self, element: etree._Element) -> list[Paragraph]:
        """The paragraphs of one story; what a field or a deletion left open ends with it."""
        found = list(self._blocks(element))
        if self._held:
            found += self._paragraphs(self._held, Look(), "")
            self._held = None
        if lost := "".join(field.lost for field in self._fields).strip():
            self._note("left_over", _("Text in a field that does not end: not printed."), lost)
        self._fields.clear()
        return found

    def _footnotes(self) -> None:
        """Footnotes and endnotes follow the text, in the order in which it refers to them."""
        for kind in ("footnote", "endnote"):
            root = self._beside(f"{kind}s")
            notes = {value(e, "w:id"): e for e in (() if root is None else root)}
            referring: dict[str, int] = {}
            for referred, identity, line in self._references:
                if referred == kind:
                    referring.setdefault(identity, line)
            for number, (identity, line) in enumerate(referring.items(), 1):
                if identity not in notes:
                    continue
                relation = next(r for r in self._all_relations.values() if r.kind == f"{kind}s")
                with_number = self._of_part(relation.target, notes[identity])
                for paragraph in with_number:
                    self.pages.paragraphs.append(dataclasses.replace(paragraph, style="footnote"))
                message = _("Footnote %(number)d of this line: its text follows the last line.")
                words = "\n".join(p.text for p in with_number)
                self._note("guess", message % {"number": number}, words, line)

    def _running_heads(self, root: etree._Element) -> None:
        self._furniture = True
        parts: dict[str, None] = {}
        for name in ("w:headerReference", "w:footerReference"):
            for element in root.iter(qualified(name)):
                relation = self._all_relations.get(value(element, "r:id"))
                if relation and not relation.external:
                    parts[relation.target] = None
        for part in parts:
            heads = self._package.xml(part)
            if heads is not None:
                for paragraph in self._of_part(part, heads):
                    self.pages.furniture.extend(line for line in paragraph.lines if line.text)
        self._furniture = False

    def _of_part(self, part: str, element: etree._Element) -> list[Paragraph]:
        before, self._relations = self._relations, self._package.relations(part)
        found = self._story(element)
        self._relations = before
        return found

    def _comments(self) -> None:
        root = self._beside("comments")
        for comment in () if root is None else root:
            words = "\n".join(
                "".join(p.itertext(qualified("w:t"))) for p in comment.iter(qualified("w:p"))
            ).strip()
            message = _("A comment by %(author)s: not part of the release.")
            author = {"author": value(comment, "w:author")[:80] or "?"}
            line = self._anchors.get(value(comment, "w:id"))
            self._note("left_over", message % author, words, line)

    def _changes(self) -> None:
        if self._editors:
            message = _("The file holds tracked changes by %(authors)s: read as if accepted.")
            authors = {"authors": ", ".join(self._editors)[:300]}
            self._note("guess", message % authors, "\n".join(self._deleted))

    def _outside(self) -> None:
        """What the file wants to have fetched is said, not fetched."""
        settings = next((r for r in self._all_relations.values() if r.kind == "settings"), None)
        relations = [*self._all_relations.values()]
        if settings:
            relations += self._package.relations(settings.target).values()
        for relation in relations:
            fetched = relation.external and relation.kind not in ("hyperlink", "image")
            if fetched and re.match(r"https?:|ftp:|\\\\", relation.target, re.IGNORECASE):
                message = _("The file refers to %(address)s: nothing was fetched from there.")
                self._note("left_over", message % {"address": relation.target[:200]})

    def _note(self, kind: Kind, message: str, source: str = "", line: int | None = None) -> None:
        self.pages.notes.append(Note(kind, message, line, source))

    # Blocks

    def _blocks(self, element: etree._Element) -> Iterator[Paragraph]:
        for node in element:
            name = _name(node)
            if name == "w:p":
                yield from self._paragraph(node)
            elif name == "w:tbl":
                yield from self._table(node)
            elif name == "mc:AlternateContent" and len(node):
                yield from self._blocks(_alternative(node))
            elif name in ("w:altChunk", "w:subDoc"):
                message = _("Another document is embedded here and was not read: copy its text.")
                self._note("left_over", message, line=self._number + 1)
            elif name in DELETED:
                self._delete(node)
            elif name not in PROPERTIES and not self._placeholder(node):
                self._insert(node)
                yield from self._blocks(node)

    def _table(self, element: etree._Element) -> list[Paragraph]:
        self._tables += 1
        table = self._tables
        rows = []
        for row in _inside(element, "w:tr"):
            properties = child(row, "w:trPr")
            deletion = child(properties, "w:del")
            if deletion is not None:
                self._delete(row, deletion)
                continue
            self._insert(child(properties, "w:ins"))
            cells: list[list[Paragraph]] = []
            for cell in _inside(row, "w:tc"):
                properties = child(cell, "w:tcPr")
                merged = any(
                    (merge := child(properties, name)) is not None and value(merge) != "restart"
                    for name in ("w:vMerge", "w:hMerge")
                )
                span = value(child(properties, "w:gridSpan"))
                cells.append([] if merged else list(self._blocks(cell)))
                cells += [[]] * (min(int(span), WIDEST) - 1 if span.isdecimal() else 0)
            rows.append(cells[:WIDEST])
        return tables.paragraphs(rows, table)

    def _paragraph(self, element: etree._Element) -> list[Paragraph]:
        properties = child(element, "w:pPr")
        look = self._styles.paragraph(properties)
        mark = child(properties, "w:rPr")
        before = child(properties, "w:pageBreakBefore")
        self._page = self._page or (before is not None and value(before) not in OFF)
        piece, self._held = self._held or Piece(), None
        self._inline(element, look, PLAIN, piece)
        self._insert(child(mark, "w:ins"))
        removed = False
        for deletion in (child(mark, name) for name in DELETED):
            if deletion is not None:
                removed = True
                self._delete(deletion)
        frame = value(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin")
        if removed or frame:
            # Without its end, or as the large first letter, it goes on in the next paragraph.
            self._held = piece
            return []
        label = self._numbering.label(*look.number) if look.number else ""
        found = self._paragraphs(piece, look, label)
        if child(properties, "w:sectPr") is not None:
            following = self._sections.pop(0) if self._sections else ""
            self._page = self._page or following != "continuous"
        return found

    def _paragraphs(self, piece: Piece, look: Look, label: str) -> list[Paragraph]:
        if piece.hidden.strip():
            self._note("left_over", _("Hidden text: not printed."), piece.hidden, self._number + 1)
        found = []
        for group in breaks.groups(self._rows(piece, label), look.style):
            words = group.words
            style = look.style or ("bold" if words.bold else "")
            if words.bold or style in ("title", "heading"):
                words = Words(words.text, [tags - {STRONG} for tags in words.tags])
            found.append(
                Paragraph(words.text, group.lines, style, words.marks(), pictures=group.pictures)
            )
        for box in piece.boxes:
            found += self._blocks(box)
        return found

    def _rows(self, piece: Piece, label: str) -> Iterator[breaks.Row | None]:
        """The lines of a paragraph; None where a line is blank."""
        whole = Words.of(piece.parts)
        place, seen = 0, iter(piece.pictures)
        ends = [i for i, c in enumerate(whole.text) if c in ("\n", PAGE)]
        for end in [*ends, len(whole.text)]:
            row = whole[place:end]
            here = tuple(itertools.islice(seen, row.text.count(PICTURE)))
            words = row.without(PICTURE).strip()
            if label and words.text:
                words = Words(label, frozenset({STRONG}) if words.bold else PLAIN) + words
                label = ""
            yield self._row(words, here)
            self._page = self._page or whole.text[end : end + 1] == PAGE
            place = end + 1

    def _row(self, words: Words, here: tuple[str, ...]) -> breaks.Row | None:
        self._number += 1
        if self._number > MAX_LINES:
            raise _too_long()
        if not words.text and not here:
            self._gap += 1
            return None
        line = Line(self._number, words.text, self._gap, new_page=self._page)
        self._gap, self._page = 0, False
        return breaks.Row(words, line, here)

    # Inside a paragraph

    def _inline(self, element, look: Look, tags: Tags, piece: Piece) -> None:
        for node in element:
            name = _name(node)
            if name == "w:r":
                self._run(node, look, tags, piece)
            elif name in PROPERTIES:
                continue
            elif name in DELETED:
                self._delete(node)
            elif name == "mc:AlternateContent" and len(node):
                self._inline(_alternative(node), look, tags, piece)
            elif name == "m:t":
                self._text(node.text or "", look, tags, piece)
            elif name in ("w:commentRangeStart", "w:commentReference"):
                self._anchors.setdefault(value(node, "w:id"), self._number + 1)
            elif not self._placeholder(node):
                self._insert(node)
                link = self._link(node, name)
                self._inline(node, look, tags | {("a", link)} if link else tags, piece)

    def _run(self, element, look: Look, tags: Tags, piece: Piece) -> None:
        own = self._styles.run(child(element, "w:rPr"), look)
        for node in element:
            name = _name(node)
            if name == "w:t":
                self._text(node.text or "", own, tags, piece)
            elif name in BREAKS:
                kind = value(node, "w:type")
                self._text(PAGE if kind == "page" else BREAKS[name], own, tags, piece, True)
            elif name == "w:sym":
                self._symbol(value(node, "w:font"), value(node, "w:char"), own, tags, piece)
            elif name == "w:fldChar":
                self._field(value(node, "w:fldCharType"))
            elif name == "w:instrText" and self._fields and not self._fields[-1].result:
                self._fields[-1].code += node.text or ""
            elif name == "w:lastRenderedPageBreak":
                self._page = self._page or not piece.parts
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                kind = name.removeprefix("w:").removesuffix("Reference")
                self._references.append((kind, value(node, "w:id"), self._number + 1))
            elif name == "w:commentReference":
                self._anchors.setdefault(value(node, "w:id"), self._number + 1)
            elif name == "w:ruby":
                for base in node.findall(qualified("w:rubyBase")):
                    self._inline(base, look, tags, piece)
            elif name == "mc:AlternateContent" and len(node):
                self._run_alternative(node, look, own, tags, piece)
            elif name in ("w:drawing", "w:pict", "w:object") and not own.hidden:
                self._graphic(node, piece, "")

    def _run_alternative(self, node, look, own, tags, piece) -> None:
        chosen = _alternative(node)
        if any(_name(inner) in ("w:drawing", "w:pict", "w:object") for inner in chosen):
            if not own.hidden:
                self._graphic(chosen, piece, "")
        else:
            self._run(chosen, own, tags, piece)

    def _text(self, text: str, look: Look, tags: Tags, piece: Piece, as_is: bool = False) -> None:
        if not as_is:
            if symbols.is_symbols(look.font):
                text = "".join(symbols.read(look.font, ord(c)) or c for c in text)
            text = SPACES.sub(" ", NOT_TEXT.sub("", text)).replace("\t", "  ")
            text = text.replace("\u2028", "\n").replace("\u2029", "\n")
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise _too_long()
        unprinted = next((f for f in self._fields if not f.result), None)
        if unprinted:
            unprinted.lost += text
            return
        if look.hidden:
            piece.hidden += text
            return
        found = {("strong", "")} if look.bold else set()
        found |= {("em", "")} if look.italic else set()
        found |= {(look.raised, "")} if look.raised else set()
        found |= {("a", f.link) for f in self._fields[-1:] if ADDRESS.match(f.link)}
        piece.add(text, tags | found)

    def _symbol(self, font: str, code: str, look: Look, tags: Tags, piece: Piece) -> None:
        number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else 0
        text = symbols.read(font, number)
        if not text and number and not symbols.is_symbols(font):
            text = chr(number) if not 0xD800 <= number < 0xE000 else ""
        if not text or 0xE000 <= ord(text) < 0xF900:
            text = "•" if not piece.parts else "□"
            message = _("A symbol of the font %(font)s could not be read; it stands as %(sign)s.")
            words = {"font": font[:60] or "?", "sign": text}
            self._note("guess", message % words, text, self._number + 1)
        self._text(text, look, tags, piece, True)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].result = True
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if not field.result and WITHOUT_RESULT.match(field.code):
                message = _("A formula or a symbol is not read: enter it by hand.")
                self._note("left_over", message, field.code.strip(), self._number + 1)

    def _link(self, node: etree._Element, name: str) -> str:
        relation: Relation | None = None
        if name == "w:hyperlink":
            relation = self._relations.get(value(node, "r:id"))
        target = relation.target if relation and relation.external else ""
        if name == "w:fldSimple":
            target = Field(value(node, "w:instr")).link
        return target if ADDRESS.match(target) else ""

    # Changes and what only stands there until it is filled in

    def _insert(self, node: etree._Element | None) -> None:
        if node is not None and _name(node) in INSERTED:
            self._editors[value(node, "w:author") or "?"] = None

    def _delete(self, node: etree._Element, deletion: etree._Element | None = None) -> None:
        self._editors[value(node if deletion is None else deletion, "w:author") or "?"] = None
        if _name(node) != "w:moveFrom":
            names = [qualified("w:delText"), qualified("w:t")]
            if text := "".join(e.text or "" for e in node.iter(names)).strip():
                self._deleted.append(text)

    def _placeholder(self, node: etree._Element) -> bool:
        if child(node, "w:sdtPr", "w:showingPlcHdr") is None:
            return False
        text = "".join(e.text or "" for e in node.iter(qualified("w:t")))
        message = _("A field that nobody has filled in: left out.")
        self._note("left_over", message, text, self._number + 1)
        return True

    # Pictures

    def _graphic(self, element: etree._Element, piece: Piece, alt_text: str) -> None:
        for node in element:
            name = _name(node)
            if name == "w:txbxContent":
                piece.boxes.append(node)
            elif name == "mc:AlternateContent" and len(node):
                self._graphic(_alternative(node), piece, alt_text)
            elif name in ("a:blip", "v:imagedata"):
                self._picture(node, piece, alt_text)
            elif name == "v:textpath":
                piece.add(f"\n{SPACES.sub(' ', node.get('string', ''))}\n")
            elif name == "c:chart":
                message = _("A chart is not read: save it as a picture and add it by hand.")
                self._note("left_over", message, line=self._number + 1)
            elif name == "dgm:relIds":
                self._diagram(node)
            else:
                alt_text = self._alt_text(node, name) or alt_text
                self._graphic(node, piece, node.get("alt") or alt_text)

    def _alt_text(self, node: etree._Element, name: str) -> str:
        if name == "pic:pic":
            node = child(node, "pic:nvPicPr", "pic:cNvPr")
        elif name != "wp:docPr":
            return ""
        return "" if node is None else (node.get("descr") or node.get("title") or "").strip()

    def _picture(self, node: etree._Element, piece: Piece, alt_text: str) -> None:
        linked = value(node, "r:link") or value(node, "r:href")
        relation = self._relations.get(value(node, "r:embed") or value(node, "r:id") or linked)
        if relation is None:
            return
        if self._furniture:
            self._once(_("A picture in the head or foot of the pages: taken to be a letterhead."))
            return
        if relation.external:
            message = _("A picture is only linked and not in the file: add it by hand.")
            self._note("left_over", message, relation.target[:200], self._number + 1)
            return
        sha256 = self._names.get(relation.target) or self._load(relation.target, alt_text)
        if not sha256:
            return
        picture = self._pictures[sha256]
        if alt_text and not picture.alt_text:
            self._pictures[sha256] = dataclasses.replace(picture, alt_text=alt_text)
        crop = child(node.getparent(), "a:srcRect")
        if crop is not None and any(crop.get(side, "0") != "0" for side in "ltrb"):
            message = _("The picture is cropped in Word; it was taken over whole.")
            self._note("guess", message, line=self._number + 1)
        piece.pictures.append(sha256)
        piece.add(PICTURE)

    def _load(self, part: str, alt_text: str) -> str:
        try:
            data = self._package.part(part) or b""
            held = sum(len(picture.data) for picture in self._pictures.values())
            if (
                len(self._pictures) >= pictures.MAX_PICTURES
                or held + len(data) > pictures.MAX_BYTES
            ):
                raise pictures.Unusable(_("More pictures than any release has: not taken over."))
            picture = pictures.read(data, alt_text)
        except pictures.Unusable as reason:
            self._note("left_over", str(reason), part.rpartition("/")[2], self._number + 1)
            return ""
        self._pictures.setdefault(picture.sha256, picture)
        self._names[part] = picture.sha256
        return picture.sha256

    def _diagram(self, node: etree._Element) -> None:
        relation = self._relations.get(value(node, "r:dm"))
        root = self._package.xml(relation.target) if relation and not relation.external else None
        words = () if root is None else [e.text for e in root.iter(qualified("a:t")) if e.text]
        message = _("A diagram is not read: save it as a picture and add it by hand.")
        self._note("left_over", message, "\n".join(words), self._number + 1)

    def _once(self, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            self._note("left_over", message)


def _too_long() -> ImportRefused:
    return ImportRefused(
        _("The text is longer than any release. Save the text of one release and try again.")
    )


PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


def _name(node: etree._Element) -> str:
    """The name of an element with the prefix of ``NAMESPACES``; nothing where it is none of ours."""
    if not isinstance(node.tag, str):
        return ""
    uri, _brace, local = node.tag[1:].partition("}")
    return f"{PREFIXES[uri]}:{local}" if uri in PREFIXES else ""


def _alternative(node: etree._Element) -> etree._Element:
    """The first alternative that shows anything; the same things stand in all of them."""
    shown = [qualified(name) for name in SHOWN]
    return next((way for way in node if next(way.iter(shown), None) is not None), node[0])


def _inside(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    for node in element:
        if _name(node) == name:
            yield node
        elif _name(node) not in (*PROPERTIES, *DELETED, "w:tbl", "w:tr", "w:tc", "w:p"):
            yield from _inside(node, name)
