"""The login: a password, a code where one is asked for, and a door that closes to those who guess."""

import base64
import datetime as dt
import logging
import re

import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsroom import two_step
from newsroom.attempts import address

from ..factories import picture
from ..site.test_accessibility import AXE, SCHEMES, STANDARDS, axe

pytestmark = pytest.mark.django_db

PASSWORD = "lanterns on the quay"
START = dt.datetime(2026, 5, 4, 4, 0, tzinfo=dt.UTC)
INDEX, LOGIN = "/admin/", "/admin/login/"
STATE, CODE, SET_UP = "/admin/two-step/", "/admin/two-step/code/", "/admin/two-step/set-up/"


@pytest.fixture(autouse=True)
def clock():
    """Codes are about time: it stands, and moves where a test says so."""
    with time_machine.travel(START, tick=False) as clock:
        yield clock


@pytest.fixture
def required(settings):
    settings.TWO_STEP_ROLES = ["operator"]


@pytest.fixture(autouse=True)
def in_english(client):
    client.cookies["newsroom_language"] = "en"


def user_with(role=None, name="ivy", **more):
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True, **more)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def log_in(client, user, password=PASSWORD, **more):
    return client.post(LOGIN, {"username": user.username, "password": password}, **more)


def code_of(device, steps=0):
    """What the app shows now, or some steps of thirty seconds later."""
    totp = TOTP(device.bin_key)
    totp.time = dt.datetime.now(dt.UTC).timestamp() + 30 * steps
    return f"{totp.token():06d}"


def with_app(user):
    """Two-step login switched on; return the app and the recovery codes."""
    device = two_step.begin(user=user)
    device, codes = two_step.confirm(user=user, code=code_of(device))
    return device, codes


def is_in(client):
    return client.get(INDEX).status_code == 200


# Setting it up


def test_whose_role_requires_it_sets_it_up_after_the_password(client, required):
    user = user_with("operator")

    assert log_in(client, user).status_code == 302
    answer = client.get(INDEX, follow=True)
    assert answer.redirect_chain[-1][0] == SET_UP
    shown = re.search(r'class="secret"[^>]*>([A-Z2-7 ]+)<', answer.text)[1].replace(" ", "")
    device = TOTPDevice.objects.get(user=user)
    assert base64.b32decode(shown) == device.bin_key
    assert not is_in(client)

    answer = client.post(SET_UP, {"code": code_of(device)})
    codes = re.findall(r"<code>([a-z2-7]{8})</code>", answer.text)
    assert len(set(codes)) == two_step.RECOVERY_CODES
    assert "%0A".join(codes) in answer.text, "as a file"
    assert is_in(client)
    assert "no-store" in answer["Cache-Control"]
    assert not any(code in client.get(STATE).text for code in codes), "shown once"


def test_the_picture_is_what_an_app_reads(client, required):
    user = user_with("operator")
    log_in(client, user)

    page = client.get(SET_UP)

    url = TOTPDevice.objects.get(user=user).config_url
    assert url.startswith("otpauth://totp/Newsroom%3Aivy?secret=")
    assert "<svg" in page.text
    assert "style=" not in page.text
    assert not re.search(r"<script(?![^>]*src=)", page.text)


def test_a_wrong_code_switches_nothing_on(client, required):
    user = user_with("operator")
    log_in(client, user)
    device = two_step.begin(user=user)
    wrong = f"{(int(code_of(device)) + 1) % 1_000_000:06d}"

    answer = client.post(SET_UP, {"code": wrong})

    assert answer.status_code == 400
    assert "This code is wrong" in answer.text
    assert not two_step.is_on(user)
    assert not is_in(client)


def test_whoever_is_not_required_may_switch_it_on_and_off(client):
    user = user_with("writer")
    log_in(client, user)
    assert is_in(client)
    assert SET_UP in client.get(STATE).text
    client.get(SET_UP)
    client.post(SET_UP, {"code": code_of(two_step.begin(user=user))})
    assert two_step.is_on(user)

    client.post("/admin/two-step/off/")

    assert not two_step.is_on(user)
    assert is_in(client)


def test_whoever_is_required_cannot_switch_it_off(client, required, clock):
    user = user_with("operator")
    device, _codes = with_app(user)
    log_in(client, user)
    clock.shift(30)
    client.post(CODE, {"code": code_of(device)})

    assert "/admin/two-step/off/" not in client.get(STATE).text
    assert client.post("/admin/two-step/off/").status_code == 403
    assert two_step.is_on(user)


