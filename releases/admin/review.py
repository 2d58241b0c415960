"""The form of a review: every word of a document in its languages, and what each part becomes.

Built from what was read; ``corrected`` gives it back with what was typed and chosen.
"""

import dataclasses
import datetime as dt
from functools import cached_property

from django import forms
from django.core.validators import URLValidator
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from media_contacts.fields import EmailsFormField, PhonesFormField
from partners.admin import PlainTextarea
from partners.models import Organisation
from releases import rich_text
from releases.document import schema
from releases.importing import Imported, Note, blocks, corrections
from releases.importing.matching import NEW, NONE, Individual, Match, individuals
from releases.languages import HTML_LANG, OWN_NAMES, WRITTEN
from releases.models.draft import validate_slug

KINDS = {
    "text": _("Paragraph"),
    "subheading": _("Subheading"),
    "quote": _("Quote"),
    "figure": _("Picture and caption"),
    "key_point": _("Key point"),
    "note_to_editors": _("Note to editors"),
}
LEAVE_OUT = ("left_out", _("Leave out"))
NOTE_KINDS = {
    "guess": _("Guess"),
    "mismatch": _("Does not agree"),
    "missing": _("Missing"),
    "left_over": _("Left over"),
}


class Html(ProseEditorFormField):
    """Rich text, edited and cleaned as the draft does it; an empty paragraph is nothing."""

    def __init__(self, **kwargs):
        super().__init__(
            extensions=rich_text.EXTENSIONS,
            sanitize=rich_text.clean,
            widget=AdminProseEditorWidget,
            **kwargs,
        )

    def clean(self, value):
        html = super().clean(value)
        return html if rich_text.to_plain(html) else ""


@dataclasses.dataclass(frozen=True)
class Row:
    """One field of a part: its name for people, and the bound field of every language, or of none."""

    label: str
    cells: list
    spans: bool = False


@dataclasses.dataclass(frozen=True)
class Card:
    """One part on the screen: what it is, its rows, notes, picture and choices."""

    key: str
    title: str
    rows: list[Row]
    notes: list[Note]
    kind: object = None
    match: object = None
    candidates: tuple = ()
    picture: schema.Picture | None = None
    in_body: bool = False
    gaps: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Section:
    name: str
    title: str
    cards: list[Card]
    notes: list[Note] = dataclasses.field(default_factory=list)
    empty: str = ""


