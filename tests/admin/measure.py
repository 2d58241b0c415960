"""Measure the desk: ``python -m tests.admin.measure [blocks] [times]``.

Serves a newsroom as in production, with one release of 40 blocks in two languages, to Debian's
Chromium. A form is ready to type when a letter that is typed into its first paragraph stands there
and every editor of the page does; it is saved when the answer to the click has come. The first
opening fills the cache of the browser. Stands with the tests because it shares their newsroom; what
a machine is busy with besides is in the figures, so nothing is asserted.
"""

import os
import platform
import statistics
import sys
import tempfile
import time

PASSWORD = "measured-on-this-machine"
FORM = "/admin/releases/release/1/change/"
EDITORS = ".order-machine .inline-related:not(.empty-form) .ProseMirror"
# When the browser hears the click: how long the instrument takes to make one is none of the form's business.
NOTE_THE_CLICK = """document.querySelector("[name=_continue]").addEventListener(
    "click", () => { sessionStorage.clicked = Date.now() }, { capture: true }
)"""


def main(blocks=40, times=7):
    from playwright.sync_api import sync_playwright

    from ..conftest import CHROMIUM
    from ..site import sample_newsroom

    with (
        tempfile.TemporaryDirectory() as folder,
        sample_newsroom.serving(
            folder, command=["tests.admin.measure", "serve", str(blocks)]
        ) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{url}/admin/login/")
        page.fill("[name=username]", "officer")
        page.fill("[name=password]", PASSWORD)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        opened = [_opened(page, url) for _time in range(int(times))]
        saved = [_saved(page, number) for number in range(int(times))]
        editors = page.locator(EDITORS).count()
        browser.close()
    print(f"{blocks} blocks in two languages, {editors} rich-text editors; {_machine()}")
    _print("open, first time", opened[:1], limit=3)
    _print("open, afterwards", opened[1:], limit=3)
    _print("save", [answered for answered, _ready in saved], limit=1)
    _print("save, until the form stands again", [ready for _answered, ready in saved])


def _opened(page, url):
    """Seconds from asking for the form until a letter stands in its first paragraph."""
    page.goto("about:blank")
    started = time.perf_counter()
    page.goto(url + FORM, wait_until="commit")
    return _ready(page, started)


def _ready(page, started):
    editor = page.locator(EDITORS).first
    before = len(editor.inner_text())
    editor.press("End")
    page.keyboard.type("x")
    while len(editor.inner_text()) == before:
        time.sleep(0.005)
    while not page.evaluate("document.readyState == 'complete'"):
        time.sleep(0.005)
    return time.perf_counter() - started


def _saved(page, number):
    """Seconds from the click until the answer, and until the form is ready again."""
    page.fill("#id_headline_en", f"A headline that was saved {number}")
    page.evaluate(NOTE_THE_CLICK)
    started = time.perf_counter()
    sent = lambda answer: answer.url.endswith(FORM) and answer.request.method == "POST"  # noqa: E731
    with page.expect_response(sent) as answer:
        page.click('[name="_continue"]')
    assert answer.value.status == 302
    timing = answer.value.request.timing  # in ms
    page.wait_for_selector(".messagelist .success")
    clicked = float(page.evaluate("sessionStorage.clicked"))
    answered = (timing["startTime"] + timing["responseEnd"] - clicked) / 1000
    return answered, _ready(page, started)


def _print(what, seconds, limit=None):
    against = f"   (to be under {limit} s)" if limit else ""
    median, worst = statistics.median(seconds), max(seconds)
    print(f"{what:36} median {median:5.2f} s   worst {worst:5.2f} s{against}")


def _machine():
    busy = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, load {busy:.1f}, Python {platform.python_version()}"


def serve(blocks, port):
    """Make the newsroom and become its server: for ``sample_newsroom.serving``."""
    import django

    django.setup()

    from django.contrib.auth.models import User
    from django.core.management import call_command

    from newsroom.management.commands import demo
    from releases import drafting

    from ..factories import document, picture

    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", interactive=False, verbosity=0)
    by = User.objects.create_superuser("officer", password=PASSWORD)
    body = [_block(number, picture()) for number in range(int(blocks))]
    drafting.save(document=document(body=body), by=by)
    demo.serve(port)


def _block(number, shown):
    """One of ten blocks is a figure, one a subheading, two are quotes; the others are paragraphs."""
    from releases.document import schema

    from ..factories import ALICE

    words = {
        "zh-hant": f"第{number}段：創新園與夥伴今日宣布開展為期三年的海岸機械人研究計劃。" * 4,
        "en": f"Paragraph {number}: the Park and its partner began three years of research. " * 6,
    }
    short = {code: text[:40] for code, text in words.items()}
    match number % 10:
        case 3 | 7:
            return schema.Quote(key=f"b{number}", speaker=ALICE, words=words)
        case 5:
            return schema.Figure(key=f"b{number}", picture=shown, caption=short, alt_text=short)
        case 0:
            return schema.Subheading(key=f"b{number}", text=short)
    html = {code: f"<p>{text}</p>" for code, text in words.items()}
    return schema.TextBlock(key=f"b{number}", html=html)


if __name__ == "__main__":
    serve(*sys.argv[2:]) if sys.argv[1:2] == ["serve"] else main(*sys.argv[1:])
