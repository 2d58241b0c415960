"""How the screens show where a release stands, and filter by it."""

import datetime as dt

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from releases.models import ReleaseOrganisation
from releases.roles import STATES, state


def shown_state(release):
    """A badge: the state, and the moment of it."""
    now = state(release, timezone.now())
    moment = release.public_from or release.visible_from
    badge = format_html(
        '<span class="state state--{}">{}</span> <span class="state__moment">{}</span>',
        now,
        STATES[now],
        print_moment(moment) if moment else "",
    )
    if now == "public" and release.visible_from > release.public_from:
        scheduled = gettext("Correction from %s") % print_moment(release.visible_from)
        badge = format_html('{} <span class="state__moment">{}</span>', badge, scheduled)
    return badge


def print_moment(moment: dt.datetime) -> str:
    """A moment in the newsroom's time zone; screens name the zone beside it."""
    local = timezone.localtime(moment)
    return f"{local:%Y-%m-%d} {formats.time_format(local, 'H:i')}"


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return list(STATES.items())

    def queryset(self, request, queryset):
        conditions = {
            "draft": {"deleted_at": None, "visible_from": None},
            "scheduled": {"visible_from__isnull": False, "public_from": None},
            "public": {"public_from__isnull": False},
            "deleted": {"deleted_at__isnull": False},
        }
        return queryset.filter(**conditions.get(self.value(), {}))


class OrganisationFilter(admin.SimpleListFilter):
    title = _("organisation")
    parameter_name = "organisation"

    def lookups(self, request, model_admin):
        used = ReleaseOrganisation.objects.order_by().values("record_id").distinct()
        return [(o.key, str(o)) for o in Organisation.objects.filter(key__in=used)]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return queryset.filter(
            Exists(ReleaseOrganisation.objects.filter(release=OuterRef("pk"), record=self.value()))
        )


def zone_name():
    """“HKT (Asia/Hong_Kong)”, where the zone has a short name of its own."""
    zone = timezone.get_default_timezone()
    short = timezone.localtime(timezone=zone).tzname()
    if short and short.isalpha():
        return gettext("%(short)s (%(zone)s)") % {"short": short, "zone": zone}
    return str(zone)
