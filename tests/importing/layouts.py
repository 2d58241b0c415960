"""Releases laid out as press offices lay them out: Word files and PDFs, built from what they say.

``Printed`` is one item of a printed page; ``word`` and ``pdf`` set a list of them.
"""

import dataclasses
import io
import itertools
import json

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw

from media_contacts.fields import display_phone
from releases import rich_text
from releases.document import schema, to_json
from releases.outputs.share_picture import _fonts
from releases.outputs.web_page import dateline

NUMERALS = "一二三四五六七八九十"
WORDS = {
    "zh-hant": {
        "kind": "新聞稿",
        "photo": "圖{}：",
        "end": "– 完 –",
        "about": "關於{}",
        "contacts": "傳媒查詢：",
        "notes": "編輯垂注：",
        "tel": "電話：{}",
        "email": "電郵：{}",
        "page": "第 {} 頁",
    },
    "en": {
        "kind": "PRESS RELEASE",
        "photo": "Photo {}: ",
        "end": "– ENDS –",
        "about": "About {}",
        "contacts": "Media enquiries",
        "notes": "Notes to editors",
        "tel": "Tel: {}",
        "email": "Email: {}",
        "page": "Page {}",
    },
}


@dataclasses.dataclass(frozen=True)
class Printed:
    """``kind``: letterhead, label, title, subtitle, item, text, heading, section, picture, caption,
    end, contacts (a block of lines each) or columns (Chinese and English side by side)."""

    kind: str
    text: str = ""
    picture: bytes = b""
    blocks: tuple[tuple[str, ...], ...] = ()


def drawing(number: int) -> bytes:
    """A small JPEG that no other number has."""
    image = Image.new("RGB", (480, 320), (40 + number * 17 % 160, 90, 120 + number * 31 % 120))
    draw = ImageDraw.Draw(image)
    draw.ellipse((40 + number * 7 % 200, 60, 240, 260), fill=(230, 200 - number * 13 % 120, 90))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=70)
    return buffer.getvalue()


def release(document: schema.Document, language: str) -> list[Printed]:
    """What a press office prints of a document in one language."""
    words = WORDS[language]
    items = [
        Printed("label", words["kind"]),
        Printed("title", document.headline[language]),
    ]
    if language in document.sub_headline:
        items.append(Printed("subtitle", document.sub_headline[language]))
    items += [Printed("item", point.text[language]) for point in document.key_points]
    prefix = dateline(document, language)
    for block in document.body:
        for item in _block(block, language):
            if prefix and item.kind == "text":
                item, prefix = dataclasses.replace(item, text=prefix + item.text), ""
            items.append(item)
    for number, figure in enumerate(document.figures()):
        label = NUMERALS[number] if language == "zh-hant" else number + 1
        items.append(Printed("picture", picture=drawing(number)))
        caption = words["photo"].format(label) + figure.caption[language]
        items.append(Printed("caption", caption))
    items.append(Printed("end", words["end"]))
    for boilerplate in document.boilerplates:
        items.append(Printed("section", words["about"].format(boilerplate.organisation[language])))
        items += [Printed("text", text) for text in boilerplate.text[language].split("\n\n")]
    if document.notes_to_editors:
        items.append(Printed("section", words["notes"]))
        items += [item for b in document.notes_to_editors for item in _block(b, language)]
    items.append(Printed("section", words["contacts"]))
    items.append(Printed("contacts", blocks=tuple(_contacts(document, language))))
    return items


def _block(block, language):
    match block:
        case schema.TextBlock():
            kind = "item" if "<li>" in block.html[language] else "text"
            for line in filter(None, rich_text.to_plain(block.html[language]).split("\n")):
                yield Printed(kind, line)
        case schema.Quote():
            for line in schema.printed_quote(block, language).split("\n\n"):
                yield Printed("text", line)
        case schema.Subheading():
            yield Printed("heading", block.text[language])


def _contacts(document, language):
    words = WORDS[language]
    for contact in document.media_contacts:
        lines = [contact.organisation[language], contact.name[language]]
        lines += [words["tel"].format(display_phone(to_json(p))) for p in contact.phones]
        lines += [words["email"].format(address) for address in contact.emails]
        yield tuple(lines)


