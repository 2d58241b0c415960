"""Build the corpus again: ``python -m tests.importing.corpus.build [NAME...]``.

Writes the files of each release in ``texts`` and, beside them, what is right about it. Needs
Chromium and the fonts Noto Serif CJK and Droid Sans Fallback (Chromium embeds a TrueType font at
half the size); measuring and testing need only what is built.
"""

import base64
import html
import io
import json
import random
import shutil
import sys
import tempfile
import unicodedata
import zlib
from pathlib import Path

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import sync_playwright

from .release import Block, Release, releases, right

HERE = Path(__file__).parent
HEADED = ("subheading", "heading")


def main(*names: str) -> None:
    for release in releases():
        if not names or release.name in names:
            _build(release)


def _build(release: Release) -> None:
    files = []
    for layout in release.facts["layout"]:
        name, *texts = layout.split()
        for text in texts:
            one_file = len(texts) == len(release.facts["layout"]) == 1
            stem = release.name if one_file else f"{release.name}_{text}"
            extension, write = LAYOUTS[name]
            files.append(f"{stem}.{extension}")
            (HERE / files[-1]).write_bytes(write(release, text))
    described = json.dumps(right(release, files), ensure_ascii=False, indent=1)
    (HERE / f"{release.name}.json").write_text(f"{described}\n", encoding="utf-8")


def heading_and_lines(block: Block, language: str) -> tuple[list[str], list[str]]:
    return block.printed(f"{language}#"), block.printed(language)


def picture(name: str) -> bytes:
    """A small JPEG that is like no other."""
    chance = random.Random(zlib.crc32(name.encode()))
    image = Image.new("RGB", (360, 240), tuple(chance.randrange(120, 250) for _ in range(3)))
    draw = ImageDraw.Draw(image)
    for _ in range(9):
        x, y, size = chance.randrange(330), chance.randrange(210), chance.randrange(30, 120)
        draw.ellipse((x, y, x + size, y + size), tuple(chance.randrange(256) for _ in range(3)))
    stream = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(4)).save(stream, "JPEG", quality=50)
    return stream.getvalue()


def logo(name: str) -> bytes:
    image = Image.new("RGB", (180, 60), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 4, 56, 56), fill="#0a5c6b")
    draw.text((66, 22), name.replace("_", " ").upper(), fill="#0a5c6b")
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def pictures(release: Release, block: Block) -> list[bytes]:
    if block.facts.get("picture") != ["yes"]:
        return []
    return [picture(f"{release.name}-{release.blocks.index(block)}")]


# Word


class Word:
    """A Word file: ``styled`` by Word's own styles, or by hand as an office types over an old letter."""

    def __init__(self, release: Release, styled: bool):
        self.release, self.styled, self.table = release, styled, None
        self.file = docx.Document()
        section = self.file.sections[0]
        section.left_margin = section.right_margin = Cm(2.8)
        self.here = self.file
        normal = self.file.styles["Normal"]
        normal.font.name = "Times New Roman"
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "PMingLiU")
        for name, part in list(self.file.part.rels.items()):
            # A copy of the styles for Word 2007, a third of the file.
            if part.reltype.endswith("/stylesWithEffects"):
                del self.file.part.rels[name]

    def running(self, language: str) -> None:
        section = self.file.sections[0]
        section.header.paragraphs[0].text = self.release.running("header", language)
        footer = section.footer.paragraphs[0]
        footer.text = self.release.running("footer", language) + "\t"
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)

    def letterhead(self) -> None:
        cells = self.file.add_table(1, 2).rows[0].cells
        cells[0].paragraphs[0].add_run().add_picture(
            io.BytesIO(logo(self.release.name)), height=Cm(1.2)
        )

    def paragraph(self, text: str, style: str = "Normal"):
        paragraph = self.here.add_paragraph(style=style)
        for n, line in enumerate(text.split("⏎")):
            if n:
                paragraph.runs[-1].add_break()
            paragraph.add_run(line)
        return paragraph

    def by_hand(self, text: str, bold=False, italic=False, points=11, centred=False):
        paragraph = self.paragraph(text)
        for run in paragraph.runs:
            run.bold, run.italic, run.font.size = bold, italic, Pt(points)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return paragraph

    def block(self, block: Block, language: str, with_pictures: bool = True) -> None:
        heading, lines = heading_and_lines(block, language)
        if with_pictures and lines:
            for data in pictures(self.release, block):
                self.here.add_paragraph().add_run().add_picture(io.BytesIO(data), width=Cm(9))
        kind = block.kind
        for text in heading:
            self.paragraph(text, "Heading 2") if self.styled else self.by_hand(text, bold=True)
        for text in lines:
            if "⇥" in text:
                self.row(text.split("⇥"))
            elif self.styled:
                self.in_style(kind, text)
            elif kind in ("headline", "sub"):
                self.by_hand(text, bold=True, points=15 if kind == "headline" else 12, centred=True)
            else:
                self.by_hand(text, bold=kind in HEADED, italic=kind == "figure")

    def in_style(self, kind: str, text: str) -> None:
        styles = {"headline": "Title", "sub": "Subtitle", "figure": "Caption"}
        styles |= dict.fromkeys(HEADED, "Heading 2")
        if kind in ("key", "item") and text[1] == " ":
            self.paragraph(text[2:], "List Bullet")
        else:
            self.paragraph(text, styles.get(kind, "Normal"))

    def row(self, texts: list[str]) -> None:
        """A row of the table that stands last in the file, or of a new one."""
        if self.table is None or self.file.element.body[-2] is not self.table._tbl:
            self.table = self.file.add_table(0, len(texts))
        for cell, text in zip(self.table.add_row().cells, texts, strict=True):
            cell.text = text.replace("⏎", "\n")

    def saved(self) -> bytes:
        stream = io.BytesIO()
        self.file.save(stream)
        return stream.getvalue()


