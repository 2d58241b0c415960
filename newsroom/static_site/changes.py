"""What has to be made anew: what is public otherwise than when it was last looked at."""

import datetime as dt
import hashlib
import json
import math
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, ExpressionWrapper, F, IntegerField, Max, Min, OuterRef
from django.utils import timezone, translation

from newsroom.context_processors import time_zone
from releases import freshness, sitemaps
from releases.languages import all_languages
from releases.models.edition import Edition, Listing, Page, PageListing, PageMediaContact
from releases.views.media import CONTACTS_FOR_DAYS
from releases.views.releases import RELATED

SUBJECTS = (Listing.Kind.TOPIC, Listing.Kind.ORGANISATION)
ON_THEIR_WAY = (
    500  # ids: of rows with a lower one that are written later than one with a higher one
)
LATE = dt.timedelta(hours=1)  # what is taken back at a moment may be written that much later
MANY = 500  # releases: so many at once are not looked for one by one
CODE = ("locale", "media_contacts", "newsroom", "partners", "pictures", "releases", "templates")


@dataclass(frozen=True)
class Look:
    """What the database was at a moment, as far as it takes to tell what is new at the next one."""

    at: dt.datetime
    newest: int
    missing: tuple[int, ...]
    closed: tuple[int, ...]
    surroundings: str

    def to_json(self) -> str:
        return json.dumps({**asdict(self), "at": self.at.isoformat()})

    @classmethod
    def from_json(cls, text: str) -> "Look":
        value = json.loads(text)
        at = dt.datetime.fromisoformat(value["at"])
        lists = {name: tuple(value[name]) for name in ("missing", "closed")}
        return cls(**{**value, **lists, "at": at})


@dataclass
class Changed:
    """``releases`` whose pages are new, appeared or went; ``lists`` alone change with the day, too."""

    everything: bool = False
    lists: bool = False
    releases: list[int] = field(default_factory=list)

    def __bool__(self):
        return self.everything or self.lists or bool(self.releases)


def look(newsroom, origin: str) -> Look:
    """Look now. Whoever asks ``changed`` after it misses nothing."""
    at = timezone.now()
    newest = Page.objects.aggregate(newest=Max("pk"))["newest"] or 0
    ids = range(max(1, newest - ON_THEIR_WAY), newest)
    there = set(Page.objects.filter(pk__in=ids).order_by().values_list("pk", flat=True))
    missing = tuple(pk for pk in ids if pk not in there)
    closed = Page.objects.filter(visible_until__gt=at - LATE, visible_until__lte=at).order_by()
    return Look(
        at,
        newest,
        missing,
        tuple(closed.values_list("pk", flat=True)),
        _surroundings(newsroom, origin),
    )


def changed(before: Look | None, now: Look) -> Changed:
    """What is public otherwise: pages that are new (whoever writes one again, gives it a new row), whose
    moment has come, or that were closed."""
    if before is None or before.surroundings != now.surroundings or now.at < before.at:
        return Changed(everything=True)
    releases = set()
    for condition in (
        {"visible_from__gt": before.at, "visible_from__lte": now.at},
        # Those of a moment to come are found by it, then.
        {"pk__gt": before.newest, "visible_from__lte": now.at},
        {"pk__in": before.missing, "visible_from__lte": now.at},
    ):
        pages = Page.objects.filter(**condition).order_by()
        releases.update(pages.values_list("edition__release", flat=True).distinct())
    closed = Page.objects.filter(
        visible_until__gt=before.at - LATE, visible_until__lte=now.at
    ).order_by()
    closed = closed.exclude(pk__in=before.closed)
    releases.update(closed.values_list("edition__release", flat=True).distinct())
    if len(releases) > MANY:
        return Changed(everything=True)
    day = timezone.localdate(before.at) != timezone.localdate(now.at)
    return Changed(
        lists=bool(releases) or day or _news_ended(before.at, now.at), releases=sorted(releases)
    )


