"""Changing a draft, a person, a boilerplate, a contact or a picture changes no public byte."""

import datetime as dt

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import translation

from media_contacts.models import MediaContact
from partners.models import Boilerplate, Organisation, Spokesperson
from pictures.models import Picture
from releases.importing.storing import store
from releases.models import PageListing, Release
from releases.publishing import publish

from ..factories import NOON, document, picture, press_officer
from .web import fetch

pytestmark = pytest.mark.django_db

RECORDS = [Organisation, Boilerplate, Spokesperson, MediaContact]


def every_public_byte(client, edition, shown):
    answers = {}
    for language in ("zh-hant", "en"):
        with translation.override(language):
            listed = PageListing.objects.filter(page__edition=edition, language=language)
            keys = listed.values_list("listing__kind", "listing__key").exclude(listing__kind="year")
            urls = [
                reverse("home"),
                reverse("release_list"),
                reverse("release_list_of_year", args=[2026]),
                reverse("release_detail", args=["signing"]),
                reverse("media_contact_list"),
                reverse("release_text", args=["signing"]),
                reverse("picture_list"),
                *(reverse(f"{kind}_list") for kind, _key in keys),
                *(reverse(f"{kind}_detail", args=[key]) for kind, key in keys),
                reverse("picture", args=[shown.sha256, "480.webp"]),
                reverse("picture", args=[shown.sha256, "full.jpg"]),
            ]
        for url in urls:
            response = fetch(client, url)
            assert response.status_code == 200, url
            answers[url] = response.body
    return answers


def change_every_word(model):
    """Write over every text, number and date of every row of a model that may be written at all."""
    for row in model.objects.all():
        for field in model._meta.concrete_fields:
            if field.primary_key or field.is_relation or field.unique:
                continue
            kind = field.get_internal_type()
            if kind in ("TextField", "CharField", "URLField") and not field.choices:
                setattr(row, field.attname, "變"[: field.max_length])
            elif kind == "DateField":
                setattr(row, field.attname, dt.date(1999, 1, 1) + dt.timedelta(days=row.pk))
            elif kind == "JSONField":
                setattr(row, field.attname, [])
        row.save()


def test_editing_anything_after_publication_changes_no_byte_of_any_public_page(client):
    shown = picture()
    release = store(document(slug="signing", pictures=[shown]))
    edition = publish(release=release, by=press_officer(), at=NOON)
    before = every_public_byte(client, edition, shown)
    assert all(model.objects.exists() for model in RECORDS)

    for model in [*RECORDS, Picture]:
        change_every_word(model)
    release.refresh_from_db()
    release.slug = "renamed"
    release.save()
    drafts = [
        m for m in apps.get_app_config("releases").get_models() if m.__module__.endswith(".draft")
    ]
    for model in drafts:
        change_every_word(model)
    other = picture("orange")
    release.releases_figure_set.update(picture=other.sha256)
    release.signatory_set.all().delete()
    assert Release.objects.get().headline_en == "變"

    assert every_public_byte(client, edition, shown) == before
