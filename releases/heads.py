"""What the head of a page tells search engines, messengers and readers of feeds."""

from releases.languages import current_language
from releases.outputs import structured_data

from . import sharing


def share_picture(request, page):
    """The absolute address of the card of a page."""
    return _absolute(request)(sharing.address(page, _newsroom(request, page.language)))


def of_release(request, page, document):
    """A release as JSON-LD: ``page`` is the public page of the document."""
    language = page.language
    common = {"newsroom": _newsroom(request, language), "absolute": _absolute(request)}
    article = structured_data.news_article(
        document,
        language,
        published_at=page.published_at,
        modified_at=page.visible_from,
        share_picture=share_picture(request, page),
        change_note=page.change_note if page.is_correction else "",
        **common,
    )
    return structured_data.script(
        article, structured_data.breadcrumbs(document, language, **common)
    )


def of_newsroom(request):
    """The newsroom as JSON-LD, for its home page."""
    language = current_language()
    return structured_data.script(
        structured_data.website(_newsroom(request, language), language, absolute=_absolute(request))
    )


def _newsroom(request, language):
    return request.newsroom.called(language)


def site(request):
    """The scheme and host of this newsroom, as the visitor wrote them."""
    return f"{request.scheme}://{request.get_host()}"


def _absolute(request):
    return site(request).__add__  # of paths alone: build_absolute_uri would look at each