# The second step


def test_a_code_lets_in_and_leads_where_the_visitor_was_going(client, clock):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(30)
    log_in(client, user)

    answer = client.get("/admin/releases/release/?state=draft", follow=True)
    step, _status = answer.redirect_chain[-1]
    assert step.startswith(CODE)
    answer = client.post(step, {"code": code_of(device)})

    assert answer["Location"] == "/admin/releases/release/?state=draft"
    assert is_in(client)


def test_the_way_on_is_never_to_another_site(client, clock):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(30)
    log_in(client, user)

    answer = client.post(f"{CODE}?next=https://evil.example/", {"code": code_of(device)})

    assert answer["Location"] == INDEX


def test_a_code_is_typed_as_the_app_prints_it_or_in_full_width_digits(client, clock):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(30)
    log_in(client, user)
    code = code_of(device)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in code)

    client.post(CODE, {"code": f"{wide[:3]} {wide[3:]}"})

    assert is_in(client)


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_code_is_good_for_half_a_minute_to_either_side(client, clock, steps, accepted):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(300)
    log_in(client, user)

    client.post(CODE, {"code": code_of(device, steps)})

    assert is_in(client) is accepted


def test_a_code_that_was_used_is_refused(client, clock):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(30)
    code = code_of(device)
    log_in(client, user)
    client.post(CODE, {"code": code})
    client.post(reverse("admin:logout"))

    log_in(client, user)
    answer = client.post(CODE, {"code": code})

    assert "was used before" in answer.text
    assert not is_in(client)


def test_a_recovery_code_lets_in_once_and_new_ones_replace_the_rest(client):
    user = user_with("writer")
    _device, (first, second, *_rest) = with_app(user)
    log_in(client, user)
    client.post(CODE, {"code": f" {first.upper()} "})
    assert is_in(client)

    again = Client()
    log_in(again, user)
    assert again.post(CODE, {"code": first}).status_code == 400
    assert not is_in(again)

    page = client.post("/admin/two-step/recovery-codes/").text
    fresh = re.findall(r"<code>([a-z2-7]{8})</code>", page)
    assert len(fresh) == two_step.RECOVERY_CODES
    assert is_in(client), "who asked for new ones stays in"
    with time_machine.travel(START + dt.timedelta(minutes=1), tick=False):
        assert again.post(CODE, {"code": second}).status_code == 400
    with time_machine.travel(START + dt.timedelta(minutes=5), tick=False):
        assert again.post(CODE, {"code": fresh[0]}).status_code == 302


def test_after_wrong_codes_even_the_right_one_waits_and_longer_each_time(client, clock):
    user = user_with("writer")
    device, _codes = with_app(user)
    clock.shift(300)
    log_in(client, user)
    for wait in (1, 2, 4, 8):
        client.post(CODE, {"code": "000000"})
        answer = client.post(CODE, {"code": code_of(device)})
        assert re.search(rf"Try again in {wait} seconds?\.", answer.text)
        clock.shift(wait + 0.1)

    assert client.post(CODE, {"code": code_of(device)}).status_code == 302


def test_nobody_skips_the_second_step_by_an_address(client, required):
    """Every address of the admin, and the pictures that only staff may see."""
    user = user_with("operator", is_superuser=True)
    log_in(client, user)
    client.user = user
    addresses = list(_addresses_of_the_admin())
    assert len(addresses) > 60

    for url in addresses:
        for answer in (client.get(url), client.post(url)):
            assert answer.status_code == 302, url
            assert answer["Location"].startswith(CODE), url
    shown = picture()
    picture_address = reverse("picture", args=[shown.sha256, "960.webp"])
    assert client.get(picture_address).status_code == 404
    assert client.get(STATE)["Location"] == CODE
    for page in ("recovery-codes", "off"):
        assert client.post(f"{STATE}{page}/")["Location"] == CODE
    assert not client.get("/en/").wsgi_request.user.is_authenticated


def test_whose_app_is_on_sets_up_no_other_before_the_second_step(client):
    user = user_with("writer")
    device, _codes = with_app(user)
    log_in(client, user)

    assert client.get(SET_UP)["Location"] == STATE
    assert client.post(SET_UP, {"code": code_of(device, 1)})["Location"] == STATE
    assert list(TOTPDevice.objects.filter(user=user)) == [device]


