"""Every public address without a query, found in the database: what a site of files is made of.

An address is of a place: a release with all its addresses, a listing with its page and feeds, a
picture, the lists. ``holds`` are the beginnings of the names of all files that a place can have, so
that those it has no longer are found.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import translation

from newsroom import host
from pictures.models import Picture
from pictures.renditions import CONTENT_TYPES, FULL, FULL_TRANSPARENT, file_path, widths
from releases import feeds, sharing, sitemaps
from releases.languages import all_languages
from releases.models.edition import Listing, Page, PageListing, PagePicture
from releases.views.answers import address

# The order of an upload: no page names a file that is not there yet, no list a page.
FILE, PAGE, LIST = range(3)

FEEDS_OF = {kind: listing for listing, (kind, _page) in feeds.LISTINGS.items()}
NOT_SERVED = (".gz", ".br", "/staticfiles.json")


@dataclass(frozen=True)
class Address:
    """``statuses`` are those that the application may answer with."""

    path: str
    rank: int = LIST
    statuses: tuple[int, ...] = (200,)
    by_content: bool = False  # its name says all of what it holds

    @property
    def file_name(self):
        return self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")


@dataclass(frozen=True)
class Stored:
    """A file of a picture: the name it has on the site, and in the storage."""

    file_name: str
    stored: str
    may_lack: bool = False
    rank: int = FILE
    by_content: bool = True

    @property
    def content_type(self):
        return CONTENT_TYPES[self.file_name.rpartition(".")[2]]


@dataclass(frozen=True)
class Place:
    """``by_content``: all of its files stand, or none, and their names say what they hold.
    ``is_counted`` are those of which it is known beforehand how many there are."""

    addresses: list
    holds: list[str] = field(default_factory=list)
    by_content: bool = False
    is_counted: bool = False


def of_releases(releases: list[int], at, newsroom):
    """Yield the place of each release, and of each picture that one of their pages has ever shown."""
    mine = Page.objects.filter(edition__release__in=releases).order_by()
    whole = Page.objects.select_related("edition").defer("edition__document")
    whole = whole.filter(edition__release__in=releases, language__in=all_languages()).order_by()
    names = {language: newsroom.called(language) for language in all_languages()}
    slugs, public, past = defaultdict(set), defaultdict(list), defaultdict(list)
    for release, slug in mine.values_list("edition__release", "slug").distinct():
        slugs[release].add(slug)
    for page in whole.public(at):
        public[page.edition.release_id].append(page)
    for page in whole.past(at):
        past[page.edition.release_id].append(page)
    for release in releases:
        yield Place(
            list(_of_release(public[release], past[release], names)) if public[release] else [],
            [
                _file(address("release_detail", slug, language=language))
                for slug in sorted(slugs[release])
                for language in all_languages()
            ],
            is_counted=True,
        )
    yield from _pictures(mine, at)


def _of_release(public, past, names):
    slug = public[0].slug
    languages = {page.language: page for page in public}
    former = {page.slug for page in past} - {slug}
    versions = {(page.edition.number, page.language) for page in past}
    for language in all_languages():

        def at(name, *args, moved, language=language):
            path = address(name, *args, language=language)
            return Address(path, PAGE, (302,) if moved else (200,))

        yield at("release_detail", slug, moved=False)
        yield at("release_text", slug, moved=language not in languages)
        if page := languages.get(language):
            card = sharing.address(page, names[language])
            yield Address(card, FILE, by_content=True)
        for old in sorted(former):
            yield at("release_detail", old, moved=True)
            yield at("release_text", old, moved=True)
        for old in sorted({slug, *former}):
            for number in sorted({number for number, _language in versions}):
                moved = old != slug or (number, language) not in versions
                yield at("release_version", old, number, moved=moved)


def _pictures(pages, at):
    """The pictures that these pages show, each with its files if any readable page shows it."""
    shown = PagePicture.objects.filter(page__in=pages.values("pk"))
    names = sorted(set(shown.values_list("sha256", flat=True)))
    readable = Page.objects.readable(at).filter(pk=OuterRef("page")).order_by()
    seen = set(
        PagePicture.objects.filter(Exists(readable), sha256__in=names).values_list(
            "sha256", flat=True
        )
    )
    sizes = dict(Picture.objects.filter(sha256__in=seen).values_list("sha256", "width"))
    for sha256 in names:
        files = list(_files(sha256, sizes[sha256])) if sha256 in sizes else []
        yield Place(
            files, [_file(reverse("picture", args=[sha256, FULL])[: -len(FULL)])], by_content=True
        )


def _files(sha256, width):
    scaled = [f"{w}.{kind}" for w in widths(width) for kind in ("webp", "jpg")]
    for name in (*scaled, FULL, FULL_TRANSPARENT):
        yield Stored(
            reverse("picture", args=[sha256, name]).lstrip("/"),
            file_path(sha256, name),
            may_lack=name == FULL_TRANSPARENT,
        )


def of_listings(listings: list[int], at):
    """Yield the place of each year, organisation, topic and person: its page and its feeds."""
    public = Page.objects.public(at).filter(pk=OuterRef("page")).order_by()
    seen = set(
        PageListing.objects.filter(
            Exists(public), listing__in=listings, language__in=all_languages()
        ).values_list("listing", flat=True)
    )
    for listing in Listing.objects.filter(pk__in=listings).order_by("pk"):
        paths, holds = [], []
        for language in all_languages():
            path = address(sitemaps.PAGES_OF[listing.kind], listing.key, language=language)
            paths.append(path)
            holds.append(_file(path))
            if of := FEEDS_OF.get(listing.kind):
                for form in feeds.FORMS:
                    path = address("feed_of", of, listing.key, form, language=language)
                    paths.append(path)
                    holds.append(_file(path))
        there = [Address(path) for path in paths] if listing.pk in seen else []
        yield Place(there, holds, is_counted=True)


def of_neighbours(slugs: list[tuple[str, str]]):
    """The pages of releases, by slug and language, and nothing else of theirs."""
    for slug, language in slugs:
        page = Address(address("release_detail", slug, language=language), PAGE)
        yield Place([page], is_counted=True)


def of_sitemaps(parts: list[int], at):
    """Yield the place of each part of the sitemap."""
    size = sitemaps.editions_per_part()
    pages = Page.objects.public(at).filter(language__in=all_languages()).order_by()
    for part in parts:
        path = reverse("sitemap_of_releases", args=[part])
        first = part * size
        is_there = pages.filter(edition_id__gte=first, edition_id__lt=first + size).exists()
        yield Place([Address(path)] if is_there else [], [_file(path)])


def lists(newsroom) -> Place:
    """What every change may touch: the home pages, the lists, the feeds of all, the sitemaps."""
    paths = [reverse(name) for name in ("sitemap", "sitemap_of_lists", "news_sitemap", "robots")]
    for language in all_languages():
        names = [*sitemaps.LISTS, "search"]
        if host.shown(newsroom, language)["about"]:
            names.append("about")
        paths += [address(name, language=language) for name in names]
        paths += [address("feed", form, language=language) for form in feeds.FORMS]
    missing = ["/404.html"]
    missing += [address("home", language=language) + "404.html" for language in all_languages()]
    return Place(
        [
            Address(reverse("root"), statuses=(302,)),
            *(Address(path) for path in paths),
            *(Address(path, statuses=(404,)) for path in missing),
        ]
    )


def years() -> list[int]:
    """The listings of years: their pages can be narrowed to whatever there is."""
    return list(Listing.objects.filter(kind=Listing.Kind.YEAR).values_list("pk", flat=True))


def surroundings(newsroom) -> Place:
    """The files that pages of every kind name: static files, the stylesheet of the colours, the logo."""
    root = Path(settings.STATIC_ROOT)
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    served = sorted(name for name in names if not f"/{name}".endswith(NOT_SERVED))
    files = [Address(f"{settings.STATIC_URL}{name}", FILE) for name in served]
    with translation.override(all_languages()[0]):
        shown = host.shown(newsroom, all_languages()[0])
    if shown["stylesheet"]:
        files.append(Address(shown["stylesheet"], FILE))
    if shown["logo"]:
        logo = newsroom.logo
        stored = file_path(logo.sha256, f"{widths(logo.width)[0]}.webp")
        files.append(Stored(shown["logo"]["src"].lstrip("/"), stored))
    return Place(files)


def _file(path):
    return path.lstrip("/")
