"""Preflight on the screens: beside the form, on the page that publishes, acknowledged with a name."""

import pytest
from django.urls import reverse

from releases import preflight
from releases.document import compose, schema
from releases.models import Acknowledgement, Edition, Release

from ..factories import document, draft
from ..preflight.test_acknowledging import SLIP, with_address, with_words
from .forms import values

pytestmark = pytest.mark.django_db


def address(page, release):
    return reverse(f"admin:releases_release_{page}", args=[release.pk])


def warning_of(release):
    [found] = preflight.blocking(preflight.findings_of(release))
    return found


def acknowledge(desk, release, **more):
    sent = {"finding": warning_of(release).digest, **more}
    return desk.post(address("acknowledge", release), sent)


def test_the_form_shows_what_was_found_in_the_saved_draft(desk):
    release = draft(with_words(SLIP))
    page = desk.get(address("change", release))
    assert 'data-check="english.doubled"' in page.text
    assert 'data-part="p1" data-field="html" data-language="en" data-excerpt="the the"' in page.text
    assert "1 warning" in page.text


def test_a_draft_without_slips_is_ready_to_go_out(desk):
    page = desk.get(address("change", draft()))
    assert "Ready to go out" in page.text
    assert "data-check" not in page.text


def test_what_is_typed_is_read_before_it_is_saved(desk):
    release = draft()
    typed = values(desk.get(address("change", release)))
    typed["headline_en"] = "Cape Park and and Polestar join forces"
    answer = desk.post(address("findings", release), typed)
    assert 'data-check="english.doubled"' in answer.text
    assert compose(release).headline["en"] == document().headline["en"]


def test_a_field_that_holds_no_value_is_counted_and_the_release_is_not_called_ready(desk):
    release = draft(with_address("carol@cape.example/"))
    typed = values(desk.get(address("change", release)))
    answer = desk.post(address("findings", release), typed)
    assert "Fields with mistakes: 1" in answer.text
    assert "Ready to go out" not in answer.text


def test_a_new_release_is_read_while_it_is_typed(desk):
    typed = values(desk.get(reverse("admin:releases_release_add")))
    typed["headline_en"] = "The the park"
    answer = desk.post(reverse("admin:releases_release_findings_new"), typed)
    assert 'data-check="english.doubled"' in answer.text
    assert not Release.objects.exists()


def test_a_warning_is_acknowledged_with_a_name(desk, officer):
    release = draft(with_words(SLIP))
    answer = acknowledge(desk, release)
    assert answer.url == address("change", release)
    assert Acknowledgement.objects.get().acknowledged_by == officer
    page = desk.get(address("change", release)).text
    assert "Acknowledged by alma" in page
    assert "Ready to go out" in page


def test_a_warning_whose_words_were_changed_is_not_acknowledged(desk):
    release = draft(with_words(SLIP))
    sent = {"finding": warning_of(release).digest}
    Release.objects.filter(pk=release.pk).delete()
    other = draft()
    answer = desk.post(address("acknowledge", other), sent, follow=True)
    assert "The saved draft has no such warning" in answer.text
    script = desk.post(address("acknowledge", other), sent, headers={"accept": "application/json"})
    assert script.status_code == 409
    assert "no such warning" in script.json()["problem"]


def test_the_page_that_publishes_says_what_stands_in_the_way(desk):
    release = draft(with_words(SLIP))
    page = desk.get(address("publish", release))
    assert "1 warning of the preflight is not acknowledged" in page.text
    assert 'data-check="english.doubled"' in page.text
    answer = acknowledge(desk, release, page="publish")
    assert answer.url == address("publish", release)
    page = desk.get(address("publish", release))
    desk.post(address("publish", release), values(page, None) | {"when": "now"})
    assert Edition.objects.count() == 1


def test_an_error_lets_nothing_out_and_cannot_be_acknowledged(desk):
    release = draft(with_address("carol@cape.example/"))
    page = desk.get(address("publish", release))
    assert "“carol@cape.example/” is no e-mail address." in page.text
    assert "finding__acknowledge" not in page.text
    sent = {"when": "now", "number": 1, "seen": "x"}
    assert "is no e-mail address" in desk.post(address("publish", release), sent).text
    assert not Edition.objects.exists()


def test_who_only_reads_sees_the_findings_and_may_acknowledge_where_their_role_says(client):
    from django.contrib.auth.models import Group

    from ..factories import press_officer

    approver = press_officer("ada", may_publish=False)
    approver.groups.add(Group.objects.get(name="approver"))
    client.force_login(approver)
    client.cookies["newsroom_language"] = "en"
    release = draft(with_words(SLIP))
    assert 'data-check="english.doubled"' in client.get(address("change", release)).text
    assert acknowledge(client, release).status_code == 302
    assert Acknowledgement.objects.get().acknowledged_by == approver


def test_the_list_is_in_the_language_of_the_reader(desk):
    desk.cookies["newsroom_language"] = "zh-hant"
    page = desk.get(address("change", draft(with_words(SLIP))))
    assert "發布前檢查" in page.text
    assert "1 項警告" in page.text


def test_the_queries_of_the_form_do_not_grow_with_what_is_found(desk):
    def form_queries(count):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        blocks = [
            schema.TextBlock(
                key=f"b{n}",
                html={"zh-hant": f"<p>第{n}段。</p>", "en": f"<p>The the text {n}.</p>"},
            )
            for n in range(count)
        ]
        release = draft(schema.replace(document(f"with-{count}"), body=blocks))
        desk.get(address("change", release))
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address("change", release)).text.count("data-check=") >= count
        return len(queries)

    assert form_queries(2) == form_queries(20)
