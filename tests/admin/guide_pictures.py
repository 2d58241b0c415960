"""The pictures of the editors' guide, taken anew: ``make pictures``.

One working day in the sample newsroom, in either language of the admin: what stands on the screens
is the sample's, the people are invented, the clock stands still.
"""

import dataclasses
import datetime as dt
import io

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from newsroom.groups import keep_roles
from newsroom.two_step import begin
from releases import drafting, preflight
from releases.approval import approve
from releases.document import compose, digest, schema
from releases.models import Release

from ..conftest import BASE_DIR
from ..importing import layouts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOLDER = BASE_DIR / "docs/images/guide"
MOST_BYTES = 90_000
NOW = dt.datetime(2026, 11, 30, 2, 30, tzinfo=dt.UTC)  # half past ten in Hong Kong
WIDTH, TELEPHONE = 1280, 390

DRAFT, SLIPS, PLANNED, PUBLIC = (
    "harbour-buoy-open-data",
    "solar-garden-night-visits",
    "island-eye-clinics",
    "tidewright-coastal-robotics-agreement",
)
PEOPLE = {  # login → role, and the name in either language
    "fong": ("writer", {"en": "Mabel Fong", "zh-hant": "方美詩"}),
    "yip": ("translator", {"en": "Desmond Yip", "zh-hant": "葉德銘"}),
    "sung": ("approver", {"en": "Hester Sung", "zh-hant": "宋希彤"}),
    "kwan": ("press-chief", {"en": "Ruby Kwan", "zh-hant": "關若冰"}),
}


# The newsroom


def staff(language):
    keep_roles(using="default")
    for login, (role, names) in PEOPLE.items():
        first, _space, last = names[language].partition(" ")
        user = get_user_model().objects.create_user(
            login, is_staff=True, first_name=first, last_name=last
        )
        user.groups.add(Group.objects.get(name=role))


def acknowledge_all(slug):
    """Every warning, by the press chief: the releases of the sample are as they should be."""
    found = release(slug)
    for finding in preflight.blocking(preflight.findings_of(found)):
        preflight.acknowledge(release=found, finding=finding.digest, by=user("kwan"))


def user(login):
    return get_user_model().objects.get(username=login)


def release(slug):
    return Release.objects.get(slug=slug)


def save(slug, login, **changes):
    """A save of a draft, as its form would make it."""
    found = release(slug)
    document = schema.replace(compose(found), **changes)
    return drafting.save(
        document=document, release=found, by=user(login), internal_notes=found.internal_notes
    )


def with_a_sentence(slug, number, sentence):
    """The body of a release with a sentence more in the Chinese of one of its paragraphs."""
    body = compose(release(slug)).body
    at = [i for i, block in enumerate(body) if isinstance(block, schema.TextBlock)][number]
    html = body[at].html
    longer = {**html, "zh-hant": html["zh-hant"].removesuffix("</p>") + f"{sentence}</p>"}
    body[at] = schema.replace(body[at], html=longer)
    return body


def a_copy(slug, new, headline, **changes):
    """Another draft, of what an old release says."""
    document = schema.replace(
        compose(release(slug)), slug=new, headline=headline, embargo_until=None, **changes
    )
    return drafting.save(document=document, by=user("fong"))


def with_slips(slug):
    """A draft in which preflight finds something: an address that nobody can write to, a time, a comma."""
    document = compose(release(slug))
    first, *others = document.media_contacts
    wrong = schema.replace(first, emails=[f"{address}/" for address in first.emails[:1]])
    a_copy(
        slug,
        SLIPS,
        {
            "zh-hant": "天台太陽能花園十二月起開放夜間參觀",
            "en": "Rooftop solar garden to open for night visits from December",
        },
        body=[slipped(block) for block in document.body],
        media_contacts=[wrong, *others],
    )


def slipped(block):
    if not isinstance(block, schema.TextBlock):
        return block
    html = {
        "zh-hant": block.html["zh-hant"].replace("用電，減少", "用電,減少"),
        "en": block.html["en"].replace("7 am to 9 pm", "7 am to 8 pm"),
    }
    return schema.replace(block, html=html)


