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
from ..paragraphs import Line, Paragraph
from ..shapes import HAN
from . import people_en, people_zh, phones, words
from .reading import Reading

NOISE = re.compile(
    r"^(?:[\s:：,，;；/／|·•\-–—()（）.。、]+|or|and|at|via|on|by|email|e-mail|please|contact|call|tel|或|及|與|请|請|致電|联系|聯絡|聯繫|電郵至|電郵|查詢)+$",
    re.IGNORECASE,
)
# What stands beside a number without being a name: no new contact begins with it.
ASIDE = re.compile(
    r"^(?:24[\s-]?(?:hours?|hrs?|小時)|whatsapp|wechat|微信|mobile|office|direct|website|address|地址|網址|网址|https?:|www\.|room\b|\d+/F|[^A-Za-z\u3400-\u9fff]+$|.*\d.{0,40}(?:road|street|avenue|道|街|樓|号|號)).*",
    re.I,
)
HEADING_WORDS = re.compile(
    r"^(?:請|请)?(?:聯絡|联系|聯繫|與)?\s*[:：,，]?\s*|^(?:please\s+(?:feel\s+free\s+to\s+)?)?contact\s*[:：]?\s*",
    re.IGNORECASE,
)
SENTENCE_START = re.compile(
    r"^.*?(?:please\s+(?:feel\s+free\s+to\s+)?(?:contact|call|e-?mail)|contact|(?:請|请|可)(?:致電|致电|聯絡|联系|聯繫|与|與))\s*[:：]?\s*",
    re.IGNORECASE | re.DOTALL,
)
BEHALF = re.compile(
    r"[（(]?\s*(?:on behalf of|for and on behalf of|代表|代)\s+?(?P<name>[^（）()]{2,60})[)）]?$|[（(]\s*(?:for|代表)\s*(?P<name2>[^（）()]{2,60})[)）]",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(
    r"^(?:(?:contact\s*)?(?:name|person)|聯絡人|联系人|聯繫人|姓名|attn)\s*[:：]\s*",
    re.IGNORECASE,
)


@dataclasses.dataclass
class Block:
    """One contact while it is being read."""

    texts: list[tuple[str, Line]] = dataclasses.field(default_factory=list)
    phones: list[Phone] = dataclasses.field(default_factory=list)
    emails: list[str] = dataclasses.field(default_factory=list)
    lines: list[Line] = dataclasses.field(default_factory=list)
    notes: list[tuple[str, str, Line]] = dataclasses.field(default_factory=list)
    on_behalf_of: str = ""

    @property
    def reached(self) -> bool:
        return bool(self.phones or self.emails)


def read(reading: Reading, paragraphs: list[Paragraph]) -> list[MediaContact]:
    blocks: list[Block] = []
    behalf = ""
    regions = phones.regions_in("\n".join(p.text for p in paragraphs))
    fresh = True
    for paragraph in paragraphs:
        for line in _logical_lines(reading, paragraph):
            heading, rest, spoken_for = _heading(line.text)
            if heading:
                behalf, fresh = spoken_for, True
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


def _logical_lines(reading: Reading, paragraph: Paragraph) -> list[Line]:
    """Lines as printed, unless the paragraph is a sentence that was wrapped."""
    if len(paragraph.lines) > 1 and (
        shapes.CONTACT_SENTENCE.match(paragraph.text)
        or shapes.ends_sentence(paragraph.text)
        and len(paragraph.text) > 60
    ):
        for number in paragraph.numbers[1:]:
            reading.sources.setdefault(number, "media_contacts")
        return [dataclasses.replace(paragraph.lines[0], text=paragraph.text)]
    lines: list[Line] = []
    for line in paragraph.lines:
        open_before = lines and re.search(r"[（(][^）)]*$", lines[-1].text)
        if open_before:
            reading.sources.setdefault(line.number, "media_contacts")
            lines[-1] = dataclasses.replace(lines[-1], text=f"{lines[-1].text} {line.text}")
        else:
            lines.append(line)
    return lines


def _heading(text: str) -> tuple[bool, str, str]:
    """Whether a line begins with a heading, what else stands in it, and who is spoken for."""
    match = shapes.CONTACT_HEADING.match(text) if len(text) < 200 else None
    if not match:
        if shapes.CONTACT_SENTENCE.match(text):
            return True, SENTENCE_START.sub("", text, 1), ""
        return False, text, ""
    rest = (match.group("rest") or "").strip(" ：:，,")
    spoken = re.match(
        r"^(?:for\s+|[（(])(?P<name>[A-Z][^:：）)]{2,60}|[^:：）)]{2,30})[)）]?\s*[:：]?\s*$",
        rest,
    )
    if spoken and (rest.lower().startswith("for ") or rest[:1] in "(（"):
        return (
            True,
            "",
            re.sub(
                r"^(?:for)\s+",
                "",
                spoken.group().strip("（()） :："),
                flags=re.IGNORECASE,
            ),
        )
    if SENTENCE_START.match(rest) and re.match(r"please|請|请|for", rest, re.IGNORECASE):
        rest = SENTENCE_START.sub("", rest, 1)
    return True, HEADING_WORDS.sub("", rest, 1).strip(" ：:，,"), ""


def _read_line(reading, blocks: list[Block], text: str, line: Line, behalf: str, regions) -> None:
    block = blocks[-1]
    if shapes.FAX_LABEL.match(text):
        reading.leave(_("Fax numbers are not kept."), line)
        return
    tokens = list(_tokens(text))
    for kind, value in tokens:
        if kind == "text" and block.reached and not ASIDE.match(value):
            block = Block(on_behalf_of=behalf)
            blocks.append(block)
        if kind == "text":
            _add_text(block, value, line)
        elif kind == "email":
            _add_email(block, value, line)
        elif kind == "fax":
            reading.note("left_over", _("Fax numbers are not kept."), line, text=value)
        else:
            _add_phone(reading, block, value, line, regions)
    block.lines.append(line)


def _tokens(text: str):
    """Cut a line into words, numbers and addresses, labels dropped."""
    marks = []
    for match in shapes.EMAIL.finditer(text):
        end = match.end() + (1 if text[match.end() : match.end() + 1] == "/" else 0)
        start = match.start() - (7 if text[: match.start()].endswith("mailto:") else 0)
        marks.append((start, end, "email", text[start:end]))
    taken = [(a, b) for a, b, _k, _v in marks]
    for match in shapes.WEB_ADDRESS.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            marks.append((match.start(), match.end(), "text", match.group()))
            taken.append((match.start(), match.end()))
    for match in phones.NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match.group("number"))
        if 7 <= len(digits) <= 15 and not any(
            a < match.end() and match.start() < b for a, b in taken
        ):
            fax = re.search(shapes.FAX_LABEL.pattern + r"$", text[: match.start()], re.IGNORECASE)
            marks.append((match.start(), match.end(), "fax" if fax else "phone", match.group()))
    place = 0
    for start, end, kind, value in sorted(marks):
        yield from _words(text[place:start], labelled=True)
        yield kind, value
        place = end
    yield from _words(text[place:])


