"""What search engines are told: sitemap.xml with the pages of every language, the news, robots.txt.

Django's own sitemaps hold every row of every language in memory for each part; here a part is a range
of editions, read by its index, so a part stays the same size and nothing moves from one to another.
"""

import datetime as dt
from itertools import groupby

from django.db.models import ExpressionWrapper, F, IntegerField, Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

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
        return _urlset(request, [*_lists(pages), *_releases(pages)])
    number = ExpressionWrapper(F("edition_id") / editions_per_part(), output_field=IntegerField())
    parts = (
        pages.annotate(part=number)
        .values_list("part")
        .annotate(newest=Max("visible_from"))
        .order_by("part")
    )
    files = [(reverse("sitemap_of_lists"), None)]
    files += [(reverse("sitemap_of_releases", args=[part]), newest) for part, newest in parts]
    xml, response = _document()
    site = _site(request)
    xml.startElement("sitemapindex", {"xmlns": SITEMAP})
    for path, newest in files:
        xml.startElement("sitemap", {})
        _location(xml, site + path, newest)
        xml.endElement("sitemap")
    xml.endElement("sitemapindex")
    return response


@require_safe
def sitemap_of_lists(request):
    """Everything that is no release: the home page, the lists, years, organisations."""
    return _urlset(request, _lists(_public_pages()))


@require_safe
def sitemap_of_releases(request, part):
    """The releases of a range of editions."""
    size = editions_per_part()
    first = part * size
    if first > 2**62:
        raise Http404
    pages = _public_pages().filter(edition_id__gte=first, edition_id__lt=first + size)
    rows = list(_releases(pages))
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
    site = _site(request)
    xml.startElement("urlset", {"xmlns": SITEMAP, "xmlns:news": NEWS})
    for page in pages.only("language", "slug", "headline", "published_at")[:NEWS_ADDRESSES]:
        xml.startElement("url", {})
        _location(xml, site + _in_language(page.language, "release_detail", page.slug))
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
    lines += [f"Disallow: {_in_language(language, 'search')}" for language in all_languages()]
    named = [_site(request) + reverse(name) for name in ("sitemap", "news_sitemap")]
    lines += ["", *(f"Sitemap: {address}" for address in named)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _public_pages():
    # A language that was switched off has no addresses.
    pages = Page.objects.public(timezone.now()).filter(language__in=all_languages())
    return pages.order_by()


def editions_per_part():
    return ADDRESSES // len(all_languages())


def _lists(pages):
    """Rows for ``_urlset``: everything that is no release, in the languages in which it lists any."""
    listings = list(
        PageListing.objects.filter(page__in=pages.values("pk"))
        .values_list("listing__kind", "listing__key", "language")
        .annotate(Max("page__visible_from"))
        .order_by("listing__kind", "listing__key")
    )
    newest = max((changed for *_listing, changed in listings), default=None)
    for name in LISTS:
        yield _in_languages(all_languages(), name), newest
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
                language: _in_language(language, "release_detail", slug)
                for _edition, language, slug, _visible_from in members
            },
            members[0][3],
        )


def _in_languages(languages, name, *args):
    return {language: _in_language(language, name, *args) for language in languages}


def _in_language(language, name, *args):
    with translation.override(language):
        return reverse(name, args=args)


def _urlset(request, rows):
    """Write rows: the paths of one thing by language, its default first, and when it changed."""
    xml, response = _document()
    site = _site(request)
    xml.startElement("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for paths, changed in rows:
        addresses = {hreflang(language): site + path for language, path in paths.items()}
        default = next(iter(addresses.values()))
        for address in addresses.values():
            xml.startElement("url", {})
            _location(xml, address, changed)
            for tag, other in [*addresses.items(), ("x-default", default)]:
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


def _location(xml, address, changed=None):
    xml.addQuickElement("loc", address)
    if changed:
        xml.addQuickElement("lastmod", changed.isoformat(timespec="seconds"))


def _site(request):
    return f"{request.scheme}://{request.get_host()}"
