"""Public addresses. ``pages`` stand under a language (/en/…); pictures have none."""

from django.urls import path, re_path, register_converter

from pictures.renditions import FILE_NAME

from . import views, views_search


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:04d}"


register_converter(YearConverter, "year")

# /<language>/
pages = [
    path("", views.home, name="home"),
    path("releases/", views.release_list, name="release_list"),
    path("releases/<year:year>/", views.release_list, name="release_list_of_year"),
    path("releases/<slug:slug>/", views.release_detail, name="release_detail"),
    path("organisations/<slug:key>/", views.organisation_detail, name="organisation_detail"),
    path("search/", views_search.search_page, name="search"),
    path("media-contacts/", views.media_contact_list, name="media_contact_list"),
]

# /pictures/
pictures = [
    re_path(
        rf"^(?P<sha256>[0-9a-f]{{64}})/(?P<file_name>{FILE_NAME.pattern})$",
        views.picture,
        name="picture",
    ),
]