def test_a_role_that_is_given_later_asks_at_once(client, required):
    user = user_with("writer")
    log_in(client, user)
    assert is_in(client)

    user.groups.add(Group.objects.get(name="operator"))

    assert not is_in(client)


def test_superusers_hold_every_role_and_others_are_not_asked(client, required):
    assert two_step.is_required(user_with(name="above", is_superuser=True))
    assert two_step.is_required(user_with("operator", name="operator"))
    assert not two_step.is_required(user_with("press-chief", name="chief"))


def test_between_the_steps_somebody_else_may_log_in(client, required):
    log_in(client, user_with("operator"))
    other = user_with("writer", name="other")

    assert client.post("/admin/two-step/leave/")["Location"] == LOGIN
    log_in(client, other)

    assert is_in(client)


def test_the_pages_of_the_second_step_are_for_those_who_gave_a_password(client):
    for url in (STATE, CODE, SET_UP):
        assert client.get(url, follow=True).redirect_chain[-1][0].startswith(LOGIN), url


def test_a_superuser_resets_a_lost_telephone_and_nobody_else_does(client, required, clock):
    user, other = user_with("operator"), user_with("operator", name="other")
    with_app(user)
    reset = reverse("admin:auth_user_two_step_off", args=[user.pk])
    clock.shift(30)
    log_in(client, other)
    client.post(SET_UP, {"code": code_of(two_step.begin(user=other))})
    assert client.post(reset).status_code == 403
    assert two_step.is_on(user)

    above = user_with(name="above", is_superuser=True)
    client.post(reverse("admin:logout"))
    log_in(client, above)
    client.post(SET_UP, {"code": code_of(two_step.begin(user=above))})
    assert reset in client.get(reverse("admin:auth_user_change", args=[user.pk])).text
    client.post(reset)

    assert not two_step.is_on(user)
    log_in(client := Client(), user)
    assert client.get(INDEX, follow=True).redirect_chain[-1][0] == SET_UP


def test_a_password_is_changed_and_reset_as_ever(client, required, clock):
    user = user_with("operator")
    device, _codes = with_app(user)
    clock.shift(30)
    log_in(client, user)
    client.post(CODE, {"code": code_of(device)})
    new = "ferries before breakfast"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}

    assert client.post(reverse("admin:password_change"), typed).status_code == 302
    assert is_in(client), "no second login after the change"

    other = user_with("writer", name="other")
    reset = reverse("admin:auth_user_password_change", args=[other.pk])
    typed = {"password1": new, "password2": new, "usable_password": "true"}
    assert client.post(reset, typed | {"set-password": "1"}).status_code == 302
    log_in(client := Client(), other, password=new)
    assert is_in(client)


# Guessing


def test_five_wrong_passwords_close_the_door_for_that_name_from_that_address(client, clock):
    user, other = user_with("writer"), user_with("writer", name="other")
    for _attempt in range(4):
        assert log_in(client, user, password="wrong").status_code == 200
    assert log_in(client, user, password="wrong").status_code == 429

    answer = log_in(client, user)
    assert answer.status_code == 429
    assert "Wait 15 minutes" in answer.text
    assert answer["Retry-After"] == "900"
    assert not is_in(client)
    assert log_in(Client(), other).status_code == 302
    assert log_in(Client(REMOTE_ADDR="192.0.2.9"), user).status_code == 302

    clock.shift(dt.timedelta(minutes=15, seconds=1))
    assert log_in(client, user).status_code == 302


def test_the_lock_out_speaks_the_readers_language(client):
    client.cookies["newsroom_language"] = "zh-hant"
    user = user_with("writer")
    for _attempt in range(5):
        answer = log_in(client, user, password="wrong")

    assert answer.status_code == 429
    assert 'lang="zh-hant"' in answer.text


def test_a_lock_out_is_lifted_by_a_command(client):
    user = user_with("writer")
    for _attempt in range(5):
        log_in(client, user, password="wrong")

    call_command("axes_reset_username", user.username)

    assert log_in(client, user).status_code == 302


