"""Every screen of the desk, in both languages, light and dark: axe-core finds nothing, and nothing is
wider than the window. (The pages around the login: test_login.py.)"""

from collections import defaultdict

import pytest
from django.contrib.auth.models import Group

from newsroom.management.commands import load_sample
from releases.role_names import APPROVER

from ..factories import image_bytes, press_officer, writer
from ..site.test_accessibility import AXE, SCHEMES, STANDARDS, axe
from . import screens
from .test_browser import EXPECTED

pytestmark = [
    pytest.mark.browser,
    pytest.mark.instrument,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not AXE.exists(), reason="no axe-core: make instruments"),
]


def approver():
    user = press_officer("approver", may_publish=False)
    user.groups.add(Group.objects.get(name=APPROVER))
    return user


def plain(name):
    return image_bytes((len(name) * 7 % 256, 128, 160), size=(600, 400))


def look(page, name, found):
    """Note what axe-core finds in both widths and schemes, and what is wider than the window."""
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found["scrolls sideways"].append(f"{name} at {width}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            # The scheme changes colours and nothing else.
            run_only = STANDARDS if scheme == SCHEMES[0] else ["color-contrast"]
            for violation in axe(page, {"runOnly": run_only}):
                found[violation].append(f"{name} at {width}, {scheme}")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("language", ["zh-hant", "en"])
def test_axe_finds_nothing_on_any_screen(open_page, live_server, officer, monkeypatch, language):
    monkeypatch.setattr(load_sample, "draw", plain)
    found = defaultdict(list)
    page = open_page("/admin/", language=language)
    look(page, "empty desk", found)
    here = screens.furnish(officer)

    for name, address in screens.addresses(here).items():
        page.goto(live_server.url + address)
        screens.settle(page)
        look(page, name, found)
        if name == "form":
            page.keyboard.press("Alt+p")
            page.wait_for_selector("#newsroom-preview iframe")
            look(page, "form and preview", found)
    page.goto(live_server.url + screens.addresses(here)["new release"])
    screens.settle(page)
    with page.expect_navigation():
        page.click('[name="_continue"]')
    look(page, "form with mistakes", found)
    with screens.stale(page, live_server.url, here, writer("ming")):
        look(page, "stale save", found)

    reader = open_page(screens.addresses(here)["form"], language=language, user=approver())
    look(reader, "read by an approver", found)

    assert not found, "\n".join(f"{what}: {where}" for what, where in found.items())
    ours = [
        text
        for text in page.complaints + reader.complaints
        if not text.startswith(EXPECTED) and "409" not in text
    ]
    assert ours == []
