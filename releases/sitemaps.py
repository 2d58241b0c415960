"""What search engines are told: sitemap.xml with the pages of every language, the news, robots.txt.

Django's own sitemaps hold every row of every language in memory for each part; here a part is a range
of editions, read by its index, so a part stays the same size and nothing moves from one to another.
"""

import datetime as dt
from itertools import groupby

from django.db.models import Exists, ExpressionWrapper, F, IntegerField, Max, OuterRef
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from .addresses import address
from .heads import site
from .languages import all_languages, hreflang
from .models.edition import Listing, Page, PageListing
from .outputs.xml import sayable

# Of releases in one file: the protocol ends at 50,000 addresses and 50 MB.
ADDRESSES = 10_000
NEWS_ADDRESSES = 1_000
NEWS_FOR = dt.timedelta(days=2)

# ISO 639, and what Google News asks for instead of it for Chinese.
NEWS_LANGUAGE = {"zh-hant": "zh-tw", "zh-hans": "zh-cn"}

LISTS = [
    "home",
    "release_list",
    "organisation_list",
    "person_list",
    "topic_list",
    "picture_list",
    "media_contact_list",
]
PAGES_OF = {
    Listing.Kind.YEAR: "release_list_of_year",
    Listing.Kind.ORGANISATION: "organisation_detail",
    Listing.Kind.TOPIC: "topic_detail",
    Listing.Kind.PERSON: "person_detail",
}

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@require_safe
def sitemap(request):
    """All public addresses, or the index of the files that hold them."""
    pages = _public_pages()
    if pages.count() <= ADDRESSES:
        return _urlset(request, [*_lists(pages), *_listings(pages), *_releases(pages)])
    parts = (
        pages.annotate(part=_part("edition_id"))
        .values_list("part")
        .annotate(newest=Max("visible_from"))
        .order_by("part")
    )
    files = [(address("sitemap_of_lists"), None)]
    files += [(address("sitemap_of_listings", part), None) for part in _parts_of_listings(pages)]
    files += [(address("sitemap_of_releases", part), newest) for part, newest in parts]
    xml, response = _document()
    host = site(request)
    xml.startElement("sitemapindex", {"xmlns": SITEMAP})
    for path, newest in files:
        xml.startElement("sitemap", {})
        _location(xml, host + path, newest)
        xml.endElement("sitemap")
    xml.endElement("sitemapindex")
    return response


@require_safe
def sitemap_of_lists(request):
    """The home page and the lists."""
    return _urlset(request, _lists(_public_pages()))


@require_safe
def sitemap_of_listings(request, part):
    """A range of the years, organisations, topics and people."""
    first, end = _range(part)
    return _some(request, _listings(_public_pages(), listing__gte=first, listing__lt=end))


@require_safe
def sitemap_of_releases(request, part):
    """The releases of a range of editions."""
    first, end = _range(part)
    pages = _public_pages().filter(edition_id__gte=first, edition_id__lt=end)
    return _some(request, _releases(pages))


def _some(request, rows):
    rows = list(rows)
    if not rows:
        raise Http404
    return _urlset(request, rows)


