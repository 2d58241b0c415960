"""A browser for the public site, and the sample newsroom to look at."""

import pytest

from . import sample_newsroom


@pytest.fixture
def visit(chromium, live_server):
    """Open a page; what the browser complains of is collected in ``page.complaints``."""
    contexts = []

    def visit(path, *, scheme="light", width=1280):
        context = chromium.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 800}
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on(
            "response",
            lambda answer: (
                answer.status >= 400 and page.complaints.append(f"{answer.status} {answer.url}")
            ),
        )
        page.goto(live_server.url + path)
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def newsroom_url(tmp_path_factory):
    """The address of the sample newsroom, loaded once for all who look at it."""
    with sample_newsroom.serving(tmp_path_factory.mktemp("newsroom")) as url:
        yield url
