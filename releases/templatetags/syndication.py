"""What the head of a page tells search engines, messengers and readers of feeds."""

from django import template

from releases import sharing
from releases.languages import current_language
from releases.outputs import structured_data

register = template.Library()


@register.simple_tag(takes_context=True)
def site(context):
    """The scheme and host of this newsroom, as the visitor wrote them."""
    request = context["request"]
    return f"{request.scheme}://{request.get_host()}"


@register.simple_tag(takes_context=True)
def share_picture(context, page):
    """The absolute address of the card of a page."""
    return context["request"].build_absolute_uri(sharing.address(page, context["NEWSROOM_NAME"]))


@register.simple_tag(takes_context=True)
def structured_data_of_release(context, page, document):
    """A release as JSON-LD: ``page`` is the public page of the document."""
    language = page.language
    common = {
        "newsroom": context["NEWSROOM_NAME"],
        "absolute": context["request"].build_absolute_uri,
    }
    article = structured_data.news_article(
        document,
        language,
        published_at=page.published_at,
        modified_at=page.visible_from,
        share_picture=share_picture(context, page),
        change_note=page.change_note if page.is_correction else "",
        **common,
    )
    return structured_data.script(
        article, structured_data.breadcrumbs(document, language, **common)
    )


@register.simple_tag(takes_context=True)
def structured_data_of_newsroom(context):
    """The newsroom as JSON-LD, for its home page."""
    language = current_language()
    return structured_data.script(
        structured_data.website(
            context["NEWSROOM_NAME"],
            language,
            absolute=context["request"].build_absolute_uri,
        )
    )