@require_safe
def news_sitemap(request):
    """What came out in the last two days, newest first, as Google News asks for it."""
    since = timezone.now() - NEWS_FOR
    # A correction does not make an old release news.
    pages = _public_pages().filter(published_at__gte=since).order_by("-published_at", "-edition_id")
    xml, response = _document()
    host = site(request)
    xml.startElement("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for page in pages.only("language", "slug", "headline", "published_at")[:NEWS_ADDRESSES]:
        xml.startElement("url", {})
        _location(xml, host + address("release_detail", page.slug, language=page.language))
        xml.startElement("news:news", {})
        xml.startElement("news:publication", {})
        xml.addQuickElement("news:name", sayable(request.newsroom.called(page.language)))
        xml.addQuickElement("news:language", NEWS_LANGUAGE.get(page.language, page.language))
        xml.endElement("news:publication")
        xml.addQuickElement("news:publication_date", page.published_at.isoformat())
        xml.addQuickElement("news:title", sayable(page.headline))
        xml.endElement("news:news")
        xml.endElement("url")
    xml.endElement("urlset")
    return response


@require_safe
def robots(request):
    """Where robots need not go, and where the sitemaps are."""
    lines = ["User-agent: *", f"Disallow: {reverse('admin:index')}"]
    lines += [f"Disallow: {address('search', language=language)}" for language in all_languages()]
    named = [site(request) + address(name) for name in ("sitemap", "news_sitemap")]
    lines += ["", *(f"Sitemap: {address}" for address in named)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _public_pages():
    # A language that was switched off has no addresses.
    pages = Page.objects.public(timezone.now()).filter(language__in=all_languages())
    return pages.order_by()


def per_part():
    return ADDRESSES // len(all_languages())


def _part(field):
    return ExpressionWrapper(F(field) / per_part(), output_field=IntegerField())


def _range(part):
    """The first id of a part and the one after its last. Raises Http404."""
    first = part * per_part()
    if first > 2**62:
        raise Http404
    return first, first + per_part()


def _parts_of_listings(pages):
    """The parts in which something public is listed."""
    listed = PageListing.objects.filter(listing=OuterRef("pk"), page__in=pages.values("pk"))
    listings = Listing.objects.filter(Exists(listed)).annotate(part=_part("pk"))
    return listings.order_by("part").values_list("part", flat=True).distinct()


def _lists(pages):
    """Rows for ``_urlset``: the home page and the lists."""
    newest = pages.aggregate(newest=Max("visible_from"))["newest"]
    for name in LISTS:
        yield _in_languages(all_languages(), name), newest


def _listings(pages, **some):
    """Rows for ``_urlset``: the page of each listing, in the languages in which it lists anything."""
    listings = (
        PageListing.objects.filter(page__in=pages.values("pk"), **some)
        .values_list("listing__kind", "listing__key", "language")
        .annotate(Max("page__visible_from"))
        .order_by("listing__kind", "listing__key")
    )
    for (kind, key), members in groupby(listings, key=lambda row: row[:2]):
        changed = {language: moment for *_listing, language, moment in members}
        languages = [code for code in all_languages() if code in changed]
        yield _in_languages(languages, PAGES_OF[kind], key), max(changed.values())


def _releases(pages):
    """Rows for ``_urlset``: each release in the languages in which it is public."""
    rows = pages.order_by("edition_id", "pk").values_list(
        "edition_id", "language", "slug", "visible_from"
    )
    for _edition, members in groupby(rows.iterator(chunk_size=2000), key=lambda row: row[0]):
        members = list(members)
        yield (
            {
                language: address("release_detail", slug, language=language)
                for _edition, language, slug, _visible_from in members
            },
            members[0][3],
        )


def _in_languages(languages, name, *args):
    return {language: address(name, *args, language=language) for language in languages}


def _urlset(request, rows):
    """Write rows: the paths of one thing by language, its default first, and when it changed."""
    xml, response = _document()
    xml.startElement("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    host = site(request)
    for paths, changed in rows:
        variants = {hreflang(language): host + path for language, path in paths.items()}
        default = next(iter(variants.values()))
        for variant in variants.values():
            xml.startElement("url", {})
            _location(xml, variant, changed)
            for tag, other in [*variants.items(), ("x-default", default)]:
                attributes = {"rel": "alternate", "hreflang": tag, "href": other}
                xml.addQuickElement("xhtml:link", None, attributes)
            xml.endElement("url")
    xml.endElement("urlset")
    return response


def _document():
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    xml = SimplerXMLGenerator(response, "utf-8", short_empty_elements=True)
    xml.startDocument()
    return xml, response


def _location(xml, place, changed=None):
    xml.addQuickElement("loc", place)
    if changed:
        xml.addQuickElement("lastmod", changed.isoformat(timespec="seconds"))
