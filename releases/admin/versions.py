"""Versions of a release: the list, the comparison, restoring; and two people in one release."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from releases import drafting
from releases.document import DocumentError, compose, from_json, schema, to_json
from releases.document.diff import Change, changes, compared, first_words, summary
from releases.document.merge import merge
from releases.users import name_of

from .states import print_moment, zone_name

PER_PAGE = 30


class VersionViews:
    """Views of the release screen. Each asks for permission itself: ``admin_view`` asks for staff only."""

    def version_urls(self):
        view = self.admin_site.admin_view
        return [
            # /admin/releases/release/
            path("<int:pk>/versions/", view(self.versions_view), name="releases_release_versions"),
            path(
                "<int:pk>/versions/<int:number>/restore/",
                view(self.restore_view),
                name="releases_release_restore",
            ),
            path("<int:pk>/carry/", view(self.carry_view), name="releases_release_carry"),
        ]

    @method_decorator([require_safe, never_cache])
    def versions_view(self, request, pk):
        """Every save, who, when and what changed; two of them compared."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        versions = release.versions.select_related("saved_by")
        page = Paginator(versions, PER_PAGE).get_page(request.GET.get("p"))
        shown = list(page)
        older = shown and versions.filter(number=shown[-1].number - 1).first()
        pairs = zip(shown, [*shown[1:], older or None], strict=True) if shown else ()
        newest = versions.first()
        context = {
            **self._screen(request, release, title=gettext("Versions")),
            "rows": [_row(version, before, newest) for version, before in pairs],
            "page": page,
            "may_restore": self.has_change_permission(request, release),
            "seen": newest and newest.digest,
            "time_zone_name": zone_name(),
            **_comparison(request, versions, newest),
        }
        return render(request, "admin/releases/release/versions.html", context)

    @method_decorator([require_POST, never_cache])
    def restore_view(self, request, pk, number):
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        if not release.versions.filter(number=number).exists():
            raise Http404
        try:
            drafting.restore(
                release=release, number=number, by=request.user, seen=request.POST.get("seen")
            )
        except drafting.Stale:
            message = gettext("The release was saved meanwhile. Look at the versions again.")
            self.message_user(request, message, messages.ERROR)
            return redirect("admin:releases_release_versions", pk)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return redirect("admin:releases_release_versions", pk)
        message = gettext("Version %d is restored. What stood before is kept as a version too.")
        self.log_change(request, release, message % number)
        self.message_user(request, message % number, messages.SUCCESS)
        return redirect("admin:releases_release_change", pk)

    def stale_view(self, request, stale, *, release, token="", choices=None, refusals=()):
        """Somebody else saved in between: both texts, field by field, to carry one's own over."""
        base = stale.base or schema.Document(slug=stale.theirs.slug)
        conflicts = merge(base, stale.theirs, stale.mine).conflicts
        asked = {(c.part, c.field, c.language) for c in conflicts}
        by = name_of(stale.by)
        context = {
            **self._screen(request, release, title=gettext("Somebody else saved")),
            "by": by,
            "conflicts": [_sides(c, by, choices or {}) for c in conflicts],
            "mine": _unasked(changes(base, stale.mine), asked),
            "theirs": _unasked(changes(base, stale.theirs), asked),
            "hidden": {
                "mine": json.dumps(to_json(stale.mine)),
                "base": json.dumps(to_json(base)),
                "notes": json.dumps(stale.notes),
                "seen": stale.seen,
                "token": token,
            },
            "refusals": refusals,
        }
        return render(request, "admin/releases/release/stale.html", context, status=409)

    @method_decorator([require_POST, never_cache])
    def carry_view(self, request, pk):
        """Save what both changed: as chosen, where they changed the same."""
        release = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, release):
            raise PermissionDenied
        try:
            mine, base = (from_json(json.loads(request.POST[name])) for name in ("mine", "base"))
            base_notes, their_notes, my_notes = map(str, json.loads(request.POST["notes"]))
        except (KeyError, ValueError, DocumentError) as error:
            raise Http404 from error
        choices = {
            name.removeprefix("choice:"): value
            for name, value in request.POST.items()
            if name.startswith("choice:")
        }
        theirs = compose(release)
        document = merge(base, theirs, mine, choices).document
        answer = {"release": release, "token": request.POST.get("token", ""), "choices": choices}
        try:
            with transaction.atomic():
                drafting.save(
                    document=document,
                    release=release,
                    by=request.user,
                    internal_notes=_merged_notes(base_notes, their_notes, my_notes),
                    seen=request.POST.get("seen"),
                    token=answer["token"],
                )
        except drafting.Stale as stale:  # once more, by somebody else: against what stands now
            again = drafting.Stale(
                base=base,
                theirs=stale.theirs,
                mine=mine,
                by=stale.by,
                seen=stale.seen,
                notes=(base_notes, stale.notes[1], my_notes),
            )
            return self.stale_view(request, again, **answer)
        except ValidationError as error:
            stands = drafting.Stale(
                base=base,
                theirs=theirs,
                mine=mine,
                by=None,
                seen=request.POST.get("seen"),
                notes=(base_notes, their_notes, my_notes),
            )
            return self.stale_view(request, stands, refusals=error.messages, **answer)
        message = gettext("Saved: what you changed and what was changed meanwhile.")
        self.log_change(request, release, message)
        self.message_user(request, message, messages.SUCCESS)
        return redirect("admin:releases_release_change", pk)


def _row(version, before, newest):
    by = version.saved_by
    found = []
    if before:
        found = changes(from_json(before.document), from_json(version.document))
    return {
        "version": version,
        "previous": before and before.number,
        "moment": print_moment(version.saved_at),
        "by": name_of(by),
        "summary": summary(found),
        "is_current": version.pk == newest.pk,
    }


def _comparison(request, versions, newest):
    """The two versions that were asked for, compared; the last change where nothing was."""
    numbers = [request.GET.get(name, "") for name in ("before", "after")]
    if not all(number.isdecimal() for number in numbers):
        last = newest.number if newest else 1
        return {"before": last - 1, "after": last}
    before, after = (get_object_or_404(versions, number=number) for number in numbers)
    found = changes(from_json(before.document), from_json(after.document))
    return {
        "before": before.number,
        "after": after.number,
        "compared": {"before": before, "after": after, "changes": found},
    }


def _sides(conflict, by, choices):
    """A conflict as the page shows it: either side against what stood before."""
    change = Change("changed", conflict.part, conflict.part_kind, conflict.field, conflict.language)
    values = {"mine": conflict.mine, "theirs": conflict.theirs}
    names = {"mine": gettext("Yours"), "theirs": by or gettext("Theirs")}
    chosen = choices.get(conflict.place, "mine")
    return {
        "place": conflict.place,
        "label": change.label,
        "sides": [
            {
                "value": side,
                "name": names[side],
                "is_chosen": side == chosen,
                "is_gone": value is None,
                "pieces": compared(
                    _in_words(conflict.base), _in_words(value), is_html=conflict.field == "html"
                ),
            }
            for side, value in values.items()
        ],
    }


def _in_words(value):
    match value:
        case None:
            return ""
        case str():
            return value
        case dict() if "key" in value:
            return first_words(value)
    return json.dumps(value, ensure_ascii=False)


def _unasked(found, asked):
    return [c for c in found if (c.part, c.field, c.language) not in asked]


def _merged_notes(base, theirs, mine):
    """Internal notes of both, where both wrote: nothing there is worth a question."""
    if mine in (base, theirs):
        return theirs
    return mine if theirs == base else f"{theirs}\n\n{mine}".strip()
