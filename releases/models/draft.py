"""The draft: a release while it is being written. Never public.

Every row that comes from a standing record (a person, an organisation, a boilerplate, a media
contact, a topic) *copies* its values and remembers the record (docs/decisions/0003).
"""

from content_editor.models import Region, create_plugin_base
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxValueValidator,
    MinLengthValidator,
    RegexValidator,
    URLValidator,
)
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from media_contacts.fields import EmailsField, PhonesField
from partners.models import Record, new_key
from releases import rich_text
from releases.languages import NAMES, WRITTEN, all_languages, readers_first

# The key of a part: given once, unique in its release.
KEY = r"^[a-z0-9][a-z0-9-]{0,39}\Z"

# Four digits are the address of a year's releases.
SLUG = r"^(?![0-9]{4}\Z)[a-z0-9][a-z0-9-]{0,99}\Z"
validate_slug = RegexValidator(
    SLUG,
    _("Use lower-case letters, digits and hyphens; a year alone is not enough."),
)


validate_website = URLValidator(schemes=["http", "https"])


class RecordKey(models.ForeignKey):
    """The key of the standing record that a row was copied from.

    Not enforced by the database: a version that is restored may name a record that has been
    deleted since. Deleting one that a draft names is refused all the same (PROTECT).
    """

    def __init__(self, to, **kwargs):
        defaults = {
            "to_field": "key",
            "db_constraint": False,
            "null": True,
            "blank": True,
            "on_delete": models.PROTECT,
            "related_name": "+",
        }
        super().__init__(to, **{**defaults, **kwargs})


class ReleaseQuerySet(models.QuerySet):
    def kept(self):
        """Those that nobody has deleted."""
        return self.filter(deleted_at=None)

    def at_address(self, slug):
        """The release that has an address; a deleted draft gives its own up."""
        return self.kept().filter(slug=slug)

    def free_slug(self, slug):
        """The address, or one beside it where another release has it."""
        taken = set(self.kept().filter(slug__startswith=slug[:90]).values_list("slug", flat=True))
        free, number = slug, 2
        while free in taken:
            free, number = f"{slug[:90].rstrip('-')}-{number}", number + 1
        return free


