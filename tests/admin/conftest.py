"""Who sits at the desk, and what stands on the shelves.

Models are imported late: pytest reads this file before Django is set up.
"""

import datetime as dt

import pytest


@pytest.fixture
def officer(db):
    """A press officer with the rights of a press chief."""
    from ..factories import press_chief

    return press_chief("alma")


@pytest.fixture
def desk(client, officer):
    client.force_login(officer)
    client.cookies["newsroom_language"] = "en"
    return client


@pytest.fixture
def park(db):
    from partners.models import Organisation

    return Organisation.objects.create(
        key="cape-park",
        name_zh_hant="海角創新園",
        name_en="Cape Innovation Park",
        short_name_zh_hant="海角園",
        short_name_en="Cape Park",
        role="host",
        website="https://www.cape.example",
    )


@pytest.fixture
def alice(park):
    from partners.models import Spokesperson

    return Spokesperson.objects.create(
        key="alice-chan",
        organisation=park,
        name_zh_hant="陳愛麗",
        name_en="Alice Chan",
        honorific_zh_hant="博士",
        honorific_en="Dr",
        job_title_zh_hant="主席",
        job_title_en="Chairman",
    )


@pytest.fixture
def bob(db):
    from partners.models import Organisation, Spokesperson

    polestar = Organisation.objects.create(
        key="polestar", name_zh_hant="北極星生物", name_en="Polestar Bio"
    )
    return Spokesperson.objects.create(
        key="bob-lee",
        organisation=polestar,
        name_zh_hant="李柏",
        name_en="Bob Lee",
        job_title_zh_hant="行政總裁",
    )


@pytest.fixture
def boilerplate(park):
    from partners.models import Boilerplate

    return Boilerplate.objects.create(
        key="cape-park-2026",
        organisation=park,
        text_zh_hant="海角創新園成立於二〇〇一年。",
        text_en="Cape Innovation Park was founded in 2001.\n\nIt has 500 tenants.",
        in_force_from=dt.date(2026, 1, 1),
    )


@pytest.fixture
def carol(park):
    from media_contacts.models import MediaContact

    return MediaContact.objects.create(
        key="carol",
        on_behalf_of=park,
        agency_zh_hant="博訊公關",
        name_zh_hant="黃小姐",
        name_en="Carol Wong",
        phones=[
            {"number": "+85225550123", "extension": "7"},
            {"number": "+85225550124", "extension": ""},
        ],
        emails=["carol@pr.example", "press@cape.example"],
    )


@pytest.fixture
def biotech(db):
    from releases.models import Topic

    return Topic.objects.create(key="biotech", name_zh_hant="生物科技", name_en="Biotechnology")


@pytest.fixture
def open_page(chromium, live_server, client, officer):
    """Open a page as a press officer, in a browser of their own; what it complains of is in ``page.complaints``."""
    from django.conf import settings
    from django.test import Client

    client.force_login(officer)
    contexts = []

    def open_page(path, *, width=1280, language="en", javascript=True, user=None):
        desk = client
        if user:
            desk = Client()
            desk.force_login(user)
        session = desk.cookies[settings.SESSION_COOKIE_NAME].value
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=javascript
        )
        contexts.append(context)
        context.add_cookies(
            [
                {"name": name, "value": value, "url": live_server.url}
                for name, value in (
                    (settings.SESSION_COOKIE_NAME, session),
                    (settings.LANGUAGE_COOKIE_NAME, language),
                )
            ]
        )
        page = context.new_page()
        page.complaints = []
        page.on(
            "console",
            lambda message: (
                message.type in ("error", "warning") and page.complaints.append(message.text)
            ),
        )
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
