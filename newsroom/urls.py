from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.i18n import set_language

from releases import urls as releases

from . import views
from .search_everything import search_everything

urlpatterns = [
    path("", views.root, name="root"),
    path("admin/language/", set_language, name="set_language"),
    path("admin/two-step/", include("newsroom.two_step.urls")),
    path("admin/search/", admin.site.admin_view(search_everything), name="search_everything"),
    path("admin/", admin.site.urls),
    path("pictures/", include(releases.pictures)),
    path("", include(releases.site)),
    re_path(
        r"^brand/([0-9a-f]{6})-([0-9a-f]{6})\.([0-9a-f]{8})\.css$",
        views.colours_stylesheet,
        name="colours",
    ),
    re_path(r"^brand/logo-([0-9a-f]{64})\.webp$", views.logo, name="logo"),
    *i18n_patterns(
        path("about/", views.about, name="about"),
        path("", include(releases.pages)),
    ),
]

handler404 = views.not_found
handler500 = views.server_error