class ReviewForm(forms.Form):
    """``imported`` with ``matches`` of its document and the ``choices`` made so far."""

    def __init__(self, *args, imported: Imported, matches: dict[str, Match], choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.imported, self.matches, self.choices = imported, matches, choices
        self.sections = [section for section in self._sections() if section]

    @property
    def document(self):
        return self.imported.document

    @cached_property
    def people(self) -> list[Individual]:
        return individuals(self.document)

    # Fields

    def _add(self, name, field, initial):
        field.required = False
        field.initial = initial
        self.fields[name] = field
        return self[name]

    def _words(self, name, label, texts, *, field=None, strip=True, rows=1) -> Row:
        """A row with a cell per language."""
        cells = []
        for language in WRITTEN:
            made = field() if field else forms.CharField(strip=strip, widget=PlainTextarea())
            made.label = f"{label} · {OWN_NAMES[language]}"
            made.widget.attrs |= {"lang": HTML_LANG[language], "rows": rows}
            cells.append(self._add(f"{name}:{language}", made, texts.get(language, "")))
        return Row(label, cells)

    def _single(self, name, label, field, initial) -> Row:
        field.label = label
        return Row(label, [self._add(name, field, initial)], spans=True)

    def _person_rows(self, name, person) -> list[Row]:
        labels = {
            "name": gettext("Name"),
            "honorific": gettext("Honorific"),
            "job_title": gettext("Job title"),
            "organisation": gettext("Organisation"),
        }
        return [
            self._words(f"{name}:{field}", label, getattr(person, field))
            for field, label in labels.items()
        ]

    def _kind(self, key):
        current = corrections.kind_of(self.document, key)
        known = {
            name: label for name, label in KINDS.items() if name != "figure" or current == name
        }
        if current == "figure":
            known = {name: KINDS[name] for name in ("figure", "text")}
        field = forms.ChoiceField(
            label=_("What it is"), choices=[*known.items(), LEAVE_OUT], required=False
        )
        return self._add(f"{key}:kind", field, current)

    def _speaker(self, quote):
        speaker = next((p.part for p in self.people if quote.key in p.printed), "")
        field = forms.ChoiceField(
            choices=[
                ("", gettext("Nobody is named")),
                *((p.part, _known_as(p)) for p in self.people),
            ]
        )
        return self._single(f"{quote.key}:speaker", gettext("Speaker"), field, speaker)

    def _match(self, key):
        match = self.matches.get(key)
        if match is None:
            return {}
        labels = {c.key: f"{c.label} – {c.why}" for c in match.candidates}
        labels |= {
            NEW: gettext("A new record"),
            NONE: gettext("No record: only in this release"),
        }
        options = [(option, labels[option]) for option in match.options]
        field = forms.ChoiceField(label=_("In the records"), choices=options)
        bound = self._add(f"{key}:match", field, match.choose(self.choices.get(key)))
        return {"match": bound, "candidates": tuple(match.candidates)}

    def _leave_out(self, key):
        return self._add(
            f"{key}:kind",
            forms.ChoiceField(label=_("What it is"), choices=[("", _("Keep")), LEAVE_OUT]),
            "",
        )

    # The screen

    def _notes(self, *parts) -> list[Note]:
        return [n for n in self.imported.notes if n.part in parts and n.kind != "left_over"]

    def _sections(self):
        document = self.document
        yield self._heading()
        yield (
            Section(
                "key_points",
                gettext("Key points"),
                [self._block(p) for p in document.key_points],
                self._notes("key_points"),
            )
            if document.key_points
            else None
        )
        yield Section(
            "body",
            gettext("Body"),
            [self._block(block, in_body=True) for block in document.body],
            self._notes("body"),
            gettext("No text was found."),
        )
        yield (
            Section(
                "caption_quotes",
                gettext("Quotes that stand only in captions"),
                [self._quote_card(quote) for quote in document.caption_quotes],
            )
            if document.caption_quotes
            else None
        )
        yield (
            Section(
                "notes_to_editors",
                gettext("Notes to editors"),
                [self._block(block) for block in document.notes_to_editors],
                self._notes("notes_to_editors"),
            )
            if document.notes_to_editors
            else None
        )
        yield self._people()
        for name, title, parts in (
            ("signatories", gettext("Signatories"), document.signatories),
            ("witnesses", gettext("Witnesses"), document.witnesses),
        ):
            if parts:
                yield Section(
                    name, title, [self._participant(part) for part in parts], self._notes(name)
                )
        yield Section(
            "organisations",
            gettext("Issuing organisations"),
            [self._organisation(part) for part in document.organisations],
            self._notes("organisations"),
            gettext("No organisation was found."),
        )
        yield Section(
            "boilerplates",
            gettext("Boilerplates"),
            [self._boilerplate(part) for part in document.boilerplates],
            self._notes("boilerplates"),
            gettext("No standing text about an organisation was found."),
        )
        yield Section(
            "media_contacts",
            gettext("Media contacts"),
            [self._media_contact(part) for part in document.media_contacts],
            self._notes("media_contacts"),
            gettext("No media contact was found."),
        )

    def _heading(self):
        document = self.document
        day = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        moment = forms.DateTimeField(
            widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
        )
        slug = forms.CharField(validators=[validate_slug])
        rows = [
            self._words("headline", gettext("Headline"), document.headline),
            self._words("sub_headline", gettext("Sub-headline"), document.sub_headline),
            self._words("city", gettext("City"), document.dateline.city),
            self._single("date", gettext("Date"), day, document.dateline.date),
            self._single("embargo", gettext("Embargo until"), moment, document.embargo_until),
            self._single("slug", gettext("Address"), slug, document.slug),
        ]
        fields = ("headline", "sub_headline", "dateline", "embargo_until", "languages", "slug")
        card = Card("top", gettext("Headline and dateline"), rows, self._notes(*fields))
        return Section("top", gettext("Headline and dateline"), [card])

    def _block(self, block, in_body=False):
        key = block.key
        match block:
            case schema.TextBlock():
                rows = [self._words(f"{key}:html", gettext("Text"), block.html, field=Html)]
            case schema.Quote():
                return self._quote_card(block, in_body)
            case schema.Figure():
                rows = self._figure_rows(block)
            case _:
                rows = [self._words(f"{key}:text", gettext("Text"), block.text)]
        people = [person.key for person in getattr(block, "people", ())]
        return Card(
            key,
            str(KINDS[corrections.kind_of(self.document, key)]),
            rows,
            self._notes(key, *people),
            kind=self._kind(key),
            picture=getattr(block, "picture", None),
            in_body=in_body and not isinstance(block, schema.Figure),
            gaps=self._gaps(blocks.words(block)),
        )

    def _gaps(self, texts):
        """The languages in which something has no words while another has, in a release of both."""
        if len(self.document.languages) < 2 or not texts:
            return ()
        return tuple(language for language in WRITTEN if language not in texts)

    def _quote_card(self, quote, in_body=False):
        key = quote.key
        rows = [
            self._speaker(quote),
            self._words(f"{key}:lead_in", gettext("Lead-in"), quote.lead_in, strip=False),
            self._words(f"{key}:words", gettext("Words"), quote.words, strip=False, rows=2),
            self._words(f"{key}:follow_on", gettext("What follows"), quote.follow_on, strip=False),
        ]
        kind = (
            self._kind(key) if quote not in self.document.caption_quotes else self._leave_out(key)
        )
        return Card(
            key,
            str(KINDS["quote"]),
            rows,
            self._notes(key),
            kind=kind,
            in_body=in_body,
            gaps=self._gaps(blocks.words(quote)),
        )

    def _figure_rows(self, figure):
        key = figure.key
        rows = [
            self._words(f"{key}:caption", gettext("Caption"), figure.caption),
            self._words(f"{key}:alt_text", gettext("Alt text"), figure.alt_text),
            self._words(f"{key}:credit", gettext("Credit"), figure.credit),
        ]
        found = self._pictures()
        if found:
            field = forms.ChoiceField(choices=[("", gettext("No picture")), *found])
            chosen = figure.picture.sha256 if figure.picture else ""
            rows.insert(0, self._single(f"{key}:picture", gettext("Picture"), field, chosen))
        for person in figure.people:
            rows.append(self._words(f"{person.key}:name", gettext("In the picture"), person.name))
            rows.append(self._words(f"{person.key}:position", gettext("Position"), person.position))
        return rows

    def _pictures(self):
        pictures = {p.sha256: p for file in self.imported.files for p in file.pages.pictures}
        return [
            (
                sha256,
                gettext("Picture %(number)d, %(width)d × %(height)d px")
                % {"number": number, "width": p.width, "height": p.height},
            )
            for number, (sha256, p) in enumerate(pictures.items(), 1)
        ]

    def _people(self):
        cards = []
        for individual in self.people:
            notes = [
                n for n in self._notes(*individual.printed) if not _is_block(self.document, n.part)
            ]
            cards.append(
                Card(
                    f"person-{individual.part}",
                    _known_as(individual),
                    self._person_rows(f"person-{individual.part}", individual.person),
                    notes,
                    **self._match(individual.part),
                )
            )
        return Section("people", gettext("People"), cards, empty=gettext("Nobody is named."))

    def _participant(self, part):
        who = next(p for p in self.people if part.key in p.printed)
        field = forms.ChoiceField(choices=[(p.part, _known_as(p)) for p in self.people])
        row = self._single(f"{part.key}:person", gettext("Person"), field, who.part)
        return Card(part.key, _known_as(who), [row], [], kind=self._leave_out(part.key))

    def _organisation(self, part):
        key = part.key
        role = forms.ChoiceField(choices=Organisation.Role.choices)
        rows = [
            self._words(f"{key}:name", gettext("Name"), part.name),
            self._words(f"{key}:short_name", gettext("Short name"), part.short_name),
            self._single(f"{key}:role", gettext("Role"), role, part.role),
            self._website(key, part),
        ]
        return self._record_card(part, part.name, rows)

    def _boilerplate(self, part):
        key = part.key
        rows = [
            self._words(f"{key}:organisation", gettext("Organisation"), part.organisation),
            self._words(f"{key}:text", gettext("Text"), part.text, rows=3),
            self._website(key, part),
        ]
        return self._record_card(part, part.organisation, rows)

    def _media_contact(self, part):
        key = part.key
        rows = [
            self._words(f"{key}:name", gettext("Name"), part.name),
            self._words(
                f"{key}:organisation", gettext("Organisation or agency"), part.organisation
            ),
            self._words(f"{key}:on_behalf_of", gettext("On behalf of"), part.on_behalf_of),
            self._single(
                f"{key}:phones",
                gettext("Telephone"),
                PhonesFormField(),
                schema.to_json(part.phones),
            ),
            self._single(f"{key}:emails", gettext("E-mail"), EmailsFormField(), list(part.emails)),
        ]
        return self._record_card(part, part.name or part.organisation, rows)

    def _website(self, key, part):
        field = forms.CharField(validators=[URLValidator(schemes=["http", "https"])])
        return self._single(f"{key}:website", gettext("Website"), field, part.website)

    def _record_card(self, part, name, rows):
        title = next(iter(name.values()), "") or gettext("Without a name")
        return Card(
            part.key,
            Truncator(title).chars(60),
            rows,
            self._notes(part.key),
            kind=self._leave_out(part.key),
            gaps=self._gaps(name),
            **self._match(part.key),
        )

    # What was typed

    def corrected(self) -> tuple[Imported, dict[str, str]]:
        """What was read with what was typed, and the choices of records. The form must be valid."""
        imported = corrections.correct(self.imported, self._document())
        for key in self._keys(":kind"):
            if (kind := self.cleaned_data[f"{key}:kind"]) and self._is_there(imported, key):
                if kind == "left_out":
                    imported = corrections.leave_out(imported, key)
                else:
                    imported = corrections.change_kind(imported, key, kind)
        choices = {key: self.cleaned_data[f"{key}:match"] for key in self._keys(":match")}
        return imported, {key: choice for key, choice in choices.items() if choice}

    def _keys(self, suffix):
        return [name.removesuffix(suffix) for name in self.fields if name.endswith(suffix)]

    def _is_there(self, imported, key):
        return any(part.key == key for part in schema.parts(imported.document))

    def _text(self, name):
        return {
            language: value
            for language in WRITTEN
            if (value := self.cleaned_data.get(f"{name}:{language}"))
        }

    def _document(self):
        data, document = self.cleaned_data, self.document
        people = self._typed_people()
        return schema.replace(
            document,
            slug=data["slug"] or document.slug,
            headline=self._text("headline"),
            sub_headline=self._text("sub_headline"),
            dateline=schema.Dateline(city=self._text("city"), date=data["date"]),
            embargo_until=data["embargo"] and data["embargo"].astimezone(dt.UTC),
            key_points=[self._typed(p, people) for p in document.key_points],
            body=[self._typed(b, people) for b in document.body],
            caption_quotes=[self._typed(b, people) for b in document.caption_quotes],
            notes_to_editors=[self._typed(b, people) for b in document.notes_to_editors],
            signatories=[self._typed_participant(p, people) for p in document.signatories],
            witnesses=[self._typed_participant(p, people) for p in document.witnesses],
            organisations=[self._typed(o, people) for o in document.organisations],
            boilerplates=[self._typed(b, people) for b in document.boilerplates],
            media_contacts=[self._typed(c, people) for c in document.media_contacts],
        )

    def _typed(self, part, people):
        """A part with the words of its fields."""
        values = {}
        for field in part.__struct_fields__:
            name = f"{part.key}:{field}"
            if f"{name}:{WRITTEN[0]}" in self.fields:
                values[field] = self._text(name)
            elif field in ("role", "website", "emails") and name in self.fields:
                values[field] = self.cleaned_data[name]
        match part:
            case schema.Quote():
                values["speaker"] = self._person(part.key, part.speaker, "speaker", people)
            case schema.Figure():
                values["people"] = [self._typed(person, people) for person in part.people]
                if f"{part.key}:picture" in self.fields:
                    values["picture"] = self._picture(self.cleaned_data[f"{part.key}:picture"])
            case schema.MediaContact():
                values["phones"] = [
                    schema.Phone(**p) for p in self.cleaned_data[f"{part.key}:phones"]
                ]
        return schema.replace(part, **values)

    def _picture(self, sha256):
        for file in self.imported.files:
            for found in file.pages.pictures:
                if found.sha256 == sha256:
                    return schema.Picture(sha256=sha256, width=found.width, height=found.height)
        return None

    def _typed_people(self):
        """Everybody as each part prints them, with what was typed: only fields that were changed,
        for a title may be printed otherwise elsewhere on purpose."""
        typed = {}
        for individual in self.people:
            changes = {
                field: texts
                for field in ("name", "honorific", "job_title", "organisation")
                if (texts := self._text(f"person-{individual.part}:{field}"))
                != getattr(individual.person, field)
            }
            printed = {
                key: schema.replace(person, **changes) for key, person in individual.printed.items()
            }
            typed[individual.part] = (schema.replace(individual.person, **changes), printed)
        return typed

    def _person(self, key, person, field, people):
        chosen = self.cleaned_data.get(f"{key}:{field}")
        if not chosen:
            return schema.Person()
        whole, printed = people[chosen]
        return printed.get(key, whole)

    def _typed_participant(self, part, people):
        return schema.replace(part, person=self._person(part.key, part.person, "person", people))


def _is_block(document, key):
    return any(quote.key == key for quote in document.quotes())


def _known_as(individual):
    person = individual.person
    title = next((person.job_title[code] for code in WRITTEN if code in person.job_title), "")
    names = dict.fromkeys(person.name[code] for code in WRITTEN if code in person.name)
    name = " ".join(names) or gettext("Without a name")
    return Truncator(f"{name} – {title}" if title else name).chars(70)