def alternating(chinese: list[Printed], english: list[Printed]) -> list[Printed]:
    """The items of both languages in turn, pictures and labels once."""
    rows = itertools.zip_longest(chinese, english)
    return [
        item
        for zh, en in rows
        for item in ((zh, en) if zh and zh.kind != "picture" else (zh or en,))
        if item
    ]


# Word


def word(items: list[Printed], *, header: str, contacts_in_table: bool = False) -> bytes:
    """A .docx with Word's own styles, a running head, and page numbers in its foot."""
    file = docx.Document()
    file.styles["Normal"].font.size = Pt(11)
    file.sections[0].header.paragraphs[0].text = header
    file.sections[0].footer.paragraphs[0].text = "1"
    styles = {
        "title": "Title",
        "subtitle": "Subtitle",
        "item": "List Bullet",
        "heading": "Heading 2",
        "caption": "Caption",
    }
    for item in items:
        match item.kind:
            case "picture":
                file.add_paragraph().add_run().add_picture(io.BytesIO(item.picture), width=Cm(9))
            case "contacts" if contacts_in_table:
                row = file.add_table(rows=1, cols=len(item.blocks)).rows[0]
                for cell, block in zip(row.cells, item.blocks, strict=True):
                    cell.text = "\n".join(block)
            case "contacts":
                for block in item.blocks:
                    for line in block:
                        file.add_paragraph(line)
            case "columns":
                table = file.add_table(rows=0, cols=2)
                for pair in item.blocks:
                    for cell, text in zip(table.add_row().cells, pair, strict=True):
                        cell.text = text
            case "section":
                file.add_paragraph().add_run(item.text).bold = True
            case _:
                paragraph = file.add_paragraph(item.text, style=styles.get(item.kind))
                if item.kind in ("label", "end"):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def plain_word(paragraphs: list[str]) -> bytes:
    """A .docx without a style: what comes of pasting."""
    file = docx.Document()
    for text in paragraphs:
        file.add_paragraph(text)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


# PDF

TEMPLATE = """
#let data = json(bytes(sys.inputs.at("data")))
#set page(paper: "a4", margin: 2.4cm, header: text(size: 8pt, data.header),
  footer: context align(center, text(size: 8pt, data.page.replace("{}", counter(page).display()))))
#set text(font: "Noto Sans CJK TC", size: 10.5pt, lang: data.lang, region: "HK")
#set par(leading: 0.75em, spacing: 1.5em, justify: data.lang == "en")
#for item in data.items {
  if item.kind == "picture" { image("/" + item.text, width: 7cm) }
  else if item.kind == "title" { text(size: 17pt, weight: "bold", item.text); parbreak() }
  else if item.kind == "subtitle" { text(size: 13pt, item.text); parbreak() }
  else if item.kind == "label" or item.kind == "end" { align(center, item.text) }
  else if item.kind == "item" { list(item.text) }
  else if item.kind == "heading" or item.kind == "section" { text(weight: "bold", item.text); parbreak() }
  else if item.kind == "caption" { text(size: 9pt, item.text); parbreak() }
  else if item.kind == "contacts" { for block in item.blocks { block.join(linebreak()); parbreak() } }
  else if item.kind == "columns" {
    table(columns: (1fr, 1fr), stroke: 0.5pt, inset: 6pt, ..item.blocks.flatten())
  }
  else { item.text; parbreak() }
}
"""


def pdf(items: list[Printed], *, header: str, language: str, folder) -> bytes:
    """A PDF with a running head and page numbers; ``folder`` takes the pictures while it is set."""
    rows = []
    for number, item in enumerate(items):
        row = dataclasses.asdict(item) | {"picture": ""}
        if item.picture:
            row["text"] = f"{number}.jpg"
            (folder / row["text"]).write_bytes(item.picture)
        rows.append(row)
    data = {
        "items": rows,
        "header": header,
        "page": WORDS[language]["page"],
        "lang": "zh" if language == "zh-hant" else "en",
    }
    return typst.compile(
        TEMPLATE.encode(),
        root=str(folder),
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
