"""What the styles of a Word file say of a paragraph and of a run."""

import dataclasses
import functools
import re

from lxml import etree

from ..paragraphs import Style
from .package import child, qualified, value

# The names that Word itself gives are English in every language; other programs translate them.
NAMES: dict[Style, re.Pattern] = {
    "title": re.compile(
        r"(?:sub-?)?(?:title|headline)|(?:[副大主]|新[聞闻])?[標标][題题]", re.IGNORECASE
    ),
    "heading": re.compile(
        r"(?:sub-?)?(?:heading|überschrift|titre|título|見出し)\s*[1-9]?|小?[標标][題题]\s*[1-9]|小[標标][題题]"
        r"|subhead",
        re.IGNORECASE,
    ),
    "caption": re.compile(
        r"caption|figure|illustration|[圖图][說说片]?(?:[說说]明|[標标][號号題题])?|[題题][註注]|[標标][號号]|beschriftung|légende",
        re.IGNORECASE,
    ),
}
OFF = ("0", "false", "off", "none")


@dataclasses.dataclass(frozen=True)
class Look:
    """``bold``, ``italic`` and ``hidden`` are None where nothing is said. ``number`` is the list
    (numId) and its level.
    """

    style: Style = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    raised: str = ""
    font: str = ""
    number: tuple[str, int] | None = None

    def over(self, base: "Look") -> "Look":
        """This look where it says something, else that of its base."""
        return _over(self, base)


@functools.lru_cache(maxsize=4096)  # a file has thousands of runs and a handful of looks
def _over(look: Look, base: Look) -> Look:
    said = {
        field.name: mine
        for field in dataclasses.fields(Look)
        if (mine := getattr(look, field.name)) not in (None, "")
    }
    return dataclasses.replace(base, **said)


def run_look(properties: etree._Element | None) -> Look:
    """What the properties of a run (rPr) say themselves."""
    if properties is None:
        return Look()
    raised = {"superscript": "sup", "subscript": "sub"}
    return Look(
        bold=_toggle(child(properties, "w:b")),
        italic=_toggle(child(properties, "w:i")),
        hidden=_toggle(child(properties, "w:vanish")),
        raised=raised.get(value(child(properties, "w:vertAlign")), ""),
        font=value(child(properties, "w:rFonts"), "w:ascii"),
    )


class Styles:
    """The styles by id; a paragraph without one has the default."""

    def __init__(self, root: etree._Element | None):
        found = [] if root is None else root.findall(qualified("w:style"))
        self._elements = {value(style, "w:styleId"): style for style in found}
        self._looks: dict[str, Look] = {}
        self._default = next(
            (
                value(style, "w:styleId")
                for style in found
                if value(style, "w:type") == "paragraph"
                and value(style, "w:default") in ("1", "true", "on")
            ),
            "",
        )
        self._document = run_look(child(root, "w:docDefaults", "w:rPrDefault", "w:rPr"))

    def paragraph(self, properties: etree._Element | None) -> Look:
        """The look of a paragraph and of the runs in it, from its properties (pPr)."""
        style = value(child(properties, "w:pStyle"))
        look = self.look(style if style in self._elements else self._default)
        return _paragraph_look(properties).over(look).over(self._document)

    def run(self, properties: etree._Element | None, paragraph: Look) -> Look:
        """The look of a run; bold on bold and italic on italic cancel out between styles."""
        said = run_look(properties)
        style = value(child(properties, "w:rStyle"))
        if not style:
            return said.over(paragraph)
        own = self.look(style)
        both = {
            name: bool(getattr(own, name)) != bool(getattr(paragraph, name))
            for name in ("bold", "italic")
        }
        return said.over(dataclasses.replace(own.over(paragraph), **both))

    def look(self, style: str, seen: frozenset[str] = frozenset()) -> Look:
        element = self._elements.get(style)
        if element is None or style in seen or len(seen) > 20:
            return Look()
        if style not in self._looks:
            base = self.look(value(child(element, "w:basedOn")), seen | {style})
            own = _paragraph_look(child(element, "w:pPr")).over(run_look(child(element, "w:rPr")))
            name = value(child(element, "w:name"))
            named: Style = next((s for s, p in NAMES.items() if p.fullmatch(name.strip())), "")
            self._looks[style] = Look(style=named).over(own).over(base)
        return self._looks[style]


def _paragraph_look(properties: etree._Element | None) -> Look:
    level = value(child(properties, "w:outlineLvl"))
    number = child(properties, "w:numPr")
    identity = value(child(number, "w:numId"))
    depth = value(child(number, "w:ilvl"))
    return Look(
        style="heading" if level in tuple("012345678") else "",
        number=(identity, min(int(depth), 8) if depth.isdecimal() else 0) if identity else None,
    )


def _toggle(element: etree._Element | None) -> bool | None:
    return None if element is None else value(element).casefold() not in OFF
