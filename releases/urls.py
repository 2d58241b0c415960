"""Public addresses. ``pages`` stand under a language (/en/…); pictures have none."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from pictures.renditions import FILE_NAME

from . import feeds, sharing, sitemaps
from .views import listings, media, releases, search


class YearConverter:
    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):04d}"


class FormConverter(StringConverter):
    regex = "|".join(feeds.FORMS)


class ListingConverter(StringConverter):
    regex = "|".join(feeds.LISTINGS)


register_converter(YearConverter, "year")
register_converter(FormConverter, "form")
register_converter(ListingConverter, "listing")

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
    path("search/", search.search_page, name="search"),
    path("media-contacts/", media.media_contact_list, name="media_contact_list"),
    path("feeds/releases.<form:form>", feeds.feed, name="feed"),
    path("feeds/<listing:listing>/<slug:key>.<form:form>", feeds.feed, name="feed_of"),
    path("releases/<slug:slug>/share/<slug:key>.jpg", sharing.picture, name="share_picture"),
]

# /
site = [
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-lists.xml", sitemaps.sitemap_of_lists, name="sitemap_of_lists"),
    path("sitemap-lists-<int:part>.xml", sitemaps.sitemap_of_listings, name="sitemap_of_listings"),
    path(
        "sitemap-releases-<int:part>.xml", sitemaps.sitemap_of_releases, name="sitemap_of_releases"
    ),
    path("sitemap-news.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("robots.txt", sitemaps.robots, name="robots"),
]

# /pictures/
pictures = [
    re_path(
        rf"^(?P<sha256>[0-9a-f]{{64}})/(?P<file_name>{FILE_NAME.pattern})$",
        media.picture,
        name="picture",
    ),
]
