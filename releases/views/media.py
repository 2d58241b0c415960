"""For the press: whom to call, and pictures."""

import datetime as dt

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db.models import CharField, Count, Exists, F, OuterRef, Subquery, Window
from django.db.models.functions import RowNumber
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from pictures.renditions import CONTENT_TYPES, file_path
from releases import search
from releases.document import schema
from releases.freshness import kept, known
from releases.languages import current_language
from releases.models.edition import Page, PageMediaContact, PagePicture
from releases.outputs import web_page
from releases.prepared import AT, Parameter, prepared, slot

from .answers import card, first_row, numbers, on_public_page, public_pages, public_view

CONTACTS_FOR_DAYS = 730  # a contact named in no release for two years is no longer offered
PICTURES_PER_PAGE = 24
MOST = 4_800  # older ones are found by their words, and with their releases
LONGEST_WANTED = 100  # characters, as in the form


@public_view
@require_safe
def media_contact_list(request):
    """The contacts of the public releases of the last two years, each as last printed."""
    language = current_language()
    since = timezone.localdate() - dt.timedelta(days=CONTACTS_FOR_DAYS)
    rows = _contacts(language, since)
    contacts = [web_page.media_contact(row.contact, language) for row in rows]
    groups = {}
    for contact in contacts:
        groups.setdefault(contact["on_behalf_of"] or contact["organisation"], []).append(contact)
    return render(request, "releases/media_contact_list.html", {"groups": groups})


@kept
def _contacts(language, since):
    newest_first = [
        F("page__date").desc(),
        F("page__visible_from").desc(),
        F("page__edition_id").desc(),
    ]
    pages = public_pages(language).filter(date__gte=since)
    return list(
        PageMediaContact.objects.filter(page__in=pages.order_by().values("pk"))
        .annotate(row=Window(RowNumber(), partition_by="identity", order_by=newest_first))
        .filter(row=1)
        .order_by(*newest_first, "position")
    )


@public_view
@require_safe
def picture_list(request):
    """All published pictures, each once, with its newest caption; those whose words match ``q``."""
    language = current_language()
    wanted = request.GET.get("q", "").strip()[:LONGEST_WANTED]
    words = search.fold(wanted).split()
    if wanted and not words:  # signs alone
        rows, total = [], 0
    else:
        rows, total = _shown(language, tuple(words), first_row(request, PICTURES_PER_PAGE))
    pictures = [
        {
            **web_page.figure(schema.figure_from_json(row.figure), row.number, language),
            "release": _release(card(row.page)),
        }
        for row in rows
    ]
    context = {
        **numbers(request, total, PICTURES_PER_PAGE),
        "pictures": pictures,
        "wanted": wanted,
        "printed_found": ngettext(
            "%(total)s picture for “%(wanted)s”", "%(total)s pictures for “%(wanted)s”", total
        )
        % {"total": total, "wanted": wanted},
    }
    return render(request, "releases/picture_list.html", context)


def _release(page):
    return {
        name: getattr(page, name)
        for name in ("slug", "date", "printed_date", "address", "headline")
    }


def _shown(language, words, start):
    """Some of the pictures, each once, the newest first, and how many there are, up to ``MOST``."""
    totals = known()
    key = (_shown, language, words)
    given = {f"word {number}": word for number, word in enumerate(words)}
    with totals.lacking(key) as is_counted:
        shown = _pictures(language, len(words), start, is_counted, at=timezone.now(), **given)
        if shown and is_counted:
            totals[key] = shown[0].total
    return shown, totals[key] if shown else 0


@prepared
def _pictures(language, words, start, is_counted):
    rows = PagePicture.objects.filter(
        on_public_page(AT), page__language=language, figure__isnull=False
    )
    newer = PagePicture.objects.filter(
        on_public_page(AT),
        sha256=OuterRef("sha256"),
        page__language=language,
        figure__isnull=False,
        page__gt=OuterRef("page"),
    )
    rows = rows.filter(~Exists(newer))
    for number in range(words):
        rows = rows.filter(words__contains=slot(f"word {number}"))  # folded: no sign of LIKE
    if is_counted:
        counted = PagePicture.objects.filter(pk__in=rows.values("pk")[:MOST]).order_by()
        total = counted.values("figure__isnull").annotate(total=Count("pk")).values("total")
        rows = rows.annotate(total=Subquery(total))
    newest_first = ("-page__date", "-page__published_at", "-page__edition_id", "number")
    rows = rows.select_related("page").order_by(*newest_first)
    return rows[start : min(start + PICTURES_PER_PAGE, MOST)]


@require_safe
def picture(request, sha256, file_name):
    """A file of a picture that a readable page shows; staff see every picture."""
    shown = _on_readable_page(at=timezone.now(), sha256=sha256)
    if not shown and not (request.user.is_active and request.user.is_staff):
        raise Http404
    return picture_file(sha256, file_name)


@prepared
def _on_readable_page():
    readable = Page.objects.readable(AT).filter(pk=OuterRef("page"))
    shown = PagePicture.objects.filter(Exists(readable), sha256=Parameter("sha256", CharField()))
    return shown.only("pk")[:1]


def picture_file(sha256, file_name):
    """The answer that hands over a file of a picture; the gate stands before it."""
    path = file_path(sha256, file_name)
    if not isinstance(default_storage, FileSystemStorage):
        response = HttpResponseRedirect(default_storage.url(path))
        patch_cache_control(response, no_store=True)  # the signature ends before a cache would
        return response
    content_type = CONTENT_TYPES[file_name.rpartition(".")[2]]
    if settings.PICTURES_ACCEL_PREFIX:
        accel = {"X-Accel-Redirect": f"{settings.PICTURES_ACCEL_PREFIX}/{path}"}
        response = HttpResponse(headers=accel, content_type=content_type)
    else:
        try:
            response = FileResponse(default_storage.open(path), content_type=content_type)
        except FileNotFoundError:
            raise Http404 from None
    patch_cache_control(response, private=True, max_age=300)
    return response
