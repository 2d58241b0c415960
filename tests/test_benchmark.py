"""What the short benchmark lets pass."""

import json

import pytest

from bench import __main__ as bench

EXPECTED = {"queries": {"list": 2}, "ratios": {"list": {"app": 0.01, "cache": 0.8}}}


@pytest.fixture(autouse=True)
def expected(tmp_path, monkeypatch):
    path = tmp_path / "expected.json"
    path.write_text(json.dumps(EXPECTED))
    monkeypatch.setattr(bench, "EXPECTED", path)


def measured(*, queries=2, app=0.01, cache=0.8):
    return {
        "queries": {"list": queries},
        "loads": {"list": {"ratios": {"app": app, "cache": cache}}},
    }


@pytest.mark.parametrize("found", [measured(), measured(queries=1), measured(app=0.006, cache=0.5)])
def test_as_many_queries_as_expected_and_more_than_half_the_speed_are_let_pass(found):
    assert bench.compare(found, write=False) == 0


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (measured(queries=3), "list: 3 queries instead of 2"),
        (measured(app=0.004), "list: 0.0040 of a static file (app), it was 0.0100"),
        (measured(cache=0.3), "list: 0.3000 of a static file (cache), it was 0.8000"),
    ],
)
def test_a_query_more_or_half_the_speed_fails_and_is_named(found, said, capsys):
    assert bench.compare(found, write=False) == 1
    assert said in capsys.readouterr().err
