from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        from . import connections, groups, host  # noqa: F401  (host listens for what is saved)

        connections.connect()
        groups.connect(self)