def _news_ended(before, now):
    moments = (before - sitemaps.NEWS_FOR, now - sitemaps.NEWS_FOR)
    ended = Page.objects.filter(published_at__gte=moments[0], published_at__lt=moments[1])
    return ended.exists()


def neighbours(releases: list[int], named: dict, at):
    """Yield a queryset of the public pages, by subject and language, that name one of these
    releases, or named it, among those alike. ``named`` has the newest date under each listing."""
    public = Page.objects.public(at).order_by()
    subjects = {(kind, key): date for (kind, key), date in named.items() if kind in SUBJECTS}
    listings = Listing.objects.filter(key__in=[key for _kind, key in subjects]).order_by("pk")
    for listing in listings:
        if (listing.kind, listing.key) not in subjects:
            continue
        for language in all_languages():
            newer = PageListing.objects.filter(
                Exists(public.filter(pk=OuterRef("page"))),
                listing=listing,
                language=language,
                date__gt=subjects[listing.kind, listing.key],
            ).exclude(page__edition__release__in=releases)
            # A page names RELATED others, the newest without itself: so none of these, and none before.
            if len(newer.order_by("-date", "-page").values_list("pk")[: RELATED + 1]) <= RELATED:
                yield public.filter(subject=listing, language=language).exclude(
                    edition__release__in=releases
                )


def sitemaps_of(releases: list[int]) -> list[int]:
    """The parts of the sitemap in which these releases stand."""
    return _parts(Edition.objects.filter(release__in=releases))


def sitemaps_of_listings(listings: list[tuple[str, str]]) -> list[int]:
    """The parts of the sitemap in which these listings stand, by kind and key."""
    rows = Listing.objects.filter(key__in=[key for _kind, key in listings])
    return _parts(rows)


def all_sitemaps() -> tuple[list[int], list[int]]:
    """All parts with releases, and all with listings."""
    return _parts(Edition.objects.all()), _parts(Listing.objects.all())


def _parts(rows):
    part = ExpressionWrapper(F("pk") / sitemaps.per_part(), output_field=IntegerField())
    return sorted(rows.order_by().values_list(part, flat=True).distinct())


def next_change(at) -> dt.datetime | None:
    """The next whole second at which a byte of the site may change by itself."""
    public = Page.objects.public(at).order_by()
    moments = [freshness.next_change(at)]
    news = public.filter(published_at__gte=at - sitemaps.NEWS_FOR)
    if published := news.aggregate(first=Min("published_at"))["first"]:
        # It is news for as long, and no longer after that.
        moments.append((published + sitemaps.NEWS_FOR).timestamp() + 1e-6)
    days = dt.timedelta(days=CONTACTS_FOR_DAYS)
    named = public.filter(
        Exists(PageMediaContact.objects.filter(page=OuterRef("pk"))),
        date__gte=timezone.localdate(at) - days,
    )
    if date := named.aggregate(first=Min("date"))["first"]:
        midnight = dt.datetime.combine(date + days + dt.timedelta(days=1), dt.time())
        moments.append(timezone.make_aware(midnight).timestamp())
    first = min(moments)
    return None if math.isinf(first) else dt.datetime.fromtimestamp(math.ceil(first), dt.UTC)


def _surroundings(newsroom, origin):
    """A digest of what every page depends on beside its release."""
    with translation.override("en"):
        zone = time_zone()
    said = [
        origin,
        zone,
        settings.TIME_ZONE,
        settings.PHONE_REGION,
        all_languages(),
        {f.attname: getattr(newsroom, f.attname) for f in newsroom._meta.concrete_fields},
        _static_files(),
        _code(),
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _static_files():
    """Names hold the digests of the contents, where they were collected for production."""
    root = Path(settings.STATIC_ROOT)
    return sorted(
        (path.relative_to(root).as_posix(), path.stat().st_size)
        for path in root.rglob("*")
        if path.is_file()
    )


@cache
def _code():
    """Of our own code, templates and words, and of the versions of the packages that are used."""
    digest = hashlib.sha256()
    for name in sorted(f"{each.name} {each.version}" for each in distributions()):
        digest.update(name.encode())
    for folder in CODE:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
