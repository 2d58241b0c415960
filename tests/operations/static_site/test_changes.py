"""A build makes what has changed, and what stands is then the same as if all had been made."""

import datetime as dt

import hypothesis
import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st

from newsroom import host
from newsroom.models import Newsroom
from releases.document import apply, schema
from releases.publishing import correct, rebuild_pages

from ...factories import NOON, acknowledged, document, picture, press_officer, published
from .site import HOUR, NOTE, SECOND, build, files, manifest, upload

pytestmark = pytest.mark.django_db

TOPICS = {
    name: schema.Topic(key="top1", record=name, name={"zh-hant": name, "en": name})
    for name in ("life-science", "robots")
}
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), st.integers(0, 8), st.sampled_from([-30, -1, 0, 0, 1, 30])),
        st.tuples(st.just("correct"), st.integers(0, 8), st.sampled_from([-1, 0, 0, 2, 30])),
        st.tuples(st.just("close"), st.integers(0, 8), st.sampled_from([1, 30])),
        st.tuples(st.just("wait"), st.sampled_from([0.01, 1, 2, 24, 49])),
        st.tuples(st.just("settings"), st.sampled_from(["Cape News", "The Cape", ""])),
        st.tuples(st.just("rebuild")),
    ),
    min_size=3,
    max_size=10,
)


class World:
    """A newsroom to which things happen."""

    def __init__(self, clock):
        self.clock, self.officer = clock, press_officer()
        self.pictures = [picture("teal"), picture("orange")]
        self.editions = []
        self.count = 0

    def document(self, slug, choice):
        self.count += 1
        return document(
            slug=slug,
            headline={"zh-hant": f"標題{self.count % 3}", "en": f"Headline {self.count % 3}"},
            languages=[["zh-hant", "en"], ["zh-hant"], ["zh-hant", "en", "zh-hans"]][choice % 3],
            topics=[list(TOPICS.values())[choice // 2 % 2]] if choice != 4 else [],
            dateline=schema.Dateline(date=dt.date(2026 - choice % 2, 5, 1 + choice)),
            pictures=self.pictures[: choice % 3],
        )

    def at(self, hours):
        return timezone.now() + hours * HOUR

    def publish(self, choice, hours):
        slug = f"release-{len(self.editions)}"
        value = self.document(slug, choice)
        self.editions.append(published(value, at=self.at(hours), by=self.officer))

    def correct(self, choice, hours):
        if not self.editions:
            return
        number = choice % len(self.editions)
        before = self.editions[number]
        slug = before.document["slug"] + ("-moved" if choice % 2 else "")
        value = self.document(slug, choice + self.count)
        release = apply(value, release=before.release)
        acknowledged(release, by=self.officer)
        at = max(self.at(hours), before.visible_from)
        self.editions[number] = correct(release=release, by=self.officer, at=at, note=NOTE)

    def close(self, choice, hours):
        if self.editions:
            edition = self.editions[choice % len(self.editions)]
            at = max(self.at(hours), edition.visible_from)
            edition.pages.filter(visible_until=None).update(visible_until=at)

    def wait(self, hours):
        self.clock.shift(hours * HOUR)

    def settings(self, name):
        Newsroom.objects.update_or_create(defaults={"name_zh_hant": name, "name_en": name})

    def rebuild(self):
        rebuild_pages()


@hypothesis.settings(max_examples=8)
@hypothesis.given(steps=STEPS)
def test_what_has_changed_made_anew_is_the_same_as_all_made_anew(steps, tmp_path_factory):
    tmp_path = tmp_path_factory.mktemp("sites")
    mirror = {}
    with transaction.atomic(), time_machine.travel(NOON, tick=False) as clock:
        world = World(clock)
        for name, *arguments in [("wait", 0), *steps, ("wait", 0)]:
            getattr(world, name)(*arguments)
            build(tmp_path / "one", changes_file=tmp_path / "changes")
            upload(tmp_path / "one", tmp_path / "changes", mirror)
            clock.shift(SECOND)
        build(tmp_path / "one", changes_file=tmp_path / "changes")
        upload(tmp_path / "one", tmp_path / "changes", mirror)
        build(tmp_path / "other")
        transaction.set_rollback(True)
    host.forget()

    assert files(tmp_path / "one") == files(tmp_path / "other")
    assert manifest(tmp_path / "one") == manifest(tmp_path / "other")
    assert mirror == files(tmp_path / "one")