def word_styles(release: Release, language: str) -> bytes:
    word = Word(release, styled=True)
    word.running(language)
    for block in release.in_order(language):
        word.block(block, language)
    return word.saved()


def word_letterhead(release: Release, language: str) -> bytes:
    word = Word(release, styled=False)
    word.running(language)
    word.letterhead()
    for block in release.in_order(language):
        word.block(block, language)
    return word.saved()


def word_one_after_the_other(release: Release, languages: str) -> bytes:
    word = Word(release, styled=False)
    for language in languages.split("+"):
        for block in release.in_order(language):
            word.block(block, language)
        if not languages.endswith(language):
            word.file.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    return word.saved()


def word_alternating(release: Release, languages: str) -> bytes:
    word = Word(release, styled=True)
    for block in release.blocks:
        for n, language in enumerate(languages.split("/")):
            word.block(block, language, with_pictures=not n)
    return word.saved()


def word_two_columns(release: Release, languages: str) -> bytes:
    word = Word(release, styled=False)
    columns = word.file.add_table(0, 2)
    columns.style = "Table Grid"
    for block in release.blocks:
        cells = columns.add_row().cells
        for n, (cell, language) in enumerate(zip(cells, languages.split("|"), strict=True)):
            word.here = cell
            word.block(block, language, with_pictures=not n)
            cell._tc.remove(cell.paragraphs[0]._p)
    return word.saved()


# PDF printed by a browser


def web_pdf(release: Release, language: str) -> bytes:
    inner = "".join(
        _element(release, block, language, pictures(release, block))
        for block in release.in_order(language)
    )
    return _printed(release, inner, language)


def web_two_columns(release: Release, languages: str) -> bytes:
    rows = []
    for block in release.blocks:
        cells = (_element(release, block, language, []) for language in languages.split("|"))
        rows.append("<tr>{}</tr>".format("".join(f"<td>{cell}</td>" for cell in cells)))
    return _printed(release, f"<table>{''.join(rows)}</table>", "zh")


STYLE = """
body { font: 11.5pt/1.6 "Droid Sans Fallback", sans-serif; text-align: justify; }
h1 { font-size: 17pt; line-height: 1.3; text-align: left; } h2 { font-size: 12.5pt; margin-bottom: 0; }
img { width: 11cm; display: block; margin: 1em auto 0; } figcaption { font-size: 9.5pt; text-align: center; }
td { vertical-align: top; width: 50%; padding: 0 .5em; }
"""


def _element(release: Release, block: Block, language: str, shown: list[bytes]) -> str:
    heading, lines = heading_and_lines(block, language)
    found = "".join(f"<h2>{html.escape(text)}</h2>" for text in heading)
    for data in shown:
        found += f'<img src="data:image/jpeg;base64,{base64.b64encode(data).decode()}">'
    tag = {"headline": "h1", "sub": "h2", "figure": "figcaption"}.get(block.kind, "p")
    tag = "h2" if block.kind in HEADED else tag
    for text in lines:
        found += f"<{tag}>{html.escape(text).replace('⏎', '<br>')}</{tag}>"
    return found


