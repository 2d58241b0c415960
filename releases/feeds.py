"""Feeds of releases, whole, newest first: RSS 2.0, Atom 1.0 and JSON Feed 1.1, per language.

Conditional requests are answered from one query, before any text is rendered. A correction brings
a release to the top again under the id that it always had (docs/decisions/0011).
"""

import datetime as dt
import gzip
import hashlib
import io
import json
import uuid
from threading import Lock
from typing import NamedTuple

from cachetools import LRUCache
from django.db.models import CharField, F, OuterRef, Subquery
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .addresses import address
from .document import from_edition
from .heads import site
from .languages import HTML_LANG, current_language
from .models.edition import Edition, Page
from .outputs import full_text
from .outputs.picture import widest_jpeg
from .outputs.xml import sayable
from .prepared import AT, Parameter, prepared

ENTRIES = 20
KEPT = 24  # feeds that are written, some 300 KB each, in every process
NEVER = dt.datetime.fromtimestamp(0, dt.UTC)  # an empty feed has to say when it was updated


_written = LRUCache(KEPT)
_lock = Lock()


class Rss(Rss201rev2Feed):
    def rss_attributes(self):
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.addQuickElement("dc:creator", author["name"])
        handler.addQuickElement("atom:updated", item["updateddate"].isoformat())
        if picture := item["picture"]:
            # Not an enclosure: that must say its length in bytes, which only the storage knows.
            size = {name: str(picture[name]) for name in ("width", "height")}
            handler.addQuickElement(
                "media:content",
                "",
                {"url": picture["src"], "type": "image/jpeg", "medium": "image", **size},
            )
        handler.addQuickElement("content:encoded", item["content"])


class Atom(Atom1Feed):
    def latest_post_date(self):
        return self.feed["updated"]

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author["name"])
            if "url" in author:
                handler.addQuickElement("uri", author["url"])
            handler.endElement("author")
        if picture := item["picture"]:
            handler.addQuickElement(
                "link", "", {"rel": "enclosure", "href": picture["src"], "type": "image/jpeg"}
            )
        handler.addQuickElement("content", item["content"], {"type": "html"})


