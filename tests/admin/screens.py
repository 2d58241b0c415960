"""Every screen of the desk, with something on it, for those who look at them."""

import datetime as dt
from contextlib import contextmanager

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from releases import drafting
from releases.document import compose, schema
from releases.importing import File, reviewing
from releases.models import Release, Term
from releases.publishing import publish

from ..factories import document, writer
from ..importing import layouts

LISTS = {
    "organisations": "partners_organisation",
    "people": "partners_spokesperson",
    "contacts": "media_contacts_mediacontact",
    "pictures": "pictures_picture",
    "glossary": "releases_term",
}


def furnish(officer):
    """The sample newsroom, and what a week at its desk leaves behind: released, changed, half translated,
    imported, deleted, saved by two."""
    call_command("load_sample", by=officer.username)
    kit = writer("kit")
    public = compose(Release.objects.filter(editions__isnull=False).order_by("pk")[0])
    changed = Release.objects.get(slug=public.slug)
    _save(
        changed, {"headline": {**public.headline, "en": f"{public.headline['en']}, at last"}}, kit
    )
    open_draft = Release.objects.filter(editions=None).order_by("pk")[0]
    _translate_anew(open_draft, kit)
    Term.objects.create(zh_hant="合作備忘錄", en="memorandum of understanding")
    whole = compose(open_draft)
    files = [
        File(f"{code}.docx", layouts.word(layouts.release(public, code), header=""))
        for code in ("zh-hant", "en")
    ]
    review = reviewing.begin(files=files, by=officer)
    bare = drafting.save(
        document=schema.Document(slug="begun", languages=["zh-hant", "en"]), by=kit
    )
    bin = drafting.save(document=document(slug="thrown-away"), by=kit)
    drafting.delete(release=bin, by=kit)
    later = timezone.now() + dt.timedelta(hours=30)
    scheduled = drafting.save(document=document(slug="to-come"), by=officer)
    publish(release=scheduled, by=officer, at=later)
    return {
        "release": open_draft.pk,
        "public": changed.pk,
        "edition": changed.editions.get().pk,
        "bare": bare.pk,
        "review": review.key,
        "whole": whole,
    }


def _save(release, changes, by):
    return drafting.save(
        release=release, document=schema.replace(compose(release), **changes), by=by
    )


def _translate_anew(release, by):
    """A paragraph changes, one is new, one moves."""
    value = compose(release)
    first = next(block for block in value.body if isinstance(block, schema.TextBlock))
    said = first.html["zh-hant"].replace("</p>", "；詳情容後公布。</p>", 1)
    body = [
        schema.replace(first, html={**first.html, "zh-hant": said}) if block is first else block
        for block in value.body
    ]
    new = schema.TextBlock(key="new1", html={"zh-hant": "<p>雙方並會設立獎學金。</p>"})
    body = [body[0], *body[2:4], body[1], new, *body[4:]]
    _save(release, {"body": body}, by)


def addresses(here):
    """Name of a screen → its address."""
    at = lambda name, *args: reverse(f"admin:{name}", args=args)  # noqa: E731
    release = here["release"]
    return {
        "desk": at("index"),
        "search": reverse("search_everything") + "?q=robotics",
        "search, nothing found": reverse("search_everything") + "?q=zzzz",
        "list": at("releases_release_changelist"),
        "form": at("releases_release_change", release),
        "form of what is public": at("releases_release_change", here["public"]),
        "form of what is begun": at("releases_release_change", here["bare"]),
        "publish": at("releases_release_publish", release),
        "correct": at("releases_release_publish", here["public"]),
        "new release": at("releases_release_add"),
        "import": at("releases_release_import"),
        "review": at("releases_release_import_review", here["review"]),
        "versions": at("releases_release_versions", release),
        "comparison": at("releases_release_versions", release) + "?before=1&after=2",
        "deleted": at("releases_release_deleted"),
        "delete": at("releases_release_delete", release),
        **{f"list of {name}": at(f"{model}_changelist") for name, model in LISTS.items()},
        "edition": at("releases_edition_change", here["edition"]),
        "new organisation": at("partners_organisation_add"),
        "newsroom": at("newsroom_newsroom_change", 1),
        "two-step login": reverse("two_step:state"),
        "history": at("releases_release_history", release),
    }


@contextmanager
def stale(page, url, here, by):
    """A form whose release somebody else saves meanwhile, sent."""
    page.goto(url + reverse("admin:releases_release_change", args=[here["release"]]))
    page.wait_for_selector(".ProseMirror")
    page.fill("#id_headline_en", "Somebody typed this headline")
    release = Release.objects.get(pk=here["release"])
    before = compose(release)
    theirs = {**before.headline, "en": "Kit wrote another headline", "zh-hant": "另一個標題"}
    _save(release, {"headline": theirs}, by)
    with page.expect_navigation():
        page.click('[name="_continue"]')
    page.wait_for_selector("#stale_form")
    yield
    drafting.save(release=Release.objects.get(pk=here["release"]), document=before, by=by)


def settle(page):
    """Until the editors stand and the thumbnails are there."""
    page.wait_for_load_state("networkidle")
    if page.locator("#release_form, #review_form").count():
        page.wait_for_timeout(400)