def set_up(clock, language):
    """The state of the desk on that morning."""
    staff(language)
    call_command("load_sample", by="kwan")
    clock.move_to(NOW - dt.timedelta(hours=17))
    with_slips("rooftop-solar-garden-opens")
    ready = a_copy(
        "open-bench-fund",
        "open-bench-fund-second-round",
        {
            "zh-hant": "「開放實驗枱基金」第二輪接受申請",
            "en": "Open Bench Fund opens its second round",
        },
    )
    clock.move_to(NOW - dt.timedelta(hours=3))
    save(DRAFT, "fong", sub_headline={})
    clock.move_to(NOW - dt.timedelta(hours=1, minutes=12))
    approve(release=ready, by=user("sung"), seen=digest(compose(ready)))
    save(DRAFT, "fong", body=with_a_sentence(DRAFT, 1, "市民毋須登記，即可下載全部數據。"))
    clock.move_to(NOW)


# The camera

NOTHING_STICKS = """
for (const element of document.querySelectorAll("#release_form *"))
  if (getComputedStyle(element).position === "sticky") element.style.position = "static"
"""


@dataclasses.dataclass
class Camera:
    """Takes pictures of the screens in one language."""

    browser: object
    address: str
    client: object
    language: str

    def open(self, path, *, by=None, width=WIDTH, height=800):
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            timezone_id="Asia/Hong_Kong",
            locale={"en": "en-GB", "zh-hant": "zh-HK"}[self.language],
            reduced_motion="reduce",
            device_scale_factor=2 if width == TELEPHONE else 1,
        )
        cookies = {settings.LANGUAGE_COOKIE_NAME: self.language}
        if by:
            self.client.force_login(user(by))
            name = settings.SESSION_COOKIE_NAME
            cookies[name] = self.client.cookies[name].value
        context.add_cookies(
            [{"name": n, "value": v, "url": self.address} for n, v in cookies.items()]
        )
        page = context.new_page()
        # The list of everything else takes the room of the form.
        page.add_init_script("localStorage.setItem('django.admin.navSidebarIsOpen', 'false')")
        page.clock.set_fixed_time(NOW)
        page.goto(self.address + path, wait_until="networkidle")
        return page

    def take(self, name, page, *, of=None, whole=False, height=None):
        """Write a picture of the window, of the whole page, or of an element; then close the page."""
        if of:  # What sticks to the window would stand before it.
            page.evaluate(NOTHING_STICKS)
        page.evaluate("document.fonts.ready.then(() => true)")
        page.wait_for_timeout(300)
        data = page.locator(of).first.screenshot() if of else page.screenshot(full_page=whole)
        image = Image.open(io.BytesIO(data)).convert("RGB")
        if height:
            image = image.crop((0, 0, image.width, min(height, image.height)))
        store(image, FOLDER / f"{name}-{self.language}.webp")
        page.context.close()


