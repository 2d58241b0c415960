"""How Chinese and foreign words are set, as a browser sets them.

The rules are those of the W3C's Requirements for Chinese Text Layout (clreq): §3.1.3 what may not
begin or end a line, §3.2.2 how letters and digits stand among Han characters, §3.3 emphasis.
"""

import pytest
from django.utils import translation

from newsroom.typography import foreign
from releases.document import schema

from ..factories import ALICE, document, published

NEVER_FIRST = "、，。：；！？」』）》〉】…—％"
NEVER_LAST = "「『（《〈【"

# Every mark in many places, so that at some width each would fall on the edge of a line.
MARKS = (
    "「水（深）三至廿六米」，「岸《一》」；『口』：有嗎？有！約３５％、廿日……他說：「在『這裏』。」"
)
BODY = "".join(MARKS[n % 7 :] + "海灣測試場" * (n % 5) for n in range(12))

LINES = """
(selector) => {
  const edges = []
  for (const element of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const characters = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        if (node.data[at].trim() && box.width) characters.push([node.data[at], box.top, box.left])
      }
    }
    characters.forEach(([character, top, left], at) => {
      const before = characters[at - 1]
      if (before && left < before[2]) edges.push([before[0], character])
    })
  }
  return edges
}
"""


@pytest.fixture
def release(transactional_db):
    words = {"zh-hant": f"<p>{BODY}</p>", "en": "<p>English.</p>"}
    quote = schema.Quote(
        key="q9", speaker=ALICE, words={"zh-hant": BODY.strip("「」"), "en": "English."}
    )
    return published(
        document(
            slug="marks",
            headline={"zh-hant": "海角創新園：與「北極星生物」合作，" * 3, "en": "Headline"},
            body=[schema.TextBlock(key="p9", html=words), quote],
            key_points=[schema.KeyPoint(key="k9", text={"zh-hant": BODY})],
        )
    )


@pytest.mark.browser
def test_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(release, visit):
    page = visit("/zh-hant/releases/marks/")
    seen = 0

    for width in range(320, 720, 13):
        page.set_viewport_size({"width": width, "height": 800})
        edges = page.evaluate(LINES, ".prose p, .quote p, .key-points li, h1")
        seen += len(edges)
        assert not [edge for edge in edges if edge[0] in NEVER_LAST or edge[1] in NEVER_FIRST], (
            width
        )

    assert seen > 1000


@pytest.mark.browser
def test_chinese_is_set_in_hong_kong_forms(release, visit):
    page = visit("/zh-hant/releases/marks/")

    assert {name for name in fonts(page, ".prose p") if "CJK" in name} == {"Noto Sans CJK HK"}


@pytest.mark.browser
def test_letters_and_digits_stand_a_little_apart_from_han_characters(transactional_db, visit):
    words = {"zh-hant": "<p>共有40名工程師</p><p>共有四十名工程師</p>", "en": "<p>English.</p>"}
    published(document(slug="digits", body=[schema.TextBlock(key="p9", html=words)]))
    page = visit("/zh-hant/releases/digits/")

    assert page.locator(".prose p").first.evaluate("p => getComputedStyle(p).textAutospace") in (
        "normal",
        "ideograph-alpha ideograph-numeric",
    )


def fonts(page, selector):
    """The fonts that the browser really used for an element."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    used = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in used}


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh-hant", "Pascal Soriot先生", '<span lang="en">Pascal Soriot</span>先生'),
        ("zh-hant", "AI實驗室", "AI實驗室"),
        ("zh-hant", "陳愛麗", "陳愛麗"),
        (
            "zh-hant",
            "Jean-Luc d’Été & Co",
            '<span lang="en">Jean-Luc d’Été</span> &amp; <span lang="en">Co</span>',
        ),
        ("en", "Alice Chan", "Alice Chan"),
        ("en", "Alice Chan (陳愛麗)", 'Alice Chan (<span lang="zh-Hant-HK">陳愛麗</span>)'),
        ("en", "<b>", "&lt;b&gt;"),
    ],
)
def test_a_name_of_the_other_language_says_its_language(language, words, expected):
    with translation.override(language):
        assert foreign(words) == expected
