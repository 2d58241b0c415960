"""The front door, what the host organisation shows of itself, and the pages for what went wrong."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pictures.renditions import widths
from releases.languages import current_language
from releases.views.answers import public_view
from releases.views.media import picture_file

from . import colours, host
from .models import Newsroom


def root(request):
    """To the home page in the visitor's language."""
    with translation.override(translation.get_language_from_request(request)):
        response = redirect("home")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@public_view
@require_safe
def about(request):
    """What the host organisation says about its newsroom; without words there is no page."""
    if not host.shown(request.newsroom, current_language())["about"]:
        raise Http404
    return render(request, "about.html")


@cache_control(public=True, max_age=31_536_000, immutable=True)
@require_safe
def colours_stylesheet(request, accent, warm, version):
    """The stylesheet of two colours. Its address says all of it, so that every process has it."""
    css = colours.stylesheet(f"#{accent}", f"#{warm}")
    if not css or version != colours.version(css):
        raise Http404
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@require_safe
def logo(request, sha256):
    """The newsroom's logo, and no other picture."""
    width = Newsroom.objects.filter(logo__sha256=sha256).values_list("logo__width", flat=True)
    if not width:
        raise Http404
    return picture_file(sha256, f"{widths(width[0])[0]}.webp")


def not_found(request, exception=None):
    """The same bytes for every address, so that what is not public yet cannot be told apart."""
    return render(request, "404.html", {"at_home": True}, status=404)


def server_error(request):
    """Needs no database."""
    request.newsroom = host.last_known()
    return render(request, "500.html", {"at_home": True}, status=500)