class Json(SyndicationFeed):
    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile, encoding):
        value = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "description": self.feed["description"],
            "language": self.feed["language"],
            "authors": [{"name": self.feed["author_name"]}],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(value, ensure_ascii=False).encode(encoding))

    def _item(self, item):
        said = {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "summary": item["summary"],
            "content_html": item["content"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "language": self.feed["language"],
            "authors": item["authors"],
            "tags": item["categories"],
        }
        if picture := item["picture"]:
            said["image"] = picture["src"]
            said["attachments"] = [{"url": picture["src"], "mime_type": "image/jpeg"}]
        return {name: value for name, value in said.items() if value}


FORMS = {"rss": Rss, "atom": Atom, "json": Json}

# What a feed can be of: the kind of listing, and its page.
LISTINGS = {
    "organisations": ("organisation", "organisation_detail"),
    "topics": ("topic", "topic_detail"),
}


class _Written(NamedTuple):
    """A feed as it was written, plain and compressed."""

    content_type: str
    plain: bytes
    compressed: bytes

    @classmethod
    def of(cls, feed):
        file = io.BytesIO()
        feed.write(file, "utf-8")
        return cls(feed.content_type, file.getvalue(), gzip.compress(file.getvalue(), mtime=0))

    def response(self, request):
        if "gzip" in request.headers.get("Accept-Encoding", ""):
            headers = {"Content-Encoding": "gzip"}
            response = HttpResponse(self.compressed, self.content_type, headers=headers)
        else:
            response = HttpResponse(self.plain, self.content_type)
        return response


@require_safe
def feed(request, form, listing=None, key=None):
    """The newest releases in this language: all, or those of an organisation or a topic."""
    language = current_language()
    at = timezone.now()
    kind = LISTINGS[listing][0] if listing else None
    pages = _entries(language, kind, at=at, key=key)
    if kind and not pages and not Page.objects.public(at).listed_under(kind, key).exists():
        raise Http404
    etag, last_modified = _validators(request, pages)
    response = get_conditional_response(
        request, etag=etag, last_modified=last_modified and int(last_modified.timestamp())
    )
    if response is None:
        with _lock:
            written = _written.get((etag, last_modified))
        if written is None:
            feed = _feed(request, FORMS[form], pages, listing, key, last_modified or NEVER)
            written = _Written.of(feed)
            with _lock:
                _written[etag, last_modified] = written
        response = written.response(request)
    patch_vary_headers(response, ["Accept-Encoding"])  # that nothing has changed, too
    response.headers["ETag"] = etag
    if last_modified:
        response.headers["Last-Modified"] = http_date(last_modified.timestamp())
    return response


@prepared
def _entries(language, kind):
    """The newest pages, without their documents, in the order in which they came out.

    A correction is newer than what it corrects: it has to reach those who read the first edition.
    """
    pages = Page.objects.public(AT)
    if kind:
        pages = pages.listed_under(kind, Parameter("key", CharField()))
    editions = Edition.objects.filter(release=OuterRef("edition__release"))
    closed = Page.objects.filter(
        language=language, visible_until__lte=AT, visible_until__gt=F("visible_from")
    )
    if kind:
        closed = closed.listed_under(kind, Parameter("key", CharField()))
    return (
        pages.filter(language=language)
        .annotate(
            first_digest=Subquery(editions.filter(number=1).values("digest")),
            last_closed=Subquery(closed.order_by("-visible_until").values("visible_until")[:1]),
        )
        .select_related("edition")
        .defer("edition__document")
        .order_by("-visible_from", "-edition_id")[:ENTRIES]
    )


def _validators(request, pages):
    """The ETag, and the moment at which this feed last changed: also by what has left it.

    Editions never change, so their order says all. Weak, since a new version of the newsroom
    may write the same feed in other bytes.
    """
    said = [request.build_absolute_uri(request.path), request.newsroom.called(current_language())]
    said += [(page.edition.digest, page.edition.number, page.slug) for page in pages]
    etag = f'W/"{hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]}"'
    # Published for a moment already past, a release is new only from when it was published.
    moments = [max(page.visible_from, page.edition.created_at) for page in pages]
    moments += [page.last_closed for page in pages[:1] if page.last_closed]
    return etag, max(moments, default=None)


def _feed(request, form, pages, listing, key, updated):
    language = current_language()
    editions = Edition.objects.filter(pk__in=[page.edition_id for page in pages])
    # A value for every edition, read in one go.
    documents = {
        pk: from_edition(document) for pk, document in editions.values_list("pk", "document")
    }
    newsroom = sayable(request.newsroom.called(language))
    title, link = newsroom, address("home")
    if listing:
        kind, page_name = LISTINGS[listing]
        link = address(page_name, key)
        if pages:
            parts = getattr(documents[pages[0].edition_id], f"{kind}s")
            named = (part.name.get(language) for part in parts if part.record == key)
            title = f"{next(filter(None, named))} – {newsroom}"
    feed = form(
        title=sayable(title),
        link=request.build_absolute_uri(link),
        description=_("Press releases, pictures and media contacts of %(NEWSROOM_NAME)s.")
        % {"NEWSROOM_NAME": newsroom},
        language=HTML_LANG[language],
        author_name=newsroom,
        feed_url=request.build_absolute_uri(request.path),
        feed_guid=request.build_absolute_uri(request.path),
        updated=updated,
    )
    for page in pages:
        feed.add_item(**_item(request, page, documents[page.edition_id]))
    return feed


def _item(request, page, document):
    language = page.language
    link = site(request) + address("release_detail", page.slug)
    is_correction = page.edition.kind == Edition.Kind.CORRECTION
    title = _("[Correction] %(headline)s") if is_correction else "%(headline)s"
    picture = page.lead_picture and widest_jpeg(page.lead_picture)
    if picture:
        picture["src"] = request.build_absolute_uri(picture["src"])
    summary = sayable(page.summary)
    return {
        "title": sayable(title % {"headline": page.headline}),
        "link": link,
        "description": escape(summary),  # read as HTML, by RSS and Atom alike
        "summary": summary,
        "content": sayable(
            full_text.render(
                document,
                language,
                base=link,
                change_note=page.edition.change_note.get(language, ""),
                is_correction=is_correction,
            )
        ),
        "unique_id": entry_id(page.first_digest, language),
        "unique_id_is_permalink": False,
        "pubdate": page.published_at,
        "updateddate": page.visible_from,
        "authors": [_author(request, host) for host in page.hosts],
        "categories": [
            sayable(topic.name[language]) for topic in document.topics if language in topic.name
        ],
        "picture": picture,
    }


def _author(request, host):
    author = {"name": sayable(host["name"])}
    if host["key"]:
        page = address("organisation_detail", host["key"])
        author["url"] = request.build_absolute_uri(page)
    return author


def entry_id(first_digest: str, language: str) -> str:
    """Return the id of a release in a language, the same for ever (docs/decisions/0011)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"ni:///sha-256;{first_digest}/{language}").urn
