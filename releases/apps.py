from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class ReleasesConfig(AppConfig):
    name = "releases"
    verbose_name = _("Editorial")

    def ready(self):
        post_migrate.connect(make_pages_again, sender=self)


def make_pages_again(*, using, **kwargs):
    """Make pages again, from their editions, that a version made which knew no listings."""
    from .models import Page, PageListing, PageText
    from .publishing import rebuild_pages

    # On the way back to such a version the tables go one by one.
    needed = {PageListing._meta.db_table, PageText._meta.db_table}
    if not needed.issubset(connections[using].introspection.table_names()):
        return
    # One that was redacted has no words, and is listed nowhere.
    if Page.objects.filter(listings=None).exclude(headline="").exists():
        rebuild_pages()
