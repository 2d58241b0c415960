"""Every type of public page in every language, in a browser: anybody can read and use it.

WCAG 2.2 AA and the best practices of axe-core, then what axe-core cannot see: the keyboard,
reflow, text spacing, forced colours, motion, print.
"""

import pytest

from ..conftest import BASE_DIR
from .page_types import LANGUAGES, PAGE_TYPES, STATUS, address

pytestmark = [
    pytest.mark.browser,
    pytest.mark.instrument,
]

AXE = BASE_DIR / "node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (375, 768, 1280)
SCHEMES = ("light", "dark")
A4 = 658  # CSS px between the margins

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"


@pytest.fixture(scope="module")
def tab(chromium):
    """One tab for all pages. What it complains of, and what it asks of whom, is collected."""
    context = chromium.new_context()
    tab = context.new_page()
    tab.complaints, tab.requests = [], []
    tab.on("console", lambda message: tab.complaints.append(message.text))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    tab.on("request", lambda request: tab.requests.append(request.url))
    yield tab
    context.close()


@pytest.fixture(
    scope="module", params=[(t, code) for t in PAGE_TYPES for code in LANGUAGES], ids="-".join
)
def opened(request, tab, newsroom_url):
    """The tab with a page in it, which all tests of this page share."""
    page_type, language = request.param
    tab.complaints.clear()
    tab.requests.clear()
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.status = tab.goto(newsroom_url + address(page_type, language)).status
    assert tab.status == STATUS.get(page_type, 200)
    return tab


@pytest.fixture
def page(opened):
    """The page as it was opened, whatever the test before did to it, at rest."""
    opened.set_viewport_size({"width": 1280, "height": 800})
    opened.emulate_media(
        media="screen", color_scheme="light", forced_colors="none", reduced_motion="reduce"
    )
    opened.evaluate(
        "document.adoptedStyleSheets = []; document.activeElement.blur(); scrollTo(0, 0)"
    )
    return opened


def set_width(page, width):
    page.set_viewport_size({"width": width, "height": 800})


def add_style(page, css):
    """Unlike a style element, a constructed sheet is not the business of the page's policy."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }",
        css,
    )


def axe(page, options):
    """What axe-core finds: the rule, what it is about, where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    results = page.evaluate(
        "options => axe.run(document, { resultTypes: ['violations'], preload: false, ...options })",
        options,
    )
    return [
        f"{rule['id']}: {rule['help']}: {node['target']} {node['failureSummary']}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: make instruments")
def test_axe_finds_nothing(page):
    found = {}
    for width in WIDTHS:
        set_width(page, width)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            # The scheme changes colours and nothing else.
            run_only = STANDARDS if scheme == SCHEMES[0] else ["color-contrast"]
            found[width, scheme] = axe(page, {"runOnly": run_only})
    assert {where: violations for where, violations in found.items() if violations} == {}


def test_the_browser_has_nothing_to_complain_of(page, newsroom_url):
    its_own_status = f"status of {page.status}"  # Chromium complains of an error page itself
    assert [c for c in page.complaints if page.status == 200 or its_own_status not in c] == []
    assert [url for url in page.requests if not url.startswith(newsroom_url)] == []
    assert page.context.cookies() == []


def test_the_keyboard_goes_through_the_page_in_its_order_and_out_at_its_end(page):
    stops = page.evaluate(
        """focusable => {
             window.stops = [...document.querySelectorAll(focusable)].filter(e => e.checkVisibility())
             return stops.length
           }""",
        FOCUSABLE,
    )
    visited, unseen = [], []
    for _ in range(stops):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                 const stop = document.activeElement, box = stop.getBoundingClientRect()
                 const outlined = e => {
                   const { outlineStyle, outlineWidth } = getComputedStyle(e)
                   return outlineStyle != "none" && parseFloat(outlineWidth) >= 2
                 }
                 let ring = stop // or a card around it, which its link covers
                 while (ring && !outlined(ring)) ring = ring.parentElement
                 const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
                 return { place: stops.indexOf(stop), words: stop.textContent.trim(), seen: inView && ring != null }
               }"""
        )
        visited.append(stop["place"])
        if not stop["seen"]:
            unseen.append(stop["words"])
    assert visited == list(range(stops))
    assert unseen == []
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement == document.body || stops.indexOf(document.activeElement) == 0"
    )


def test_the_first_stop_skips_to_the_content(page):
    page.goto(page.url)  # the keyboard starts at the top again
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') != null")
    page.goto(page.url.removesuffix("#content"))


@pytest.mark.parametrize("width", [375, 1280])
def test_a_target_is_24_px_high_and_wide(page, width):
    """Links in a sentence excepted; a headline's link covers its whole card."""
    set_width(page, width)
    small = page.evaluate(
        """focusable => [...document.querySelectorAll(focusable)]
             .filter(e => e.checkVisibility() && !e.matches(".skip, .prose p *, .prose li *"))
             .map(e => [e, getComputedStyle(e, "::after").position == "absolute" ? e.offsetParent : e])
             .map(([e, box]) => [e.textContent.trim(), box.getBoundingClientRect()])
             .filter(([_, box]) => box.height < 24 || box.width < 24)
             .map(([words, box]) => `${words} ${box.width} × ${box.height}`)""",
        FOCUSABLE,
    )
    assert small == []


@pytest.mark.parametrize("width", [320, 375, 640, 1280, 2560])  # 320 and 640: 400 % and 200 % zoom
def test_nothing_has_to_be_scrolled_sideways(page, width):
    set_width(page, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_wider_text_spacing_clips_and_covers_nothing(page, width):
    """WCAG 1.4.12. Summaries in lists are cut on purpose: the headline leads to the whole."""
    set_width(page, width)
    add_style(
        page,
        """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
           p { margin-block-end: 2em !important }""",
    )
    clipped = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
             .filter(e => e.checkVisibility() && getComputedStyle(e).clipPath != "inset(50%)")
             .filter(e => {
               const style = getComputedStyle(e)
               return style.overflow != "visible" && style.webkitLineClamp == "none"
                 && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
             })
             .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert clipped == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_are_taken_over_and_panels_keep_an_edge(page):
    page.emulate_media(forced_colors="active")
    keeps_its_own, without_edge = page.evaluate(
        """() => {
             const all = [...document.querySelectorAll("body *")].map(e => [getComputedStyle(e), e.outerHTML.slice(0, 80)])
             const panel = ["key-points", "ceremony", "offer", "figure--words", "card--words", "action"]
             return [
               all.filter(([style]) => style.forcedColorAdjust != "auto").map(([_, html]) => html),
               panel.flatMap(name => [...document.getElementsByClassName(name)])
                 .filter(e => getComputedStyle(e).borderStyle == "none").map(e => e.className),
             ]
           }"""
    )
    assert keeps_its_own == []
    assert without_edge == []


def test_nothing_moves_for_those_who_want_no_motion(page):
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")]
             .filter(e => ["", "::before", "::after"].some(part => {
               const style = getComputedStyle(e, part || null)
               return style.animationName != "none" || style.scrollBehavior == "smooth"
                 || style.transitionDuration.split(", ").some(duration => duration != "0s")
             }))
             .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert moving == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_print_is_black_on_white_and_holds_the_words_alone(page, scheme):
    set_width(page, A4)
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    assert page.evaluate(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"
    ) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert page.locator("nav:visible, .skip:visible, form:visible").count() == 0
    assert page.locator("h1").is_visible()
