from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")

    def ready(self):
        from . import groups

        groups.connect(apps.get_app_config("releases"))
