"""A deleted draft can be taken back for 30 days; what was published cannot be deleted."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from releases import drafting
from releases.document import compose
from releases.models import Import, Release

from ..factories import document, published, writer

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return drafting.save(document=document(), by=None)


def test_a_deleted_draft_comes_back_whole(release):
    ming = writer("ming")
    drafting.delete(release=release, by=ming)
    assert not Release.objects.kept().exists()
    assert Release.objects.get().deleted_by == ming

    drafting.undelete(release=release, by=ming)

    assert compose(Release.objects.kept().get()) == document()


def test_its_address_is_free_meanwhile_and_it_comes_back_beside_it(release):
    drafting.delete(release=release, by=None)
    drafting.save(document=document(), by=None)

    back = drafting.undelete(release=release, by=None)

    assert back.slug == f"{document().slug}-2"


def test_what_was_published_cannot_be_deleted():
    edition = published()

    with pytest.raises(ValidationError, match="stays"):
        drafting.delete(release=edition.release, by=None)


def test_after_thirty_days_it_is_forgotten_with_the_files_it_came_from(release):
    source = Import.objects.create(release=release)
    file = source.files.create(name="agreed.docx", sha256="a" * 64)
    default_storage.save(source.path(file.sha256), ContentFile(b"agreed"))
    drafting.delete(release=release, by=None)

    assert drafting.purge() == 0
    Release.objects.update(deleted_at=timezone.now() - dt.timedelta(days=30, seconds=1))
    assert drafting.purge() == 1

    assert not Release.objects.exists()
    assert not default_storage.exists(source.path(file.sha256))
