"""``manage.py rebuild_search``: index all pages again, from the editions."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from releases import search
from releases.management.base import OperatorCommand


class Command(OperatorCommand):
    help = "Index all pages again for the search, while the site is serving."

    def handle(self, **options):
        count = search.rebuild(progress=self._progress)
        self.stdout.write(
            ngettext("%(count)d page indexed.", "%(count)d pages indexed.", count)
            % {"count": count}
        )

    def _progress(self, count):
        self.stderr.write(_("%(count)d pages done") % {"count": count})
