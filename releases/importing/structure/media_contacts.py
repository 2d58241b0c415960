"""Media contacts: organisation, name, telephone numbers and e-mail addresses, block after block.

Blocks have no separator but the next organisation or name; a new contact begins with the first
words that follow a number or an address. Numbers become E.164; Hong Kong's country code is added
where none is printed, and said.
"""

import dataclasses
import re

from django.utils.translation import gettext as _

from releases.document.schema import MediaContact, Phone

from .. import shapes
from ..notes import Note
from ..paragraphs import Line, Paragraph
from . import contact_lines, contact_names, phones
from .reading import Reading

# What stands beside a number without being a name: no new contact begins with it.
ASIDE = re.compile(
    r"^(?:(?:24|二十四)[\s-]?(?:hours?|hrs?|小時|小时)|非?[辦办]公[時时]間?|全日|whatsapp|wechat|微信|mobile|office|direct|website|address|地址|網址|网址|https?:|www\.|room\b|\d+/F|[^A-Za-z\u3400-\u9fff]+$|.*\d.{0,40}(?:road|street|avenue|道|街|樓|号|號)).*",
    re.I,
)
LONGEST_LINE = 1000
BEHALF = re.compile(
    r"[（(]?\s*(?:on behalf of|for and on behalf of|代表|代)\s+?(?P<name>[^（）()]{2,60})[)）]?$|[（(]\s*(?:for|代表)\s*(?P<name2>[^（）()]{2,60})[)）]",
    re.IGNORECASE,
)


@dataclasses.dataclass
class Block:
    """One contact while it is being read."""

    texts: list[tuple[str, Line]] = dataclasses.field(default_factory=list)
    phones: list[Phone] = dataclasses.field(default_factory=list)
    emails: list[str] = dataclasses.field(default_factory=list)
    lines: list[Line] = dataclasses.field(default_factory=list)
    notes: list[Note] = dataclasses.field(default_factory=list)
    on_behalf_of: str = ""

    @property
    def reached(self) -> bool:
        return bool(self.phones or self.emails)


def read(reading: Reading, paragraphs: list[Paragraph]) -> list[MediaContact]:
    blocks: list[Block] = []
    behalf = ""
    regions = phones.regions_in("\n".join(p.text for p in paragraphs), reading.chinese)
    fresh = True
    for paragraph in paragraphs:
        for line in contact_lines.logical(reading, paragraph):
            heading, rest, spoken_for = contact_lines.heading(line.text)
            if heading:
                # 聯絡人：X below its organisation begins no other contact.
                going_on = rest and blocks and blocks[-1].texts and not blocks[-1].reached
                behalf, fresh = spoken_for, not going_on
                reading.sources.setdefault(line.number, "media_contacts")
                if len(line.text) - len(rest) > 60:
                    message = _("Words before the media contacts that have no place of their own.")
                    reading.note("left_over", message, line)
                if not rest:
                    continue
            if fresh or not blocks:
                blocks.append(Block(on_behalf_of=behalf))
                fresh = False
            _read_line(reading, blocks, rest if heading else line.text, line, behalf, regions)
    found: list[MediaContact] = []
    for block in blocks:
        _finish(reading, block, found)
    return found


def _read_line(reading, blocks: list[Block], text: str, line: Line, behalf: str, regions) -> None:
    if len(text) > LONGEST_LINE:
        reading.leave(_("This line is too long for a media contact."), line)
        return
    if shapes.FAX_LABEL.match(text):
        reading.leave(_("Fax numbers are not kept."), line)
        return
    for kind, value in contact_lines.tokens(text):
        block = blocks[-1]
        if kind == "text" and line.new_page and any(value in known for known, _l in block.texts):
            message = _("Printed again at the head of a page: not read twice.")
            reading.note("left_over", message, line, text=value)
        elif kind in ("text", "web"):
            if (
                kind == "text"
                and block.texts
                and block.reached
                and not ASIDE.match(value.lstrip("(（"))
            ):
                blocks.append(Block(on_behalf_of=behalf))
            _add_text(blocks[-1], value, line)
        elif kind == "email":
            _add_email(block, value, line)
        elif kind == "fax":
            reading.note("left_over", _("Fax numbers are not kept."), line, text=value)
        else:
            _add_phone(reading, block, value, line, regions)
        if line not in blocks[-1].lines:
            blocks[-1].lines.append(line)
    if line not in blocks[-1].lines:
        blocks[-1].lines.append(line)


def _add_text(block: Block, text: str, line: Line) -> None:
    if behalf := BEHALF.search(text):
        if block.on_behalf_of:
            message = _("Another organisation spoken for was named before: %(name)s.")
            message %= {"name": block.on_behalf_of}
            block.notes.append(Note("left_over", message, line.number, line.text))
        block.on_behalf_of = (behalf.group("name") or behalf.group("name2")).strip()
        text = text[: behalf.start()].strip()
    for piece in re.split(r"\s{2,}|\t|\u3000|\s[|–—]\s", text):
        if words := piece.strip(" ,，" if re.search(r"[)）]", piece) else " ,，(（"):
            block.texts.append((words, line))


def _add_email(block: Block, value: str, line: Line) -> None:
    address = shapes.EMAIL.search(value).group()
    if address.lower() in [e.lower() for e in block.emails]:
        return
    block.emails.append(address)
    if not value.endswith(address):
        message = (
            _("A slash behind the e-mail address was dropped.")
            if value.endswith("/")
            else _("Punctuation behind the e-mail address was dropped.")
        )
        block.notes.append(Note("guess", message, line.number, value, hint="contacts.email"))


def _add_phone(reading: Reading, block: Block, value: str, line: Line, regions) -> None:
    phone, guess = phones.phone_of(value, reading.chinese, regions)
    if phone is None:
        message = _("This telephone number could not be understood. Enter it by hand.")
        reading.note("left_over", message, line, text=value.strip())
        return
    if phone not in block.phones:
        block.phones.append(phone)
        if guess:
            message = guess % {"number": phone.number}
            printed = value.strip()
            block.notes.append(
                Note("guess", message, line.number, printed, hint="contacts.phone-country")
            )


# Who it is


def _finish(reading: Reading, block: Block, found: list[MediaContact]) -> None:
    if not block.reached:
        for line in block.lines:
            if reading.sources.get(line.number) in (None, "media_contacts"):
                reading.leave(
                    _("Words among the media contacts without a number or an address."),
                    line,
                )
        return
    key = reading.key("mc")
    organisation, name, rest = contact_names.sort(reading, block.texts, block.emails)
    if not organisation and found:
        organisation = reading.get(found[-1].organisation)
        if organisation:
            message = _("No organisation is printed; taken to be that of the contact before.")
            reading.note("guess", message, block.lines[0], key)
    for line in block.lines:
        reading.sources.setdefault(line.number, key)
    reading.notes += [dataclasses.replace(note, part=key) for note in block.notes]
    for text, line in rest:
        reading.note(
            "left_over",
            _("Words of a media contact that have no place of their own."),
            line,
            key,
            text=text,
        )
    if not (name or organisation):
        reading.note(
            "missing",
            _("Neither a name nor an organisation is printed."),
            block.lines[0],
            key,
        )
    found.append(
        MediaContact(
            key=key,
            organisation=reading.text(organisation),
            on_behalf_of=reading.text(block.on_behalf_of),
            name=reading.text(name),
            phones=block.phones,
            emails=block.emails,
        )
    )
