"""The picture of a release for where its address is shared: drawn when first asked for, then kept."""

import contextlib
import io
import os
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.http import FileResponse, Http404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from pictures.renditions import file_path

from . import addresses
from .languages import HTML_LANG, current_language
from .models.edition import Page
from .outputs import share_picture, web_page
from .outputs.picture import widest_jpeg

FOLDER = "share"


@require_safe
def picture(request, slug, key):
    """The card of a public release in this language. Any other key than today's is not found."""
    pages = Page.objects.public(timezone.now())
    page = pages.filter(slug=slug, language=current_language()).first()
    shown = page and card(page, request.newsroom.called(page.language))
    if page is None or share_picture.key(shown) != key:
        raise Http404
    etag = f'"{key}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = FileResponse(_file(page, shown, key), content_type=share_picture.CONTENT_TYPE)
    response.headers["ETag"] = etag
    return response


def address(page: Page, newsroom: str) -> str:
    """Return where the card of a page stands: another address when the card says something else."""
    key = share_picture.key(card(page, newsroom))
    return addresses.address("share_picture", page.slug, key, language=page.language)


def card(page: Page, newsroom: str) -> dict:
    """Return what the card of a page says: see ``share_picture.render``."""
    lead = page.lead_picture or {"sha256": None, "focal_point": None}
    return {
        "language": HTML_LANG[page.language],
        "newsroom": newsroom,
        "headline": page.headline,
        "date": web_page.display_date(page.date, page.language),
        "hosts": [host["name"] for host in page.hosts],
        "picture": lead["sha256"],
        "focal_point": lead["focal_point"],
    }


def forget_pictures() -> None:
    """Delete every card that is kept: each is drawn again when it is asked for."""
    with contextlib.suppress(FileNotFoundError):
        for folder in default_storage.listdir(FOLDER)[0]:
            for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
                default_storage.delete(f"{FOLDER}/{folder}/{name}")


def _file(page, shown, key):
    path = f"{FOLDER}/{key[:2]}/{key}.jpg"
    try:
        return default_storage.open(path)
    except FileNotFoundError:
        drawn = share_picture.render(shown, _lead_picture(page))
        _keep(path, drawn)
        return io.BytesIO(drawn)


def _lead_picture(page):
    if page.lead_picture is None:
        return None
    path = file_path(page.lead_picture["sha256"], widest_jpeg(page.lead_picture)["file_name"])
    try:
        with default_storage.open(path) as file:
            return file.read()
    except FileNotFoundError:
        raise Http404 from None


def _keep(path, content):
    """Store whole or not at all: a second visitor may ask while the first one's card is written."""
    if not isinstance(default_storage, FileSystemStorage):
        default_storage.save(path, ContentFile(content))  # a bucket shows no half of an object
        return
    written = default_storage.save(f"{path}.{uuid.uuid4().hex}", ContentFile(content))
    os.replace(default_storage.path(written), default_storage.path(path))
