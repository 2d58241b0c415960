"""What has gone out: editions, which never change, and pages, which say what is public and when."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
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
        CORRECTION = "correction", _("correction")
        REDACTION = "redaction", _("redaction")  # ends every edition before it: decision 21

    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    document = models.JSONField(_("document"))
    digest = models.CharField(_("digest"), max_length=64)
    change_note = models.JSONField(
        _("change note"), default=dict, blank=True, help_text=_("What was wrong, per language.")
    )
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

    def past(self, at):
        """Pages that the world could see before a moment and that a later edition took the place of,
        as long as that one is public."""
        return self.superseded(at).filter(is_redacted=False)

    def superseded(self, at):
        """Pages whose address leads on to a public one: those that are past, and those that were until a
        redaction, which nobody may read any more."""
        successors = Page.objects.public(at).filter(edition__release=OuterRef("edition__release"))
        was_seen = Q(visible_until__lte=at, visible_until__gt=F("visible_from"))
        return self.filter(was_seen | Q(is_redacted=True), Exists(successors))

    def readable(self, at):
        """Pages that are public or past: what they show may be looked at."""
        return self.public(at) | self.past(at)

    def listed_under(self, kind, key):
        # Found first, so that a database that knows no figures of the tables yet asks the index.
        listing = Listing.objects.filter(kind=kind, key=key).values("pk")[:1]
        return self.filter(listings__listing=Subquery(listing))


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
    subject = models.ForeignKey(
        "Listing",
        verbose_name=_("subject"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Its first topic, or else its first organisation: releases like it share it."),
    )
    published_at = models.DateTimeField(
        _("published at"), help_text=_("When the first edition went out.")
    )
    visible_from = models.DateTimeField(_("visible from"))
    visible_until = models.DateTimeField(_("visible until"), null=True)
    is_redacted = models.BooleanField(
        default=False,
        db_default=False,
        help_text=_("Only its address is left: a redaction took its place."),
    )

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["-date", "-published_at", "-edition_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "language"], name="one_page_per_edition_and_language"
            )
        ]
        indexes = [
            models.Index(fields=["slug", "language"]),
            models.Index(
                fields=["language", "-date", "-published_at", "-edition"], name="page_newest_first"
            ),
            # Feeds, where a correction is newer than what it corrects; the news of two days.
            models.Index(
                fields=["language", "-visible_from", "-edition"], name="page_last_changed"
            ),
            models.Index(fields=["language", "visible_until"], name="page_last_closed"),
            models.Index(fields=["-published_at"], name="page_last_published"),
            # All that the gate and the order of a list ask of a page that is known already: what a
            # search found is not looked up row by row.
            models.Index(
                fields=[
                    *("id", "language", "visible_from", "visible_until"),
                    *("date", "published_at", "edition"),
                ],
                name="page_known",
            ),
        ]

    def __str__(self):
        return f"{self.headline} ({self.language})"


class Listing(models.Model):
    """What releases are listed under: a year, an organisation, a topic or a person.

    ``key`` is the year, or the key of the standing record. A row stands for nothing by itself: only
    a public page makes it exist for the world.
    """

    class Kind(models.TextChoices):
        YEAR = "year", _("year")
        ORGANISATION = "organisation", _("organisation")
        TOPIC = "topic", _("topic")
        PERSON = "person", _("person")

    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="listing_once_per_kind_and_key")
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"


class PageListing(models.Model):
    """A page under a listing, by the name that it prints there.

    ``language`` and ``date`` are the page's own: with them the newest name of every listing is one
    step into an index. ``printed`` are the quotes of a person or an organisation and, of a person,
    the role and the parts taken: see ``publishing.listings``.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="listings")
    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="pages")
    language = models.CharField(max_length=10)
    date = models.DateField()
    name = models.TextField()
    printed = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "listing"], name="listing_once_per_page")
        ]
        indexes = [
            models.Index(fields=["listing", "language", "-date", "-page"], name="listing_newest")
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
    """A picture that a page shows. A picture has a public address only through such a row.

    ``figure`` is the figure in the language of the page, null where the picture is a logo;
    ``number`` is the one it is printed with, ``words`` those it is found by, folded for search.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="pictures")
    sha256 = models.CharField(max_length=64)
    figure = models.JSONField(null=True)
    number = models.PositiveIntegerField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sha256", "page"], name="picture_once_per_page")
        ]
