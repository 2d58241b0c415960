"""Two press officers press the button at the same moment."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from releases.models import Edition, Page
from releases.publishing import publish

from ..factories import NOON, draft, press_officer


@pytest.mark.django_db(transaction=True)
def test_of_two_that_publish_at_once_one_publishes_and_one_is_told():
    release = draft()
    officers = [press_officer(), press_officer()]
    start = threading.Barrier(2)
    told = []

    def press(officer):
        try:
            start.wait(timeout=10)
            publish(release=release, by=officer, at=NOON)
        except ValidationError as error:
            told.extend(error.messages)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[officer]) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert Edition.objects.count() == 1
    assert Page.objects.count() == 2
    assert len(told) == 1
