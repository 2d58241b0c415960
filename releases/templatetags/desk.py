"""The desk on the front page of the admin."""

from django import template
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from releases import desk as desks
from releases.admin.states import print_moment, shown_state, zone_name
from releases.languages import HTML_LANG, SHORT_NAMES, language_name
from releases.role_names import WRITER, role_name
from releases.roles import may
from releases.users import name_of

register = template.Library()

TITLES = {
    "mine": _("Waits for you"),
    "drafts": _("Drafts that wait for others"),
    "scheduled": _("Scheduled"),
    "changed": _("Changed since published"),
    "public": _("Published"),
}
LISTS = {
    "mine": "draft",
    "drafts": "draft",
    "scheduled": "scheduled",
    "changed": "public",
    "public": "public",
}


@register.inclusion_tag("admin/_desk.html", takes_context=True)
def desk(context):
    user, now = context["request"].user, timezone.now()
    if not may(user, "view"):
        return {"is_for": False}
    found = desks.desk(user, now)
    return {
        "is_for": True,
        "may_begin": may(user, "import"),
        "may_undelete": may(user, "undelete"),
        "is_empty": not any(section.count for section in found.sections) and not found.reviews,
        "zone": zone_name(),
        "reviews": found.reviews,
        "sections": [
            {
                "name": section.name,
                "title": TITLES[section.name],
                "count": section.count,
                "more": section.count > len(section.releases),
                "list": LISTS[section.name],
                "rows": [_row(release, section.name) for release in section.releases],
            }
            for section in found.sections
            if section.count or section.name == "mine"
        ],
    }


def _row(release, section):
    return {
        "release": release,
        "headlines": _headlines(release) or [{"words": str(release)}],
        "state": shown_state(release),
        "waits_for": role_name(release.waits_for) if hasattr(release, "waits_for") else "",
        "scheduled": release.visible_from if section == "scheduled" else None,
        "languages": [
            {
                "short": SHORT_NAMES[code],
                "missing": counts["missing"],
                "stale": counts["stale"],
                "said": _said(code, counts),
            }
            for code, counts in release.readiness.items()
            if getattr(release, "waits_for", "") != WRITER  # nothing is written yet
        ],
        "saved": print_moment(release.last_saved_at or release.changed_at),
        "by": release.last_saver,
    }


def _headlines(release):
    return [
        {"words": words, "lang": HTML_LANG[code]} for code, words in release.headlines().items()
    ]


def _said(code, counts):
    said = [
        words % counts[name]
        for name, words in (
            ("missing", gettext("%d missing")),
            ("stale", gettext("%d changed since translated")),
        )
        if counts[name]
    ]
    return f"{language_name(code)}: {gettext(', ').join(said) or gettext('ready')}"


register.filter("named", name_of)
