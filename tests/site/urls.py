from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from newsroom.urls import handler404, handler500, urlpatterns  # noqa: F401


def fail(request):
    raise RuntimeError("This address fails on purpose.")


urlpatterns = [*urlpatterns, *i18n_patterns(path("fails/", fail))]