def test_behind_a_proxy_only_the_address_that_the_proxy_added_is_believed(rf, settings):
    sent = {"HTTP_X_FORWARDED_FOR": "10.0.0.1, 203.0.113.7", "REMOTE_ADDR": "172.18.0.2"}
    assert address(rf.get("/", **sent)) == "172.18.0.2", "without a proxy the header is nobody's"

    settings.BEHIND_PROXY = True
    assert address(rf.get("/", **sent)) == "203.0.113.7"
    nonsense = sent | {"HTTP_X_FORWARDED_FOR": "203.0.113.7, unknown"}
    assert address(rf.get("/", **nonsense)) == "172.18.0.2"
    assert address(rf.get("/", REMOTE_ADDR="172.18.0.2")) == "172.18.0.2"


def test_an_attacker_behind_the_proxy_does_not_change_address_by_saying_so(client, settings):
    settings.BEHIND_PROXY = True
    user = user_with("writer")
    for attempt in range(5):
        header = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{attempt}, 203.0.113.7"}
        answer = log_in(client, user, password="wrong", **header)
    assert answer.status_code == 429
    assert log_in(client, user, HTTP_X_FORWARDED_FOR="203.0.113.8").status_code == 302


def test_the_log_names_nobody(client, caplog):
    caplog.set_level(logging.DEBUG)
    for logger in ("axes", "django"):
        logging.getLogger(logger).propagate = True
    user = user_with("writer", name="somebody-in-particular")
    for _attempt in range(6):
        log_in(client, user, password="wrong password", REMOTE_ADDR="192.0.2.77")

    said = "\n".join(r.getMessage() for r in caplog.records if not r.name.startswith("django.db"))
    assert "AXES" in said
    for secret in ("somebody-in-particular", "192.0.2.77", "wrong password"):
        assert secret not in said


# Everybody can use it


@pytest.mark.browser
@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: make instruments")
@pytest.mark.parametrize("language", ["en", "zh-hant"])
@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_on_the_pages_around_the_login(chromium, live_server, settings, language):
    settings.TWO_STEP_ROLES = ["operator"]
    user = user_with("operator")
    context = chromium.new_context(reduced_motion="reduce")
    context.add_cookies([{"name": "newsroom_language", "value": language, "url": live_server.url}])
    page = context.new_page()
    complaints, found, ways = [], {}, []
    page.on("console", lambda m: "status of 4" not in m.text and complaints.append(m.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def look(name):
        ways.append(name)
        for width in (375, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[name, width] = "scrolls sideways"
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                run_only = STANDARDS if scheme == SCHEMES[0] else ["color-contrast"]
                if violations := axe(page, {"runOnly": run_only}):
                    found[name, width, scheme] = violations

    def type_code(code):
        """By the keyboard alone: the field has the focus."""
        page.keyboard.type(code)
        with page.expect_navigation():
            page.keyboard.press("Enter")

    page.goto(live_server.url + LOGIN)
    look("login")
    for name, value in (("username", user.username), ("password", PASSWORD)):
        page.fill(f"[name={name}]", value)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == live_server.url + SET_UP
    look("set up")
    type_code("12345")
    look("set up, wrong code")
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    device = TOTPDevice.objects.get()
    type_code(code_of(device))
    look("recovery codes")
    page.goto(live_server.url + STATE)
    look("state")
    recovery = two_step.renew_recovery_codes(user=user)[0]
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.goto(live_server.url + LOGIN)
    for name, value in (("username", user.username), ("password", PASSWORD)):
        page.fill(f"[name={name}]", value)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    look("code")
    type_code(recovery)
    assert page.url == live_server.url + INDEX
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    for _attempt in range(5):
        page.goto(live_server.url + LOGIN)
        page.fill("[name=username]", "guess")
        page.fill("[name=password]", "guess")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    look("locked out")
    context.close()

    assert found == {}, found
    assert complaints == []
    assert len(ways) == 7


def _addresses_of_the_admin():
    """Every named address below /admin/ but the second step's own and the language switch."""
    fill = {"language": "en", "value": "1", "sha256": "0" * 64, "key": "a"}
    for pattern in admin.site.get_urls():
        yield from _filled(pattern, "/admin/", fill)


def _filled(pattern, before, fill):
    route = str(pattern.pattern)
    if hasattr(pattern, "url_patterns"):
        for inner in pattern.url_patterns:
            yield from _filled(inner, before + route, fill)
    elif not route.startswith("^"):
        path = re.sub(r"<(?:\w+:)?(\w+)>", lambda match: fill.get(match[1], "1"), route)
        yield before + path