def store(image, path):
    """As good as the bytes allow."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for quality in (88, 80, 72, 64, 56, 48):
        image.save(path, quality=quality, method=6)
        if path.stat().st_size <= MOST_BYTES:
            return
    raise AssertionError(f"{path.name} has more than {MOST_BYTES} bytes")


def change(slug):
    return reverse("admin:releases_release_change", args=[release(slug).pk])


def editors_stand(page):
    page.wait_for_selector(".ProseMirror")
    page.wait_for_timeout(700)


# The pictures, in the order of the guide


def take_login(camera):
    begin(user=user("sung"))
    page = camera.open(reverse("two_step:set_up"), by="sung", width=720, height=760)
    camera.take("login", page, whole=True)


def take_desk(camera):
    camera.take("desk", camera.open(reverse("admin:index"), by="fong"), height=800)
    page = camera.open(reverse("admin:index"), by="fong", width=TELEPHONE, height=844)
    camera.take("desk-telephone", page)


def take_import(camera):
    document = compose(release("kelp-forest-survey-results"))
    files = [
        {
            "name": f"kelp-forest-{code}.docx",
            "mimeType": "application/octet-stream",
            "buffer": layouts.word(layouts.release(document, code), header=""),
        }
        for code in ("zh-hant", "en")
    ]
    page = camera.open(reverse("admin:releases_release_import"), by="fong")
    page.set_input_files("input[type=file]", files)
    page.screenshot()
    camera.take("import", page, height=560)
    page = camera.open(reverse("admin:releases_release_import"), by="fong", height=900)
    page.set_input_files("input[type=file]", files)
    page.click(".import input[type=submit]")
    page.wait_for_selector(".review")
    page.wait_for_selector(".ProseMirror")
    camera.take("review", page)


def take_form(camera):
    page = camera.open(change(PLANNED), by="fong", height=860)
    editors_stand(page)
    page.keyboard.press("Alt+p")
    page.locator(f'#newsroom-preview [data-language="{camera.language}"]').click()
    page.wait_for_timeout(1500)
    camera.take("form", page)


def take_figure(camera):
    page = camera.open(change(PLANNED), by="fong", height=1000)
    editors_stand(page)
    camera.take("figure", page, of=".dynamic-releases_figure_set")


def take_translation(camera):
    page = camera.open(change(DRAFT), by="yip", height=1000)
    editors_stand(page)
    camera.take("translation", page, height=1000)


def take_glossary(camera):
    page = camera.open(change(PLANNED), by="yip", height=900)
    editors_stand(page)
    page.locator("#releases_text_set-1 .ProseMirror").nth(1).click()
    page.wait_for_selector(".terms")
    camera.take("glossary", page, of="#releases_text_set-1")


def take_versions(camera):
    path = reverse("admin:releases_release_versions", args=[release(DRAFT).pk])
    newest = release(DRAFT).versions.first().number
    page = camera.open(f"{path}?before={newest - 2}&after={newest}", by="fong")
    camera.take("versions", page, height=660)


def take_stale(camera):
    page = camera.open(change(DRAFT), by="fong")
    editors_stand(page)
    headline = compose(release(DRAFT)).headline
    page.fill("#id_headline_en", headline["en"].replace("live data", "live sea data"))
    page.locator("#id_keypoint_set-1-text_en").fill("Free for everybody, without registration.")
    save(
        DRAFT,
        "kwan",
        headline={**headline, "en": headline["en"] + " in December"},
        sub_headline={"zh-hant": "五個智能浮標每十分鐘更新水質和海流"},
    )
    with page.expect_navigation():
        page.click('[name="_continue"]')
    camera.take("stale", page, whole=True)


def take_preflight(camera):
    path = reverse("admin:releases_release_publish", args=[release(SLIPS).pk])
    page = camera.open(path, by="kwan")
    page.locator("#newsroom-preflight .finding__acknowledge").last.click()
    page.wait_for_selector(".messagelist .success")
    page.locator("#newsroom-preflight summary").last.click()
    camera.take("preflight", page, of="#newsroom-preflight")


def take_publish(camera):
    found = release("open-bench-fund-second-round")
    acknowledge_all(found.slug)
    path = reverse("admin:releases_release_publish", args=[found.pk])
    camera.take("publish", camera.open(path, by="kwan", height=900))


def take_correction(camera):
    document = compose(release(PUBLIC))
    save(
        PUBLIC,
        "kwan",
        headline={**document.headline, "en": document.headline["en"] + ", a first for the city"},
    )
    acknowledge_all(PUBLIC)
    path = reverse("admin:releases_release_publish", args=[release(PUBLIC).pk])
    page = camera.open(path, by="kwan", height=900)
    page.fill("[name=note_en]", "The headline did not say that the range is the city’s first.")
    page.fill("[name=note_zh-hant]", "原標題沒有說明試驗場為本港首個。")
    camera.take("correction", page)


TAKES = [
    take_login,
    take_desk,
    take_import,
    take_form,
    take_figure,
    take_translation,
    take_glossary,
    take_versions,
    take_preflight,
    take_publish,
    take_correction,
    take_stale,
]


@pytest.mark.parametrize("language", ["en", "zh-hant"])
def test_take(language, chromium, live_server, client):
    """No promise: pytest runs it when it is asked for this file, and has the browser and the newsroom."""
    with time_machine.travel(NOW - dt.timedelta(days=1), tick=False) as clock:
        set_up(clock, language)
        camera = Camera(chromium, live_server.url, client, language)
        for take in TAKES:
            take(camera)