def _words(text: str, labelled: bool = False):
    """The words of a line without the labels: before a colon or a number, or alone on a line."""
    for label in (shapes.PHONE_LABEL, shapes.EMAIL_LABEL, shapes.FAX_LABEL):
        end = r"(?:[:：]|$)" if labelled else r"[:：]"
        text = re.sub(
            rf"(?:{label.pattern})(?:(?<=[:：])|(?<=[:：]\s)|{end})", " ", text, flags=re.I
        )
        text = re.sub(rf"^\s*(?:{label.pattern})\s*$", " ", text, flags=re.I)
    text = NAME_LABEL.sub("", text.strip())
    text = re.sub(r"^[\s:：,，;；/／|·•\-–—.。、)）]+|[\s:：,，;；/／|·•\-–—、(（]+$", "", text)
    text = re.sub(r"\s+(?:at|on|via|by|or|and|through)$", "", text)
    if text and not NOISE.match(text):
        yield "text", text


def _add_text(block: Block, text: str, line: Line) -> None:
    if behalf := BEHALF.search(text):
        if block.on_behalf_of:
            message = _("Another organisation spoken for was named before: %(name)s.")
            block.notes.append(("left_over", message % {"name": block.on_behalf_of}, line))
        block.on_behalf_of = (behalf.group("name") or behalf.group("name2")).strip()
        text = text[: behalf.start()].strip()
    pieces = (
        [text]
        if not re.search(r"\s{2,}|\t|\s[|–—]\s", text)
        else re.split(r"\s{2,}|\s[|–—]\s", text)
    )
    for piece in pieces:
        if piece.strip(" ,，"):
            block.texts.append(
                (
                    piece.strip(" ,，()（）")
                    if not re.search(r"[)）]", piece)
                    else piece.strip(" ,，"),
                    line,
                )
            )


def _add_email(block: Block, value: str, line: Line) -> None:
    address = value.removeprefix("mailto:")
    if address.endswith("/"):
        address = address[:-1]
        block.notes.append(("guess", _("A slash behind the e-mail address was dropped."), line))
    if address.lower() not in [e.lower() for e in block.emails]:
        block.emails.append(address)


