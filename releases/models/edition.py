"""What has gone out: editions, which never change, and pages, which say what is public and when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .draft import Release


class Immutable(models.QuerySet):
    """Rows that are inserted and read. The database refuses the rest as well (a trigger)."""

    def _refuse(self, *args, **kwargs):
        raise TypeError("An edition never changes. Publish a new one.")

    update = delete = bulk_update = update_or_create = _refuse


class Edition(models.Model):
    """A document, frozen by value.

    Everything public is rendered from it, so changing a draft, a person, a boilerplate, a contact
    or a picture afterwards changes no published byte. Inserted once by ``releases.publishing``;
    triggers refuse UPDATE and DELETE.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("first")

    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    document = models.JSONField(_("document"))
    digest = models.CharField(_("digest"), max_length=64)
    change_note = models.TextField(_("change note"), blank=True)
    visible_from = models.DateTimeField(_("visible from"))
    created_at = models.DateTimeField(_("created at"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = Immutable.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["release", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["release", "number"], name="edition_number_once_per_release"
            )
        ]

    def __str__(self):
        return f"{self.release} · {self.number}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("An edition never changes. Publish a new one.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args, **kwargs):
        raise TypeError("An edition never changes. Withdraw the release instead.")


class PageQuerySet(models.QuerySet):
    def public(self, at):
        """The pages that the world may see at a moment. The one gate: every public surface asks it."""
        return self.filter(
            Q(visible_until=None) | Q(visible_until__gt=at),
            visible_from__lte=at,
        )


class Page(models.Model):
    """An edition in one language, with its window of visibility.

    Holds all that a list needs, so that a list page is one query or two, and points at the
    edition, so that a release page is one. Made from editions; ``rebuild_pages`` makes it again.
    """

    edition = models.ForeignKey(
        Edition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="pages"
    )
    language = models.CharField(_("language"), max_length=10)
    slug = models.CharField(_("address"), max_length=100)
    date = models.DateField(_("date"))
    headline = models.TextField(_("headline"))
    summary = models.TextField(_("summary"))
    lead_picture = models.JSONField(_("lead picture"), null=True)
    hosts = models.JSONField(_("issuing organisations"), default=list)
    visible_from = models.DateTimeField(_("visible from"))
    visible_until = models.DateTimeField(_("visible until"), null=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["-date", "-visible_from", "-edition_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language"], name="one_page_per_edition_and_language"
            )
        ]
        indexes = [
            models.Index(fields=["slug", "language"]),
            models.Index(
                fields=["language", "-date", "-visible_from", "-edition"], name="page_newest_first"
            ),
        ]

    def __str__(self):
        return f"{self.headline} ({self.language})"


class PageOrganisation(models.Model):
    """An organisation that issues the release of a page, by the key of its record."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="organisations")
    key = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "page"], name="organisation_once_per_page")
        ]


class PageMediaContact(models.Model):
    """A media contact on a page, as printed there. ``identity`` tells the same contact on two pages."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="media_contacts")
    identity = models.CharField(max_length=64)
    contact = models.JSONField()
    position = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["identity"])]


class PagePicture(models.Model):
    """A picture that a page shows. A picture has a public address only through such a row."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="pictures")
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sha256", "page"], name="picture_once_per_page")
        ]
