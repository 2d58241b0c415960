"""What is measured inside a process of the newsroom: queries, publishing, importing, drawing.

``python -m bench.inside PATHS`` with the variables of a newsroom prints one JSON object.
"""

import json
import os
import statistics
import sys
import time


def main(paths):
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    print(json.dumps({"queries": queries(paths), "milliseconds": actions()}))


def queries(paths):
    """How many queries each of the paths needs, in a process that has just begun."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    client.get("/en/")  # the newsroom's own settings are asked for every five seconds
    counts = {}
    for name, path in paths.items():
        with CaptureQueriesContext(connection) as context:
            status = client.get(path).status_code
        assert status == 200, (path, status)
        counts[name] = len(context)
    return counts


def actions(times=15):
    """The median time of each action, in milliseconds, and of publishing also the queries."""
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from bench.documents import document
    from pictures.models import Picture
    from releases.document import apply, compose, schema, to_json
    from releases.importing import File, apart
    from releases.outputs import plain_text, share_picture
    from releases.publishing import publish
    from tests.factories import acknowledged, press_chief

    took, counts = {name: [] for name in ("publish", "save", "import", "draw")}, []
    by = User.objects.filter(username="bench-chief").first() or press_chief("bench-chief")
    stored = [
        schema.Picture(sha256=row.sha256, width=row.width, height=row.height)
        for row in Picture.objects.order_by("pk")[:4]
    ]
    first = 10_000_000 + int(time.time())  # numbers that no other run has had
    for number in range(first, first + times):
        value = document(number)
        for place, figure in enumerate(value.figures()):
            body = [
                schema.replace(block, picture=stored[place]) if block is figure else block
                for block in value.body
            ]
            value = schema.replace(value, body=body)
        release = timed(took["save"], apply, value)
        text = plain_text.render(compose(release), "zh-hant")["whole"].encode()
        timed(took["import"], apart.read, [File("release.txt", text)])
        acknowledged(release, by=by)
        with CaptureQueriesContext(connection) as context:
            publish(release=release, by=by, at=timezone.now())
        counts.append(len(context))
        release = acknowledged(apply(schema.replace(value, slug=f"again-{number}")), by=by)
        timed(took["publish"], publish, release=release, by=by, at=timezone.now())
        card = {
            "language": "zh-Hant-HK",
            "newsroom": "Bench",
            "headline": value.headline["zh-hant"],
            "date": "2026年5月4日",
            "hosts": [value.organisations[0].name["zh-hant"]],
            "picture": None,
            "focal_point": None,
        }
        timed(took["draw"], share_picture.render, card)
    found = {name: statistics.median(each) for name, each in took.items()}
    return {
        **found,
        "publish queries": statistics.median(counts),
        "document": len(json.dumps(to_json(value))),
    }


def timed(took, do, *args, **kwargs):
    began = time.perf_counter()
    result = do(*args, **kwargs)
    took.append((time.perf_counter() - began) * 1000)
    return result


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
