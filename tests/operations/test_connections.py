"""A connection is looked at before it is asked, unless it has just answered."""

import time

import pytest
from django.db import OperationalError, connection

from newsroom import connections

pytestmark = pytest.mark.django_db


def ask(sql="SELECT 1"):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def is_looked_at(client):
    """Whether a request that asks the database nothing leaves the look to the next question."""
    connection.health_check_done = False  # as Django's own receiver, which tests do without
    client.get("/robots.txt")
    return not connection.health_check_done


def test_a_connection_that_has_just_answered_is_not_looked_at(client):
    ask()
    assert not is_looked_at(client)


def test_requests_that_ask_nothing_do_not_speak_for_a_connection(client, monkeypatch):
    monkeypatch.setattr(connections, "TRUSTED_FOR", 0.2)
    ask()
    for _ in range(4):
        time.sleep(0.06)
        client.get("/robots.txt")
    assert is_looked_at(client)


def test_a_connection_whose_last_question_failed_is_looked_at(client):
    def server_goes(*question):
        raise OperationalError

    ask()
    with connection.execute_wrapper(server_goes), pytest.raises(OperationalError):
        ask()
    assert is_looked_at(client)


LONGEST_QUESTION = """
import newsroom.wsgi
from django.db import connection
cursor = connection.cursor()
cursor.execute("SHOW statement_timeout")
print(*cursor.fetchone())
"""


@pytest.mark.operations
def test_a_server_lets_no_question_go_on_for_ever(new_place):
    place = new_place()
    if not place.database:
        pytest.skip("said only on postgresql")
    assert place.do(LONGEST_QUESTION) == "30s"