def _add_phone(reading: Reading, block: Block, value: str, line: Line, regions) -> None:
    phone, guess = phones.phone_of(value, reading.chinese, regions)
    if phone is None:
        message = _("This telephone number could not be understood. Enter it by hand.")
        reading.note("left_over", message, line, text=value.strip())
        return
    if phone not in block.phones:
        block.phones.append(phone)
        if guess:
            block.notes.append(("guess", guess % {"number": phone.number}, line))


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
    organisation, name, rest = _sort(reading, block.texts)
    if not organisation and found:
        organisation = reading.get(found[-1].organisation)
        if organisation:
            message = _("No organisation is printed; taken to be that of the contact before.")
            reading.note("guess", message, block.lines[0], key)
    for line in block.lines:
        reading.sources.setdefault(line.number, key)
    for kind, message, line in block.notes:
        reading.note(kind, message, line, key)
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


def _sort(reading: Reading, texts: list[tuple[str, Line]]):
    """Tell organisation and name apart; what is neither (job titles, addresses) is left over."""
    organisation = name = ""
    rest = []
    for text, line in _split(reading, texts):
        if not name and is_name(reading, text):
            name = text
        elif not organisation and is_organisation(reading, text):
            organisation = text
        else:
            rest.append((text, line))
    if (
        not organisation
        and name
        and rest
        and not _is_role(rest[0][0])
        and len(rest[0][0]) < 50
        and not shapes.WEB_ADDRESS.search(rest[0][0])
    ):
        organisation, _line = rest.pop(0)
    if not name and not organisation and rest:
        organisation, _line = rest.pop(0)
    return organisation.strip(" :：,，"), name.strip(" :：,，."), rest


def _split(reading: Reading, texts):
    """“Jane Chan, Head of Media, Acme Ltd” and 「香港某公司陳大文先生」 in one line."""
    for text, line in texts:
        pieces = re.split(r"\s*[,，]\s*", text)
        if len(pieces) > 1 and any(is_name(reading, p) for p in pieces):
            yield from ((p, line) for p in pieces)
            continue
        hits = people_zh.find(text, reading.organisations) if re.search(f"[{HAN}]", text) else []
        if (
            hits
            and hits[0][2]["name"]
            and text.strip() != hits[0][2]["name"] + hits[0][2]["honorific"]
        ):
            fields = hits[0][2]
            role = fields["organisation"] + fields["job_title"]
            if text.strip().endswith(fields["name"] + fields["honorific"]) and role:
                if fields["organisation"]:
                    yield fields["organisation"], line
                if fields["job_title"]:
                    yield fields["job_title"], line
                yield fields["name"] + fields["honorific"], line
                continue
        match = re.match(r"(.+?)\s+(?:of|at|from)\s+(?:the\s+)?(.+)$", text)
        if match and is_name(reading, match.group(1)):
            yield match.group(1), line
            yield match.group(2), line
            continue
        yield text, line


def is_name(reading: Reading, text: str) -> bool:
    text = text.strip(" :：.")
    if re.search(r"\s[/／&]\s", text):
        return all(is_name(reading, piece) for piece in re.split(r"\s[/／&]\s", text))
    if re.search(f"[{HAN}]", text):
        bare = re.sub(rf"(?:{people_zh.HONORIFIC})$", "", text).strip()
        if bare != text and len(bare) <= 4:
            return True
        named = re.match(rf"^(?:{words.HAN_NAME})(?:\s*[（(].{{1,20}}[）)])?$", bare)
        return (
            bool(named)
            and bare not in reading.organisations
            and not re.search(f"{_ORGANISATION}$", bare)
        )
    honorific, name = people_en.split_name(text)
    if honorific:
        return bool(re.fullmatch(rf"{people_en.CAPITAL}(?:\s+{people_en.CAPITAL}){{0,4}}", name))
    return people_en.is_name(text, reading.organisations) and not people_en.is_organisation(text)


_ORGANISATION = rf"(?:{words.any_of(words.STRONG_ORGANISATIONS_ZH + words.WEAK_ORGANISATIONS_ZH)})"


def is_organisation(reading: Reading, text: str) -> bool:
    if text in reading.organisations:
        return True
    if re.search(f"[{HAN}]", text):
        return bool(
            re.search(
                rf"(?:{_ORGANISATION}|科技|國際|控股|藥業|資本|策略|媒體|創意)(?:[（(].{{1,20}}[）)])?$",
                text,
            )
        ) or bool(
            len(text) <= 30
            and not _is_role(text)
            and not shapes.ends_sentence(text)
            and re.search(_ORGANISATION, text)
        )
    return people_en.is_organisation(text) and not (
        people_en.is_title(text) and not people_en.is_organisation(text.split()[-1])
    )


def _is_role(text: str) -> bool:
    return bool(people_zh.TITLE_END.search(text)) or people_en.is_title(text)
