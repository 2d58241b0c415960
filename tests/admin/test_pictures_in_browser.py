"""Pictures in the release form: dropped, picked, pasted; what a crop keeps; who is in them."""

import base64
import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from PIL import Image

from pictures.models import Picture
from releases.document import compose, schema

from ..factories import document, draft, image_bytes, picture
from .test_browser import EXPECTED, change, eventually, save

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FIGURES = '.order-machine .dynamic-releases_figure_set[data-region="body"]'


def send_files(page, event, selector, files, *, at=0.5):
    """Drop or paste files, as a browser would hand them over: ``files`` are names and bytes."""
    page.evaluate(
        """([event, selector, files, at]) => {
            const data = new DataTransfer()
            for (const [name, type, base64] of files) {
                const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
                data.items.add(new File([bytes], name, { type }))
            }
            const element = document.querySelector(selector)
            const box = element.getBoundingClientRect()
            const where = { clientX: box.left + 5, clientY: box.top + box.height * at, bubbles: true, cancelable: true }
            if (event === "paste") {
                element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, ...where }))
            } else {
                element.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, ...where }))
                element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, ...where }))
            }
        }""",
        [
            event,
            selector,
            [[name, kind, base64.b64encode(data).decode()] for name, kind, data in files],
            at,
        ],
    )


def image(name, colour, **options):
    return name, "image/jpeg", image_bytes(colour, **options)


def chosen(page, count):
    """The names of the pictures of the figures, from the top, once all are stored."""
    eventually(
        page,
        f"""[...document.querySelectorAll('{FIGURES} select[data-upload]')]
            .filter((select) => select.value).length === {count}""",
    )
    return page.evaluate(
        f"""[...document.querySelectorAll('{FIGURES}')].sort((a, b) => a.style.order - b.style.order)
            .map((row) => row.querySelector('select[data-upload]').selectedOptions[0].textContent)"""
    )


def test_files_dropped_between_blocks_become_figures_there(open_page):
    release = draft()
    page = open_page(change(release))
    page.wait_for_selector(".order-machine .ProseMirror")

    send_files(
        page,
        "drop",
        "#releases_text_set-0",
        [image("harbour.jpg", "teal"), image("hall.jpg", "navy")],
        at=0.9,
    )

    assert chosen(page, 2) == ["harbour.jpg", "hall.jpg"]
    eventually(page, "document.querySelector('.crop--wide').naturalWidth > 0")
    save(page)
    body = compose(release).body
    assert [type(part).__name__ for part in body] == ["TextBlock", "Figure", "Figure", "Quote"]
    shown = [Picture.objects.get(sha256=part.picture.sha256).name for part in body[1:3]]
    assert shown == ["harbour.jpg", "hall.jpg"]
    assert [text for text in page.complaints if not text.startswith(EXPECTED)] == []


def test_a_file_dropped_on_a_figure_is_its_picture_and_fills_what_is_empty(open_page):
    whole = document(pictures=[picture("teal")])
    *blocks, figure = whole.body
    release = draft(schema.replace(whole, body=[*blocks, schema.replace(figure, credit={})]))
    page = open_page(change(release))
    page.wait_for_selector(".crop--wide")

    exif = Image.Exif()
    exif[0x013B], exif[0x010E] = "Photo: Cape Park", "A caption of the camera"
    send_files(
        page, "drop", "#releases_figure_set-0", [image("stage.jpg", "maroon", exif=exif.tobytes())]
    )

    eventually(
        page,
        "document.querySelector('#releases_figure_set-0 select[data-upload]').selectedOptions[0].text === 'stage.jpg'",
    )
    assert page.input_value("#id_releases_figure_set-0-credit_en") == "Photo: Cape Park"
    assert page.input_value("#id_releases_figure_set-0-caption_en") == "The signing ceremony"
    assert page.locator(FIGURES).count() == 1


def test_the_same_picture_twice_is_one(open_page):
    release = draft(pictures=[picture("teal")])
    page = open_page(change(release))
    page.wait_for_selector(".crop--wide")

    send_files(page, "paste", "#releases_text_set-0 .ProseMirror", [image("again.jpg", "teal")])

    assert chosen(page, 2) == ["teal", "teal"]
    assert Picture.objects.count() == 1


def test_a_file_that_is_no_picture_is_refused_and_says_why(open_page):
    release = draft(pictures=[picture("teal")])
    page = open_page(change(release), language="zh-hant")
    page.wait_for_selector(".crop--wide")

    page.set_input_files(
        "#releases_figure_set-0 .picture-upload input",
        {"name": "list.docx", "mimeType": "application/msword", "buffer": b"no picture"},
    )

    said = page.locator("#releases_figure_set-0 .picture-state--error")
    said.wait_for()
    assert said.text_content().startswith("list.docx: ")
    assert "JPEG、PNG" in said.text_content()
    assert Picture.objects.count() == 1


def test_who_may_not_add_pictures_is_offered_nothing_and_refused(open_page, officer):
    release = draft(pictures=[picture("teal")])
    officer.groups.clear()
    officer.user_permissions.set(
        Permission.objects.filter(codename__in=["change_release", "view_release", "view_picture"])
    )
    page = open_page(change(release))
    page.wait_for_selector(".crop--wide")

    send_files(page, "drop", "#releases_figure_set-0", [image("more.jpg", "navy")])

    assert page.locator("#releases_figure_set-0 .picture-upload").is_hidden()
    answer = page.evaluate(
        """async (address) => {
            const data = new FormData(document.getElementById("release_form"))
            const answer = await fetch(address, { method: "POST", body: data })
            return [answer.status, await answer.text()]
        }""",
        reverse("admin:pictures_picture_upload"),
    )
    assert answer[0] == 403
    assert json.loads(answer[1])["error"]
    assert Picture.objects.count() == 1


