"""What a page says to machines: schema.org in JSON-LD.

Everything is a dict of JSON values with absolute addresses. ``absolute`` is what makes one of a path.
"""

import datetime as dt
import json
from collections.abc import Callable

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from releases.addresses import address
from releases.document import Document, schema, to_json
from releases.languages import HTML_LANG

from .picture import widest_jpeg

Absolute = Callable[[str], str]

# As ``json_script`` does: nothing in a script element may look like its end.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(*things: dict) -> SafeString:
    """Return the script element that holds the things; a browser does not run it."""
    graph = {"@context": "https://schema.org", "@graph": things}
    said = json.dumps(graph, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{said}</script>')


def news_article(
    document: Document,
    language: str,
    *,
    newsroom: str,
    published_at: dt.datetime,
    modified_at: dt.datetime,
    share_picture: str,
    change_note: str,
    absolute: Absolute,
) -> dict:
    """Return a release in one language as a NewsArticle.

    ``share_picture`` is the absolute address of its card, for a release without pictures. The headline stands whole:
    Google's documentation of Article asks for a concise one, and no longer for 110 characters.
    """
    address = _release(document, language, absolute)
    original, *others = document.languages
    translations = [_work(document, other, absolute) for other in others]
    return _without_nothing(
        {
            "@type": "NewsArticle",
            "@id": address,
            "url": address,
            "mainEntityOfPage": address,
            "headline": document.headline[language],
            "alternativeHeadline": document.sub_headline.get(language),
            "inLanguage": HTML_LANG[language],
            "datePublished": published_at.isoformat(),
            "dateModified": modified_at.isoformat(),
            "dateline": document.dateline.city.get(language),
            "image": _images(document, language, absolute) or [share_picture],
            "author": [
                _organisation(part, language, absolute)
                for part in document.organisations
                if language in part.name
            ],
            "publisher": publisher(newsroom, language, absolute=absolute),
            # The first language of a release counts as the work, the others as its translations.
            "workTranslation": translations if language == original else None,
            "translationOfWork": language != original and _work(document, original, absolute),
            "about": [
                {"@type": "Thing", "name": topic.name[language]}
                for topic in document.topics
                if language in topic.name
            ],
            "mentions": _people(document, language),
            "isAccessibleForFree": True,
            "correction": change_note
            and {
                "@type": "CorrectionComment",
                "text": change_note,
                "datePublished": modified_at.isoformat(),
            },
        }
    )


def publisher(newsroom: str, language: str, *, absolute: Absolute) -> dict:
    """Return the newsroom as the Organization that publishes."""
    return {
        "@type": "Organization",
        "@id": f"{_at('home', language, absolute)}#publisher",
        "name": newsroom,
        "url": _at("home", language, absolute),
        "logo": absolute(static("newsroom/favicon.svg")),
    }


def website(newsroom: str, language: str, *, absolute: Absolute) -> dict:
    """Return the newsroom as a WebSite, with its search."""
    site = {
        "@type": "WebSite",
        "@id": f"{_at('home', language, absolute)}#website",
        "name": newsroom,
        "url": _at("home", language, absolute),
        "inLanguage": HTML_LANG[language],
        "publisher": publisher(newsroom, language, absolute=absolute),
    }
    search = _at("search", language, absolute)
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }
    return {**site, "potentialAction": action}


def breadcrumbs(document: Document, language: str, *, newsroom: str, absolute: Absolute) -> dict:
    """Return the way from the home page to a release."""
    way = [
        (newsroom, _at("home", language, absolute)),
        (_("All releases"), _at("release_list", language, absolute)),
        (document.headline[language], _release(document, language, absolute)),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": {"@type": "WebPage", "@id": address},
            }
            for position, (name, address) in enumerate(way, start=1)
        ],
    }


def _at(name, language, absolute, *args):
    return absolute(address(name, *args, language=language))


def _release(document, language, absolute):
    return _at("release_detail", language, absolute, document.slug)


def _work(document, language, absolute):
    address = _release(document, language, absolute)
    return {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": document.headline[language],
        "inLanguage": HTML_LANG[language],
    }


def _images(document, language, absolute):
    return [
        _without_nothing(
            {
                "@type": "ImageObject",
                "contentUrl": absolute(widest_jpeg(to_json(figure.picture))["src"]),
                "caption": figure.caption.get(language),
                "creditText": figure.credit.get(language),
            }
        )
        for figure in document.figures()
        if figure.picture
    ]


def _organisation(part, language, absolute):
    logo = part.logo and absolute(widest_jpeg(to_json(part.logo))["src"])
    page = part.record and _at("organisation_detail", language, absolute, part.record)
    return _without_nothing(
        {
            "@type": "Organization",
            "name": part.name[language],
            "alternateName": part.short_name.get(language),
            "url": page or part.website,
            "sameAs": page and part.website,
            "logo": logo,
        }
    )


def _people(document, language):
    """Whoever signs, witnesses or is quoted, each once, as of the day."""
    named = [part.person for part in (*document.signatories, *document.witnesses)]
    named += [quote.speaker for quote in document.quotes()]
    people = {}
    for person in named:
        if language in person.name:
            people.setdefault(person.record or person.name[language], _person(person, language))
    return list(people.values())


def _person(person: schema.Person, language: str) -> dict:
    organisation = person.organisation.get(language)
    return _without_nothing(
        {
            "@type": "Person",
            "name": person.name[language],
            "honorificPrefix": person.honorific.get(language),
            "jobTitle": person.job_title.get(language),
            "affiliation": organisation and {"@type": "Organization", "name": organisation},
        }
    )


def _without_nothing(said):
    return {name: value for name, value in said.items() if value}
