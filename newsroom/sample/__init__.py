"""The sample newsroom: invented organisations, people and releases, to see the product alive.

Data only. Dates are kept as days before the day of loading (``{"days_ago": 2}``), so that the
newsroom always looks as if it had been at work until today; here they become real dates.
Pictures stand as ``{"drawing": name}``: whoever loads the releases stores what
``newsroom.sample.drawings.draw(name)`` gives and puts the stored picture in its place.
"""

import datetime as dt
import json
from pathlib import Path

HERE = Path(__file__).parent


def records(today: dt.date) -> dict:
    """Return the standing records that the releases copy from.

    The settings of the host under newsroom; lists of plain values under organisations,
    boilerplates, spokespeople, media_contacts, topics and terms (the glossary). One names another by
    its key; a media contact's ``organisation`` is a key, or the name of an agency in both languages.
    """
    return _dated(_read("records.json"), today)


def manifest() -> list[dict]:
    """Return the releases to load, oldest first: file, state, days_ago.

    ``as_of_the_day`` names the people whose job title was another one on that day.
    """
    return _read("manifest.json")


def releases(today: dt.date) -> list[tuple[dict, dict]]:
    """Return each entry of the manifest with its document as plain values, oldest first."""
    return [(entry, _dated(_read(Path("releases", entry["file"])), today)) for entry in manifest()]


def with_pictures(value, picture):
    """Return the value with every ``{"drawing": name}`` replaced by ``picture(name)``."""
    match value:
        case {"drawing": name}:
            return picture(name)
        case dict():
            return {key: with_pictures(inner, picture) for key, inner in value.items()}
        case list():
            return [with_pictures(inner, picture) for inner in value]
    return value


def _read(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def _dated(value, today):
    """Return the value with every ``{"days_ago": n}`` as an ISO date."""
    match value:
        case {"days_ago": days, **rest} if not rest:
            return (today - dt.timedelta(days=days)).isoformat()
        case dict():
            return {key: _dated(inner, today) for key, inner in value.items()}
        case list():
            return [_dated(inner, today) for inner in value]
    return value
