from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from releases import urls as releases

from . import views

urlpatterns = [
    path("", views.root, name="root"),
    path("admin/language/", set_language, name="set_language"),
    path("admin/", admin.site.urls),
    path("pictures/", include(releases.pictures)),
    path("", include(releases.site)),
    *i18n_patterns(path("", include(releases.pages))),
]

handler404 = views.not_found
handler500 = views.server_error