def test_a_point_is_kept_by_mouse_and_by_keyboard(open_page):
    release = draft(pictures=[picture("teal")])
    page = open_page(change(release))
    page.wait_for_selector(".crop--wide")
    frame = page.locator("#releases_figure_set-0 .picture-thumbnail")

    box = frame.locator("img").bounding_box()
    frame.locator("img").click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.5})
    assert page.input_value("#id_releases_figure_set-0-focal_x") == "25"
    frame.press("ArrowRight")
    frame.press("ArrowUp")
    assert (
        page.evaluate("document.querySelector('.crop--square').style.objectPosition") == "30% 45%"
    )
    assert "30% from the left" in page.locator("#newsroom-announcement").text_content()
    save(page)
    assert compose(release).body[2].focal_point == schema.FocalPoint(x=30, y=45)

    page.wait_for_selector(".focal-point")
    frame.press("Delete")
    save(page)
    assert compose(release).body[2].focal_point is None


def test_a_person_is_added_to_a_figure_that_is_not_saved_yet(open_page):
    release = draft()
    page = open_page(change(release))
    page.wait_for_selector(".order-machine .ProseMirror")
    send_files(page, "drop", "#releases_text_set-0", [image("stage.jpg", "navy")], at=0.9)
    chosen(page, 1)

    for number, name in enumerate(("Alice", "Bob")):
        page.click("#releases_figure_set-0 .people__add")
        page.fill(f"#id_personinpicture_set-{number}-name_en", name)
    page.locator("#personinpicture_set-1 .move--up").press("Enter")
    save(page)

    figure = next(part for part in compose(release).body if isinstance(part, schema.Figure))
    assert [person.name["en"] for person in figure.people] == ["Bob", "Alice"]
    page.wait_for_selector("#releases_figure_set-0 .person-row")
    assert page.locator("#releases_figure_set-0 .person-row").count() == 2
    assert page.locator("#personinpicture_set-group").is_hidden()


def people(*names):
    return [
        schema.PersonInPicture(key=f"pip{number}", name={"en": name})
        for number, name in enumerate(names)
    ]


def test_a_figure_that_is_removed_takes_along_who_is_in_it(open_page):
    figures = [
        schema.Figure(key="fig1", caption={"en": "One"}, people=people("Alice")),
        schema.Figure(key="fig2", caption={"en": "Two"}),
    ]
    release = draft(body=figures)
    page = open_page(change(release))
    page.wait_for_selector("#releases_figure_set-0 .person-row")

    page.check("#id_releases_figure_set-0-DELETE")
    assert page.locator("#id_personinpicture_set-0-DELETE").is_checked()
    save(page)

    assert [figure.key for figure in compose(release).body] == ["fig2"]
    assert release.personinpicture_set.count() == 0


def test_a_person_is_removed_from_a_figure_that_stays(open_page):
    release = draft(body=[schema.Figure(key="fig1", people=people("Alice", "Bob"))])
    page = open_page(change(release))
    page.wait_for_selector("#releases_figure_set-0 .person-row")

    page.check("#id_personinpicture_set-0-DELETE")
    assert "for-deletion" not in page.locator("#releases_figure_set-0").get_attribute("class")
    save(page)

    [figure] = compose(release).body
    assert [person.name["en"] for person in figure.people] == ["Bob"]


def test_a_person_that_was_added_and_left_empty_is_not_kept(open_page):
    release = draft(body=[schema.Figure(key="fig1", caption={"en": "One"})])
    page = open_page(change(release))
    page.click("#releases_figure_set-0 .people__add")
    save(page)

    assert compose(release).body[0].people == []


def test_a_caption_may_carry_a_quote_that_is_not_saved_yet(open_page):
    release = draft(body=[schema.Figure(key="fig1", caption={"en": "One"})])
    page = open_page(change(release))
    page.wait_for_selector("#releases_figure_set-0 .people__add")
    page.evaluate("window.ContentEditor.addContent('releases_quote_set')")
    page.fill("#id_releases_quote_set-0-text_en", "A new step")

    page.focus("#id_releases_figure_set-0-quote_key")
    page.select_option("#id_releases_figure_set-0-quote_key", label="A new step")
    save(page)

    figure, quote = compose(release).body
    assert figure.quote == quote.key


def test_without_scripts_people_are_a_list_that_names_their_figures(open_page):
    release = draft(body=[schema.Figure(key="fig1", caption={"en": "One"}, people=people("Al"))])
    page = open_page(change(release), javascript=False)

    assert page.locator("#id_personinpicture_set-0-figure_key").is_visible()
    assert page.locator(".picture-upload").first.is_hidden()


def test_the_keyboard_alone_adds_finds_and_removes_a_person(open_page, alice):
    release = draft(body=[schema.Figure(key="fig1", caption={"en": "One"})])
    page = open_page(change(release))
    add = page.locator("#releases_figure_set-0 .people__add")

    add.press("Enter")
    eventually(page, "!!document.activeElement.closest('.person-row .select2-selection')")
    page.keyboard.press("Enter")
    page.keyboard.type("愛麗")
    page.wait_for_selector(".select2-results__option--highlighted:has-text('陳愛麗')")
    page.keyboard.press("Enter")
    add.press("Enter")
    page.locator("#personinpicture_set-1 .inline-deletelink").press("Enter")
    assert add.evaluate("button => button === document.activeElement"), "the focus is not lost"
    save(page)

    [person] = compose(release).body[0].people
    assert person.name["en"] == "Alice Chan"
