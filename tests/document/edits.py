"""What somebody may do to a document: change words, take parts out, add some, move some."""

import itertools

from hypothesis import strategies as st

from releases.document import from_json, schema, to_json
from releases.document.diff import LISTS

_numbers = itertools.count()

short = st.sampled_from(["一", "二字", "three", "", "三 四"])


def _texts(value, path=()):
    """The place of every Text in a document's JSON."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in items:
        if isinstance(inner, dict) and set(inner) & set(schema.LANGUAGES):
            yield (*path, name)
        elif isinstance(inner, dict | list):
            yield from _texts(inner, (*path, name))


@st.composite
def edited(draw, document, *, by="x"):
    """``document`` as somebody (whose new keys begin with ``by``) leaves it."""
    value = to_json(document)
    for _step in range(draw(st.integers(0, 4))):
        match draw(st.sampled_from(["words", "words", "remove", "add", "move"])):
            case "words":
                places = list(_texts(value))
                if places:
                    *way, last = draw(st.sampled_from(places))
                    inner = value
                    for name in way:
                        inner = inner[name]
                    language = draw(st.sampled_from(["zh-hant", "en"]))
                    words = draw(short)
                    if last == "html":
                        words = words and f"<p>{words}</p>"
                    if last == "marks":
                        continue
                    inner[last] = {k: v for k, v in inner[last].items() if k != language}
                    if words:
                        inner[last][language] = words
            case "remove":
                name = draw(st.sampled_from(LISTS))
                if value.get(name):
                    value[name].pop(draw(st.integers(0, len(value[name]) - 1)))
            case "add":
                key = f"{by}{next(_numbers)}"
                part = {"key": key, "kind": "subheading", "text": {"en": draw(short) or "new"}}
                value["body"].insert(draw(st.integers(0, len(value["body"]))), part)
            case "move":
                name = draw(st.sampled_from(LISTS))
                if value.get(name):
                    value[name] = draw(st.permutations(value[name]))
    quotes = {
        block["key"]
        for name in ("body", "notes_to_editors", "caption_quotes")
        for block in value[name]
        if block["kind"] == "quote"
    }
    for block in (*value["body"], *value["notes_to_editors"]):
        if block["kind"] == "figure" and block["quote"] not in quotes:
            block["quote"] = None
    return from_json(value)