class Release(models.Model):
    """One announcement through its whole life. Its parts are the other models of this module."""

    regions = [
        Region(key="body", title=_("Body")),
        Region(key="notes_to_editors", title=_("Notes to editors")),
        Region(key="caption_quotes", title=_("Quotes in captions only")),
    ]

    slug = models.CharField(
        _("address"),
        max_length=100,
        validators=[validate_slug],
        help_text=_("The last part of the page's address: “ai-lab-opens”."),
    )
    languages = models.JSONField(
        _("languages"),
        default=all_languages,
        help_text=_("The languages the release goes out in, all at the same moment."),
    )
    source_language = models.CharField(
        _("written in"),
        max_length=10,
        default=WRITTEN[0],
        choices=[(code, NAMES[code]) for code in WRITTEN],
        help_text=_("The other language is translated from this one."),
    )
    headline = models.TextField(_("headline"), blank=True)
    sub_headline = models.TextField(_("sub-headline"), blank=True)
    dateline_city = models.TextField(_("city"), blank=True)
    dateline_date = models.DateField(_("date"), null=True, blank=True)
    embargo_until = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Nothing is public before this time."),
    )
    internal_notes = models.TextField(
        _("internal notes"), blank=True, help_text=_("Only for the press office; never published.")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("created by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    readiness = models.JSONField(default=dict, editable=False)
    """Per written language how many fields are missing and stale: see ``drafting.readiness``."""
    digest = models.CharField(max_length=64, blank=True, editable=False)
    """The digest of its document when it was last saved."""
    published_digest = models.CharField(max_length=64, blank=True, editable=False)
    """What ``digest`` was when the release last went out; empty before."""
    source_hints = models.JSONField(default=list, editable=False)
    """What the file that it was imported from printed otherwise: {"kind", "part", "source"} each, see
    ``preflight.Hint``."""
    deleted_at = models.DateTimeField(_("deleted at"), null=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deleted by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-changed_at", "-pk"]
        permissions = [
            ("translate_release", _("Can translate releases")),
            ("approve_release", _("Can approve releases")),
            ("publish_release", _("Can publish releases")),
            ("acknowledge_release", _("Can acknowledge warnings of the preflight")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(deleted_at=None),
                name="address_once",
                violation_error_message=_("Another release has this address."),
            )
        ]

    def __str__(self):
        return next(iter(self.headlines().values()), self.slug)

    def headlines(self) -> dict[str, str]:
        """The headlines that are written, by language: that of the reader first."""
        written = {"zh-hant": self.headline_zh_hant, "en": self.headline_en}
        return {code: written[code] for code in readers_first(written) if written[code]}


class Topic(Record):
    """A subject that releases are listed under."""

    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["key"]

    def __str__(self):
        return self.name_zh_hant or self.name_en or self.key


class Part(models.Model):
    """A part of a release. ``key`` is given once; decisions and findings follow it."""

    key = models.CharField(max_length=40, default=new_key, editable=False)

    class Meta:
        abstract = True


class OrderedPart(Part):
    whole = "release"
    release = models.ForeignKey(
        Release, verbose_name=_("release"), on_delete=models.CASCADE, related_name="%(class)s_set"
    )
    ordering = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["ordering", "pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} · {self.release}"


class KeyPoint(OrderedPart):
    text = models.TextField(_("text"), blank=True)

    class Meta(OrderedPart.Meta):
        verbose_name = _("key point")
        verbose_name_plural = _("key points")


class ReleaseOrganisation(OrderedPart):
    class Role(models.TextChoices):
        HOST = "host", _("host")
        PARTNER = "partner", _("partner")

    record = RecordKey("partners.Organisation", verbose_name=_("organisation"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.HOST)
    name = models.TextField(_("name"), blank=True)
    short_name = models.TextField(_("short name"), blank=True)
    website = models.TextField(_("website"), blank=True, validators=[validate_website])
    logo = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("logo"),
        to_field="sha256",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(OrderedPart.Meta):
        verbose_name = _("issuing organisation")
        verbose_name_plural = _("issuing organisations")


class ReleaseTopic(OrderedPart):
    record = RecordKey(Topic, verbose_name=_("topic"))
    name = models.TextField(_("name"), blank=True)

    class Meta(OrderedPart.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class PersonAsOfTheDay(models.Model):
    """A person with the name, title and organisation of the day."""

    WORDS = ("name", "honorific", "job_title", "organisation")

    person = RecordKey("partners.Spokesperson", verbose_name=_("person"))
    name = models.TextField(_("name"), blank=True)
    honorific = models.TextField(_("honorific"), blank=True)
    job_title = models.TextField(_("job title"), blank=True)
    organisation = models.TextField(_("organisation"), blank=True)

    class Meta:
        abstract = True


class Signatory(PersonAsOfTheDay, OrderedPart):
    class Meta(OrderedPart.Meta):
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")


class Witness(PersonAsOfTheDay, OrderedPart):
    class Meta(OrderedPart.Meta):
        verbose_name = _("witness")
        verbose_name_plural = _("witnesses")


class ReleaseBoilerplate(OrderedPart):
    record = RecordKey("partners.Boilerplate", verbose_name=_("boilerplate"))
    organisation = models.TextField(_("organisation"), blank=True)
    text = models.TextField(_("text"), blank=True)
    website = models.TextField(_("website"), blank=True, validators=[validate_website])

    class Meta(OrderedPart.Meta):
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")


class ReleaseMediaContact(OrderedPart):
    record = RecordKey("media_contacts.MediaContact", verbose_name=_("media contact"))
    organisation = models.TextField(_("organisation or agency"), blank=True)
    on_behalf_of = models.TextField(_("on behalf of"), blank=True)
    name = models.TextField(_("name"), blank=True)
    phones = PhonesField(_("telephone"), default=list, blank=True, help_text=_("One per line."))
    emails = EmailsField(_("e-mail"), default=list, blank=True, help_text=_("One per line."))

    class Meta(OrderedPart.Meta):
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")


class SimplifiedPassage(OrderedPart):
    """What a person wants printed in Simplified Chinese where these words stand in the release."""

    traditional = models.TextField(_("Traditional Chinese"))
    simplified = models.TextField(_("Simplified Chinese"))

    class Meta(OrderedPart.Meta):
        verbose_name = _("passage in Simplified Chinese")
        verbose_name_plural = _("passages in Simplified Chinese")


# The body: an ordered list of blocks of different kinds, see django-content-editor.


class Block(Part, create_plugin_base(Release)):
    whole = "parent"

    class Meta(Part.Meta):
        abstract = True
        ordering = ["ordering", "pk"]
        indexes = [models.Index(fields=["parent", "region", "ordering"])]

    def __str__(self):
        """What the block is, by its first words: the label of a folded block."""
        for language in WRITTEN:
            words = self.words(language)
            if words:
                return words if len(words) <= 60 else f"{words[:59]}…"
        return ""

    def words(self, language):
        """The words that the block is known by in one language."""
        return getattr(self, f"{self.known_by}_{language.replace('-', '_')}")


class Text(Block):
    html = ProseEditorField(
        _("text"), blank=True, extensions=rich_text.EXTENSIONS, sanitize=rich_text.clean
    )

    class Meta(Block.Meta):
        verbose_name = _("text")
        verbose_name_plural = _("texts")

    known_by = "html"

    def words(self, language):
        return rich_text.to_plain(super().words(language))


class Quote(PersonAsOfTheDay, Block):
    lead_in = models.TextField(
        _("lead-in"), blank=True, help_text=_("What stands before the words: “Dr Chan said: ”")
    )
    text = models.TextField(
        _("words"), blank=True, help_text=_("The words alone, without quotation marks.")
    )
    follow_on = models.TextField(
        _("what follows"),
        blank=True,
        help_text=_("What stands after the words, with its own marks."),
    )
    marks = models.CharField(
        _("quotation marks"),
        max_length=2,
        blank=True,
        validators=[MinLengthValidator(2)],
        help_text=_("Opening and closing mark, if other than 「」 or “”."),
    )
    original_language = models.CharField(
        _("original language"),
        max_length=10,
        blank=True,
        choices=[(code, NAMES[code]) for code in WRITTEN],
    )

    class Meta(Block.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    known_by = "text"


class Figure(Block):
    picture = models.ForeignKey(
        "pictures.Picture",
        verbose_name=_("picture"),
        to_field="sha256",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    focal_x = models.PositiveSmallIntegerField(
        # xgettext:no-python-format
        _("focal point, % from the left"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    focal_y = models.PositiveSmallIntegerField(
        # xgettext:no-python-format
        _("focal point, % from the top"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    alt_text = models.TextField(
        _("alt text"),
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.TextField(_("credit"), blank=True)
    usage_terms = models.TextField(_("usage terms"), blank=True)
    quote_key = models.CharField(_("carries the quote"), max_length=40, blank=True)

    class Meta(Block.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    known_by = "caption"

    def clean(self):
        if (self.focal_x is None) != (self.focal_y is None):
            raise ValidationError(_("A focal point needs both numbers, or neither."))


class Subheading(Block):
    text = models.TextField(_("text"), blank=True)

    class Meta(Block.Meta):
        verbose_name = _("subheading")
        verbose_name_plural = _("subheadings")

    known_by = "text"


class PersonInPicture(OrderedPart):
    """Who is in a figure's picture, and where."""

    figure_key = models.CharField(_("figure"), max_length=40)
    record = RecordKey("partners.Spokesperson", verbose_name=_("person"))
    name = models.TextField(_("name"), blank=True)
    position = models.TextField(_("position"), blank=True, help_text=_("left, front row; 左二"))

    class Meta(OrderedPart.Meta):
        verbose_name = _("person in a picture")
        verbose_name_plural = _("people in pictures")


PARTS: tuple[type[Part], ...] = (
    KeyPoint,
    ReleaseOrganisation,
    ReleaseTopic,
    Signatory,
    Witness,
    ReleaseBoilerplate,
    ReleaseMediaContact,
    SimplifiedPassage,
    PersonInPicture,
    Text,
    Quote,
    Figure,
    Subheading,
)
"""Every kind of part; ``whole`` names the field that holds the release."""
