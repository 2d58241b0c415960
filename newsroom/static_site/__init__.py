"""The public site as files, for an object store: docs/decisions/0022.

``build`` makes what has changed since the site in the folder was built, and lets the new site stand in
one step. Bytes come from the newsroom's own views; here is known which addresses there are.
"""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.storage import default_storage
from django.utils.html import escape
from django.utils.translation import gettext as _

from newsroom import host
from releases.models.edition import Edition, Listing

from . import addresses, changes
from .addresses import Named, Stored
from .application import Application, in_process
from .changes import Look
from .errors import NotUsable, SiteError, Unexpected
from .generations import Folder, Generation

__all__ = ["NotUsable", "Report", "SiteError", "build"]

AT_ONCE = 200
PICTURES_KEPT_FOR = "public, max-age=300"  # as the application lets a browser keep them
MOVED = """<!doctype html>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={0}">
<link rel="canonical" href="{1}{0}">
<a href="{0}">{0}</a>
"""


@dataclass(frozen=True)
class Report:
    """``generation`` is the one that stands; ``next_change`` when there will be something to do."""

    generation: int
    written: int
    kept: int
    deleted: int
    next_change: object


def build(
    folder: Path,
    origin: str,
    *,
    everything: bool = False,
    changes_file: Path | None = None,
    progress=lambda done, total: None,
) -> Report:
    """Make the site in a folder what is public now. Raises SiteError; then what stood still stands.

    ``changes_file`` gets what an upload has to do. ``progress`` is called with how many of how many
    releases, listings and lists are made.
    """
    application = Application(origin)
    with Folder(folder).locked() as site, in_process():
        before = None if everything else site.look()
        return _Build(application, origin, site, changes_file, progress).run(
            before and Look.from_json(before)
        )


