"""Who may do what, cell by cell: each is asked of the screens themselves, by a real request."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from partners.models import Organisation
from releases import preflight
from releases.approval import approvals_of, approve
from releases.document import compose, digest
from releases.models import Acknowledgement, Approval, Edition, Release, Term
from releases.role_names import ROLES
from releases.roles import ACTIONS, DELETED, DRAFT, PUBLIC, SCHEDULED, STATES, may, state

from ..factories import NOON, document, draft, published
from .forms import values

pytestmark = pytest.mark.django_db

SUPERUSER, NOBODY = "superuser", "nobody"
OF_A_RELEASE = [name for name, action in ACTIONS.items() if action.states]
OF_THE_NEWSROOM = [name for name, action in ACTIONS.items() if not action.states]


def holder(role):
    """A user who has one role and nothing else; a superuser; staff without a role."""
    user = get_user_model().objects.create_user(
        f"one-{role}", is_staff=True, is_superuser=role == SUPERUSER
    )
    if role in ROLES:
        user.groups.add(Group.objects.get(name=role))
    return user


def release_that_is(wanted):
    if wanted == SCHEDULED:
        return published(at=timezone.now() + dt.timedelta(days=1), slug=wanted).release
    if wanted == PUBLIC:
        return published(at=NOON, slug=wanted).release
    release = draft(slug=wanted)
    if wanted == DELETED:
        release.deleted_at = timezone.now()
        release.save()
    return release


@pytest.fixture(scope="module")
def one_of_each(kept):
    return kept(lambda: {wanted: release_that_is(wanted).pk for wanted in STATES})


# One request per action: whether it did what the action is called.


def address(release, page):
    return reverse(f"admin:releases_release_{page}", args=[release.pk])


def view(client, release):
    preview = client.get(reverse("admin:releases_release_preview", args=[release.pk, "en"]))
    page = client.get(address(release, "change"))
    assert (preview.status_code == 200) == (page.status_code == 200)
    return page.status_code == 200


def typing(client, release, **typed):
    """Save the form with other words, or send them without one; return the release."""
    page = client.get(address(release, "change"))
    is_form = page.status_code == 200 and 'id="release_form"' in page.text
    answer = client.post(address(release, "change"), (values(page) if is_form else {}) | typed)
    assert answer.status_code in ((302,) if is_form else (302, 403))
    return Release.objects.get(pk=release.pk)


def write(client, release):
    return typing(client, release, headline_zh_hant="改寫").headline_zh_hant == "改寫"


def translate(client, release):
    return typing(client, release, headline_en="Rewritten").headline_en == "Rewritten"


def delete(client, release):
    answer = client.post(address(release, "delete"), {"post": "yes"})
    assert answer.status_code in (200, 302, 403)
    return not Release.objects.filter(pk=release.pk, deleted_at=release.deleted_at).exists()


def undelete(client, release):
    answer = client.post(address(release, "undelete"))
    assert answer.status_code in (302, 403)
    now = Release.objects.get(pk=release.pk)
    return bool(release.deleted_at and not now.deleted_at)


def approving(client, release):
    answer = client.post(address(release, "approve"), {"seen": digest(compose(release))})
    assert answer.status_code in (302, 403, 404)
    return Approval.objects.filter(release=release).exists()


def acknowledging(client, release):
    Release.objects.filter(pk=release.pk).update(headline_en="The the headline")
    release.refresh_from_db()
    [warning] = preflight.blocking(preflight.findings_of(release))
    answer = client.post(address(release, "acknowledge"), {"finding": warning.digest})
    assert answer.status_code in (302, 403, 404)
    return Acknowledgement.objects.filter(release=release).exists()


def publishing(client, release, **more):
    before = Edition.objects.count()
    sent = {"when": "now", "number": 1, "seen": digest(compose(release)), **more}
    answer = client.post(address(release, "publish"), sent)
    assert answer.status_code in (302, 403, 404)
    return Edition.objects.count() > before


def correcting(client, release):
    Release.objects.filter(pk=release.pk).update(headline_en="Corrected")
    release.refresh_from_db()
    moment = timezone.localtime() + dt.timedelta(days=2)
    note = {"note_zh-hant": "標題有誤。", "note_en": "The headline was wrong."}
    later = {"when": "later", "at": moment.strftime("%Y-%m-%dT%H:%M:%S"), "number": 2}
    return publishing(client, release, **later, **note)


def importing(client):
    answers = {client.get(reverse(f"admin:releases_release_{page}")) for page in ("import", "add")}
    codes = {answer.status_code for answer in answers}
    assert codes in ({200}, {403})
    return codes == {200}


def saved(client, address, form, **typed):
    page = client.get(address)
    if page.status_code != 200 or 'name="_save"' not in page.text:
        assert client.post(address, typed).status_code == 403
        return False
    answer = client.post(address, values(page, form) | typed)
    assert answer.status_code == 302, answer.context["errors"]
    return True


def records(client):
    address = reverse("admin:partners_organisation_add")
    saved(client, address, "organisation_form", name_en="Polestar", name_zh_hant="北極星")
    for room, record in (
        ("partners", "boilerplate"),
        ("partners", "spokesperson"),
        ("media_contacts", "mediacontact"),
        ("pictures", "picture"),
        ("releases", "topic"),
    ):
        answer = client.get(reverse(f"admin:{room}_{record}_add"))
        assert (answer.status_code == 200) == Organisation.objects.exists(), record
    return Organisation.objects.exists()


def glossary(client):
    address = reverse("admin:releases_term_add")
    saved(client, address, "term_form", zh_hant="軟件", zh_hans="软件", en="software")
    return Term.objects.exists()


def newsroom_settings(client):
    address = reverse("admin:newsroom_newsroom_change", args=[1])
    return saved(client, address, "newsroom_form", email="press@cape.example")


def users(client):
    password = {"password1": "tides-and-lanterns", "password2": "tides-and-lanterns"}
    saved(client, reverse("admin:auth_user_add"), "user_form", username="new", **password)
    return User.objects.filter(username="new").exists()


REQUESTS = {
    "view": view,
    "write": write,
    "translate": translate,
    "import": importing,
    "delete": delete,
    "undelete": undelete,
    "approve": approving,
    "acknowledge": acknowledging,
    "publish": publishing,
    "correct": correcting,
    "records": records,
    "glossary": glossary,
    "settings": newsroom_settings,
    "users": users,
}


@pytest.fixture
def as_role(client):
    def as_role(role):
        client.user = holder(role)
        client.force_login(client.user)
        client.cookies["newsroom_language"] = "en"
        return client

    return as_role


def is_held(role, name):
    return role == SUPERUSER or role in ACTIONS[name].roles


@pytest.mark.parametrize("name", OF_A_RELEASE)
@pytest.mark.parametrize("role", [*ROLES, SUPERUSER, NOBODY])
def test_a_role_does_to_a_release_what_the_table_says_in_each_state(
    as_role, one_of_each, role, name
):
    client = as_role(role)

    done = {
        wanted: REQUESTS[name](client, Release.objects.get(pk=pk))
        for wanted, pk in one_of_each.items()
    }

    assert done == {
        wanted: is_held(role, name) and wanted in ACTIONS[name].states for wanted in STATES
    }


@pytest.mark.parametrize("name", OF_THE_NEWSROOM)
@pytest.mark.parametrize("role", [*ROLES, SUPERUSER, NOBODY])
def test_a_role_does_in_the_newsroom_what_the_table_says(as_role, role, name):
    assert REQUESTS[name](as_role(role)) == is_held(role, name)


@pytest.mark.parametrize("role", [role for role in ROLES if role in ACTIONS["view"].roles])
def test_a_button_is_shown_to_whom_it_is_for(as_role, role):
    client, release = as_role(role), draft()

    page = client.get(address(release, "change")).text

    for name in ("publish", "approve", "delete"):
        assert (f'"{address(release, name)}"' in page) == may(client.user, name, release), name


# The table


def test_the_state_of_a_release_is_the_same_read_alone_and_in_a_list(desk):
    for wanted in STATES:
        assert state(release_that_is(wanted), timezone.now()) == wanted
    shown = desk.get("/admin/releases/release/").context["cl"].result_list
    assert {release.slug: state(release, timezone.now()) for release in shown} == {
        wanted: wanted for wanted in STATES if wanted != DELETED
    }


def test_a_permission_given_by_hand_counts_and_the_state_still_says_no(client):
    user = holder("approver")
    user.user_permissions.add(Permission.objects.get(codename="publish_release"))
    client.force_login(user)
    release, deleted = draft(), release_that_is(DELETED)

    assert publishing(client, release)
    assert not publishing(client, deleted)


def test_nobody_publishes_a_deleted_release_past_the_screens():
    from releases.publishing import publish

    with pytest.raises(PermissionDenied):
        publish(release=release_that_is(DELETED), by=holder(SUPERUSER), at=NOON)


# Approvals


@pytest.mark.parametrize(("role", "wanted"), [("approver", DELETED), ("writer", DRAFT)])
def test_nobody_approves_past_the_screens_what_the_table_refuses(role, wanted):
    release = release_that_is(wanted)

    with pytest.raises(PermissionDenied):
        approve(release=release, by=holder(role), seen=digest(compose(release)))


def test_an_approval_counts_until_the_draft_changes_and_again_when_the_words_return():
    release, by = draft(), holder("approver")
    first = approve(release=release, by=by, seen=digest(compose(release)))
    assert approve(release=release, by=by, seen=first.digest) == first, "twice is once"
    assert [approval.counts for approval in approvals_of(release)] == [True]

    Release.objects.filter(pk=release.pk).update(headline_en="Other words")
    release.refresh_from_db()
    assert [approval.counts for approval in approvals_of(release)] == [False]

    Release.objects.filter(pk=release.pk).update(headline_en=document().headline["en"])
    release.refresh_from_db()
    assert [approval.counts for approval in approvals_of(release)] == [True]


def test_words_that_changed_since_they_were_shown_are_not_approved(as_role):
    client, release = as_role("approver"), draft()
    page = client.get(address(release, "change"))
    Release.objects.filter(pk=release.pk).update(headline_en="Other words")

    answer = client.post(address(release, "approve"), {"seen": page.context["seen"]}, follow=True)

    assert "The draft was changed since you looked at it." in answer.text
    assert not Approval.objects.exists()
    with pytest.raises(ValidationError):
        approve(release=release, by=client.user, seen=page.context["seen"])


def test_an_approval_is_seen_by_whoever_opens_the_release(as_role, desk):
    release = draft()
    client = as_role("approver")
    assert approving(client, release)

    page = client.get(address(release, "change")).text

    assert "Approved by one-approver" in page
    assert address(release, "approve") not in page, "once is enough"
    Release.objects.filter(pk=release.pk).update(headline_en="Other words")
    assert "counts no longer" in client.get(address(release, "change")).text


# Users


def test_what_a_user_may_do_stands_on_their_form_in_the_readers_language(as_role):
    user, client = holder("translator"), as_role("operator")

    page = client.get(reverse("admin:auth_user_change", args=[user.pk])).text

    for name, action in ACTIONS.items():
        assert (f"<div>{action.label}</div>" in page) == ("translator" in action.roles), name
    assert "Press chief" in page
    assert "press-chief" not in page
    assert "Translator" in client.get(reverse("admin:auth_user_changelist")).text


def test_an_operator_makes_no_superuser_changes_none_and_leaves_their_own_rights_alone(as_role):
    above, client = holder(SUPERUSER), as_role("operator")
    own = reverse("admin:auth_user_change", args=[client.user.pk])

    assert client.post(reverse("admin:auth_user_change", args=[above.pk])).status_code == 403
    password = reverse("admin:auth_user_password_change", args=[above.pk])
    assert client.get(password).status_code == 403

    chief = Group.objects.get(name="press-chief")
    typed = values(client.get(own), "user_form") | {"is_superuser": "on", "groups": [chief.pk]}
    assert client.post(own, typed).status_code == 302
    user = User.objects.get(pk=client.user.pk)
    assert not user.is_superuser
    assert list(user.groups.values_list("name", flat=True)) == ["operator"]

    other = holder(NOBODY)
    theirs = reverse("admin:auth_user_change", args=[other.pk])
    typed = values(client.get(theirs), "user_form") | {"is_superuser": "on", "groups": [chief.pk]}
    assert client.post(theirs, typed).status_code == 302
    other.refresh_from_db()
    assert not other.is_superuser
    assert list(other.groups.all()) == [chief]


def test_the_group_of_a_role_is_not_changed_by_hand_and_another_group_is(as_role):
    client = as_role(SUPERUSER)
    role = reverse("admin:auth_group_change", args=[Group.objects.get(name="writer").pk])
    own = Group.objects.create(name="Guests")

    assert client.post(role, {"name": "Guests"}).status_code == 403
    own_page = client.get(reverse("admin:auth_group_change", args=[own.pk])).text
    assert 'name="_save"' in own_page
