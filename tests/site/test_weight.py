"""What a release page costs a reader on a telephone."""

import pytest

from .page_types import LANGUAGES, address

pytestmark = [pytest.mark.browser, pytest.mark.instrument]

MOST_BYTES = 60_000  # as transferred, without pictures, like the next
MOST_REQUESTS = 5
PICTURES = "/pictures/", "/brand/logo"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_is_light(language, chromium, newsroom_url):
    with chromium.new_context(viewport={"width": 375, "height": 667}) as context:
        page = context.new_page()
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(newsroom_url + address("release", language), wait_until="networkidle")

        weights = {
            answer.url: answer.request.sizes()["responseBodySize"]
            for answer in answers
            if not any(place in answer.url for place in PICTURES)
        }
    assert sum(weights.values()) <= MOST_BYTES, weights
    assert len(weights) <= MOST_REQUESTS, list(weights)
    assert not [a for a in answers if a.request.resource_type in ("font", "fetch")]