def _printed(release: Release, inner: str, language: str) -> bytes:
    small = '<div style="font-size:8pt;width:100%;margin:0 2cm;display:flex;justify-content:space-between">{}</div>'
    header = small.format(f"<span>{html.escape(release.running('header', language))}</span>")
    footer = small.format(
        f"<span>{html.escape(release.running('footer', language))}</span>"
        '<span><span class="pageNumber"></span> / <span class="totalPages"></span></span>'
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.set_content(
            f'<html lang="{"en" if language == "en" else "zh-HK"}"><style>{STYLE}</style>{inner}'
        )
        data = page.pdf(
            format="A4",
            display_header_footer=True,
            header_template=header,
            footer_template=footer,
            margin={"top": "2.5cm", "bottom": "2.2cm", "left": "2.2cm", "right": "2.2cm"},
        )
        browser.close()
    return data


# PDF set by Typst


def typeset(release: Release, language: str) -> bytes:
    return _typeset(release, [language])


def typeset_one_after_the_other(release: Release, languages: str) -> bytes:
    return _typeset(release, languages.split("+"))


def _typeset(release: Release, languages: list[str]) -> bytes:
    def string(text: str) -> str:
        return json.dumps(text.replace("⏎", "\n"), ensure_ascii=False)

    header, footer = (release.running(name, languages[0]) for name in ("header", "footer"))
    chinese = "SC" if "script" in release.facts else "HK"
    pages = [
        '#set page(paper: "a4", margin: 2.6cm,'
        f" header: text(size: 8pt, {string(header)}),"
        f' footer: context text(size: 8pt)[#{string(footer)} #h(1fr) #counter(page).display("1 of 1", both: true)])',
        f'#set text(font: ("New Computer Modern", "Noto Serif CJK {chinese}"), size: 11pt)',
        "#set par(justify: true, leading: 0.8em, spacing: 1.3em)",
    ]
    files = {}
    for number, language in enumerate(languages):
        if number:
            pages.append("#pagebreak()")
        for block in release.in_order(language):
            heading, lines = heading_and_lines(block, language)
            pages += [f'#text(weight: "bold", {string(text)})' for text in heading]
            if lines:
                for data in pictures(release, block):
                    name = f"{len(files)}.jpg"
                    files[name] = data
                    pages.append(f'#align(center, image("{name}", width: 9cm))')
            look = {
                "headline": 'weight: "bold", size: 16pt, ',
                "sub": 'style: "italic", size: 12pt, ',
                "figure": "size: 9pt, ",
            } | dict.fromkeys(HEADED, 'weight: "bold", ')
            pages += [f"#text({look.get(block.kind, '')}{string(text)})" for text in lines]
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {"main.typ": "\n\n".join(pages).encode(), **files}.items():
            Path(folder, name).write_bytes(data)
        return typst.compile(f"{folder}/main.typ")


# Plain text


def text_lines(release: Release, language: str) -> bytes:
    return ("\n\n".join(_paragraphs(release, [language])) + "\n").encode()


def text_wrapped(release: Release, languages: str) -> bytes:
    """As an e-mail is wrapped: a paragraph is several lines, a blank line lies between two."""
    paragraphs = _paragraphs(release, languages.split("+"))
    return ("\n\n".join("\n".join(_rows(p, 72)) for p in paragraphs) + "\n").encode("utf-8-sig")


def text_wrapped_big5(release: Release, language: str) -> bytes:
    return text_wrapped(release, language).decode("utf-8-sig").encode("big5hkscs")


def text_paged(release: Release, language: str) -> bytes:
    """As a PDF is dumped: lines apart by blank lines, and a page number within a sentence."""
    rows = [
        row for paragraph in _paragraphs(release, [language]) for row in (*_rows(paragraph, 76), "")
    ]
    printed = []
    for number, row in enumerate(rows, 1):
        printed.append(f"{row} " if row else "")
        if number % 38 == 0:
            printed += ["", "", f"{number // 38} ", "\f"]
    return "\n\n".join(printed).encode()


def _paragraphs(release: Release, languages: list[str]) -> list[str]:
    return [
        text.replace("⏎", "\n").replace("⇥", "\n")
        for language in languages
        for block in release.in_order(language)
        for part in heading_and_lines(block, language)
        for text in part
    ]


def _rows(paragraph: str, columns: int) -> list[str]:
    """A paragraph in lines: broken between words, or anywhere between two Chinese characters."""
    rows = []
    for line in paragraph.split("\n"):
        row = ""
        for character in line:
            row += character
            if sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in row) <= columns:
                continue
            cut = len(row) - 1
            while cut and row[cut - 1].isascii() and row[cut].isascii() and row[cut - 1] != " ":
                cut -= 1
            while cut > 1 and row[cut] in "，。、；：」』）？！":
                cut -= 1
            rows.append(row[:cut].rstrip(" "))
            row = row[cut:]
        rows.append(row)
    return rows


LAYOUTS = {
    "word_styles": ("docx", word_styles),
    "word_letterhead": ("docx", word_letterhead),
    "word_one_after_the_other": ("docx", word_one_after_the_other),
    "word_alternating": ("docx", word_alternating),
    "word_two_columns": ("docx", word_two_columns),
    "web_pdf": ("pdf", web_pdf),
    "web_two_columns": ("pdf", web_two_columns),
    "typeset": ("pdf", typeset),
    "typeset_one_after_the_other": ("pdf", typeset_one_after_the_other),
    "text_lines": ("txt", text_lines),
    "text_wrapped": ("txt", text_wrapped),
    "text_wrapped_big5": ("txt", text_wrapped_big5),
    "text_paged": ("txt", text_paged),
}

if __name__ == "__main__":
    main(*sys.argv[1:])