class _Build:
    def __init__(self, application, origin, site, changes_file, progress):
        self.application, self.origin = application, origin
        self.site, self.changes_file, self.progress = site, changes_file, progress
        self.generation = None

    def run(self, before):
        """Go on until nothing has changed since what was made was looked at: it is of one moment."""
        try:
            while True:
                with host.held() as newsroom:
                    now = changes.look(newsroom, self.origin)
                    todo = changes.changed(before, now)
                    if not todo:
                        return self._done(now)
                    try:
                        self._make(todo, now.at, newsroom)
                    except Unexpected:
                        if not changes.changed(now, changes.look(newsroom, self.origin)):
                            raise
                        continue  # a change came in between: all of it again, as it is now
                before = now
        finally:
            if self.generation:
                self.generation.abandon()

    def _done(self, now):
        next_change = changes.next_change(now.at)
        if self.generation is None:
            return Report(self.site.standing, 0, self.site.count(), 0, next_change)
        counts = self.generation.counts()
        if self.changes_file:
            self.generation.write_changes(self.changes_file)
        self.generation.finish(now.to_json())
        return Report(self.site.standing, **counts, next_change=next_change)

    def _make(self, todo, at, newsroom):
        if self.generation is None or todo.everything:
            if self.generation:
                self.generation.abandon()
                self.site.tidy()
            self.generation = Generation(self.site, everything=todo.everything)
        done = 0
        total, places = self._places(todo, at, newsroom)
        for place in places:
            self._put(place)
            done += place.is_counted
            self.progress(done, total)

    def _places(self, todo, at, newsroom):
        """How many places are counted, and all places that have to be looked at."""
        if todo.everything:
            releases, listings = Edition.objects.order_by(), Listing.objects.order_by()
            total = releases.values("release").distinct().count() + listings.count()
            return total, self._all_places(releases, listings, at, newsroom)
        named = addresses.named_by(todo.releases)
        whole = Named()
        for release in todo.releases:
            named[release].add(self._named_before(release))
            whole.add(named[release])
        alike = list(changes.neighbours(todo.releases, whole.listings, at))
        listings = sorted({*whole.listings, *addresses.years()})
        total = len(named) + len(listings) + sum(pages.count() for pages in alike)
        return total, self._touched_places(named, whole, alike, listings, at, newsroom)

    def _all_places(self, releases, listings, at, newsroom):
        yield addresses.surroundings(newsroom)
        for chunk in _chunks(releases, "release"):
            named = addresses.named_by(chunk)
            yield from addresses.of_releases(named, at, newsroom)
            pictures = set().union(*(each.pictures for each in named.values()))
            yield from addresses.of_pictures(pictures, at)
            for release, each in named.items():
                self._say_named(release, each)
        for chunk in _chunks(listings, "pk"):
            rows = listings.filter(pk__in=chunk).values_list("kind", "key")
            yield from addresses.of_listings(list(rows), at)
        yield from addresses.of_sitemaps(*changes.all_sitemaps(), at)
        yield addresses.lists(newsroom)

    def _touched_places(self, named, whole, alike, listings, at, newsroom):
        yield from addresses.of_releases(named, at, newsroom)
        yield from addresses.of_pictures(whole.pictures, at)
        for pages in alike:
            for chunk in _chunks(pages, "pk"):
                slugs = pages.filter(pk__in=chunk).values_list("slug", "language")
                yield from addresses.of_neighbours(list(slugs))
        yield from addresses.of_listings(listings, at)
        yield from addresses.of_sitemaps(
            changes.sitemaps_of(list(named)), changes.sitemaps_of_listings(listings), at
        )
        yield addresses.lists(newsroom)
        for release, each in named.items():
            self._say_named(release, each)

    def _named_before(self, release):
        rows = self.generation.named(release)
        return Named(
            slugs={key for kind, key, _date in rows if kind == "slug"},
            pictures={key for kind, key, _date in rows if kind == "picture"},
            listings={(kind, key): date for kind, key, date in rows if date},
        )

    def _say_named(self, release, named):
        rows = [("slug", slug, "") for slug in named.slugs]
        rows += [("picture", sha256, "") for sha256 in named.pictures]
        rows += [(*listing, date) for listing, date in named.listings.items()]
        self.generation.say_named(release, rows)

    def _put(self, place):
        """Have the files of a place, and none that it has no longer."""
        if place.addresses and place.by_content and self.generation.keep(place.holds[0]):
            return
        names = set()
        for address in place.addresses:
            names.add(address.file_name)
            if address.by_content and self.generation.keep(address.file_name):
                continue
            if isinstance(address, Stored):
                self._copy(address)
            else:
                self._ask(address)
        for prefix in place.holds:
            for path in self.generation.under(prefix):
                if path not in names:
                    self.generation.remove(path)

    def _copy(self, file):
        try:
            with default_storage.open(file.stored) as source:
                self.generation.copy(
                    file.file_name,
                    source,
                    content_type=file.content_type,
                    cache_control=PICTURES_KEPT_FOR,
                    upload=file.rank,
                )
        except FileNotFoundError:
            if not file.may_lack:
                raise SiteError(
                    _("/%(path)s: its file is missing in the storage.") % {"path": file.file_name}
                ) from None

    def _ask(self, address):
        answer = self.application.get(address.path)
        location = answer.headers.get("Location", "")
        if answer.status not in address.statuses:
            raise Unexpected(
                _("%(path)s: answered with %(status)d and not with %(wanted)d.")
                % {
                    "path": address.path,
                    "status": answer.status,
                    "wanted": address.statuses[0],
                }
            )
        if not answer.is_for_everybody or location.startswith(("http:", "https:", "//")):
            raise Unexpected(
                _("%(path)s: the answer is not for everybody (%(reason)s).")
                % {
                    "path": address.path,
                    "reason": location or answer.headers.get("Cache-Control", ""),
                }
            )
        moved = MOVED.format(escape(location), escape(self.origin)).encode()
        self.generation.put(
            address.file_name,
            moved if location else answer.body,
            content_type=answer.content_type,
            cache_control=answer.cache_control,
            upload=address.rank,
            redirect=location,
        )


def _chunks(rows, column):
    """The values of a column in order, some at a time; no query stays open between."""
    rows, last = rows.order_by(column), 0
    while keys := list(
        rows.filter(**{f"{column}__gt": last}).values_list(column, flat=True).distinct()[:AT_ONCE]
    ):
        yield keys
        last = keys[-1]
