"""Public addresses. ``pages`` stand under a language (/en/…); pictures have none."""

from django.urls import path, re_path, register_converter

from pictures.renditions import FILE_NAME

from .views import listings, media, releases


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:04d}"


register_converter(YearConverter, "year")

# /<language>/
pages = [
    path("", releases.home, name="home"),
    path("releases/", releases.release_list, name="release_list"),
    path("releases/<year:year>/", releases.release_list, name="release_list_of_year"),
    path("releases/<slug:slug>/", releases.release_detail, name="release_detail"),
    path("releases/<slug:slug>/text/", releases.release_text, name="release_text"),
    path(
        "releases/<slug:slug>/versions/<int:number>/",
        releases.release_version,
        name="release_version",
    ),
    path("organisations/", listings.organisation_list, name="organisation_list"),
    path("organisations/<slug:key>/", listings.organisation_detail, name="organisation_detail"),
    path("people/", listings.person_list, name="person_list"),
    path("people/<slug:key>/", listings.person_detail, name="person_detail"),
    path("topics/", listings.topic_list, name="topic_list"),
    path("topics/<slug:key>/", listings.topic_detail, name="topic_detail"),
    path("press-pictures/", media.picture_list, name="picture_list"),
    path("media-contacts/", media.media_contact_list, name="media_contact_list"),
]

# /pictures/
pictures = [
    re_path(
        rf"^(?P<sha256>[0-9a-f]{{64}})/(?P<file_name>{FILE_NAME.pattern})$",
        media.picture,
        name="picture",
    ),
]
