"""Every public address without a query, found in the database: what a site of files is made of.

An address is of a place: a release with all its addresses, a listing with its page and feeds, a
picture, the lists. ``holds`` are the beginnings of the names of all files that a place can have, so
that those it has no longer are found.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.urls import reverse
from django.utils import translation

from newsroom import host
from pictures.models import Picture
from pictures.renditions import CONTENT_TYPES, FULL, FULL_TRANSPARENT, file_path, widths
from releases import feeds, sharing, sitemaps
from releases.addresses import address
from releases.languages import all_languages
from releases.models.edition import Listing, Page, PageListing, PagePicture

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


@dataclass
class Named:
    """What a release has places of its own for, or a share in: its addresses, its pictures, and what it
    is listed under with its newest date there."""

    slugs: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    listings: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, other: "Named"):
        self.slugs |= other.slugs
        self.pictures |= other.pictures
        for listing, date in other.listings.items():
            self.listings[listing] = max(date, self.listings.get(listing, ""))


def named_by(releases: list[int]) -> dict[int, Named]:
    """What all pages of each release name, public or not."""
    named = {release: Named() for release in releases}
    pages = Page.objects.filter(edition__release__in=releases).order_by()
    for release, slug in pages.values_list("edition__release", "slug").distinct():
        named[release].slugs.add(slug)
    shown = PagePicture.objects.filter(page__edition__release__in=releases)
    for release, sha256 in shown.values_list("page__edition__release", "sha256").distinct():
        named[release].pictures.add(sha256)
    listed = PageListing.objects.filter(page__edition__release__in=releases)
    rows = listed.values_list("page__edition__release", "listing__kind", "listing__key")
    for release, kind, key, date in rows.annotate(Max("date")):
        named[release].listings[kind, key] = date.isoformat()
    return named


def of_releases(named: dict[int, Named], at, newsroom):
    """Yield the place of each release; those of its former addresses are found by ``named``."""
    pages = Page.objects.select_related("edition").defer("edition__document").order_by()
    pages = pages.filter(edition__release__in=named, language__in=all_languages())
    names = {language: newsroom.called(language) for language in all_languages()}
    public, past = defaultdict(list), defaultdict(list)
    for page in pages.public(at):
        public[page.edition.release_id].append(page)
    for page in pages.past(at):
        past[page.edition.release_id].append(page)
    for release, known in named.items():
        yield Place(
            list(_of_release(public[release], past[release], names)) if public[release] else [],
            [
                _file(address("release_detail", slug, language=language))
                for slug in sorted(known.slugs)
                for language in all_languages()
            ],
            is_counted=True,
        )


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


def of_pictures(names: set[str], at):
    """Yield the place of each picture, with its files if any readable page shows it."""
    readable = Page.objects.readable(at).filter(pk=OuterRef("page")).order_by()
    shown = PagePicture.objects.filter(Exists(readable), sha256__in=names)
    seen = set(shown.values_list("sha256", flat=True))
    sizes = dict(Picture.objects.filter(sha256__in=seen).values_list("sha256", "width"))
    for sha256 in sorted(names):
        files = list(_files(sha256, sizes[sha256])) if sha256 in sizes else []
        holds = [_file(reverse("picture", args=[sha256, FULL]).removesuffix(FULL))]
        yield Place(files, holds, by_content=True)


def _files(sha256, width):
    scaled = [f"{w}.{kind}" for w in widths(width) for kind in ("webp", "jpg")]
    for name in (*scaled, FULL, FULL_TRANSPARENT):
        yield Stored(
            reverse("picture", args=[sha256, name]).lstrip("/"),
            file_path(sha256, name),
            may_lack=name == FULL_TRANSPARENT,
        )


def of_listings(listings: list[tuple[str, str]], at):
    """Yield the place of each year, organisation, topic and person, by kind and key: its page and its
    feeds."""
    public = Page.objects.public(at).filter(pk=OuterRef("page")).order_by()
    rows = PageListing.objects.filter(
        Exists(public),
        listing__key__in=[key for _kind, key in listings],
        language__in=all_languages(),
    )
    seen = set(rows.values_list("listing__kind", "listing__key").distinct())
    for kind, key in listings:
        paths = []
        for language in all_languages():
            paths.append(address(sitemaps.PAGES_OF[kind], key, language=language))
            if of := FEEDS_OF.get(kind):
                for form in feeds.FORMS:
                    paths.append(address("feed_of", of, key, form, language=language))
        there = [Address(path) for path in paths] if (kind, key) in seen else []
        yield Place(there, [_file(path) for path in paths], is_counted=True)


def of_neighbours(slugs: list[tuple[str, str]]):
    """The pages of releases, by slug and language, and nothing else of theirs."""
    for slug, language in slugs:
        page = Address(address("release_detail", slug, language=language), PAGE)
        yield Place([page], is_counted=True)


def of_sitemaps(of_releases: list[int], of_listings: list[int], at):
    """Yield the place of each of these parts of the sitemap."""
    size = sitemaps.per_part()
    pages = Page.objects.public(at).filter(language__in=all_languages()).order_by()
    for name, parts, row in (
        ("sitemap_of_releases", of_releases, "edition"),
        ("sitemap_of_listings", of_listings, "listings__listing"),
    ):
        for part in parts:
            path = reverse(name, args=[part])
            some = {f"{row}__gte": part * size, f"{row}__lt": (part + 1) * size}
            is_there = pages.filter(**some).exists()
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


def years() -> list[tuple[str, str]]:
    """The listings of years: their pages can be narrowed to whatever there is."""
    rows = Listing.objects.filter(kind=Listing.Kind.YEAR).order_by("key")
    return list(rows.values_list("kind", "key"))


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
