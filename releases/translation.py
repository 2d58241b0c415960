"""Which fields stand in the database once per language.

Read ``field_zh_hant`` and ``field_en``, never the bare field: that one holds whatever language was
active when it was saved.
"""

from modeltranslation.translator import TranslationOptions, translator

from . import models

PERSON = models.draft.PersonAsOfTheDay.WORDS

TRANSLATED = {
    models.Release: ("headline", "sub_headline", "dateline_city"),
    models.Topic: ("name",),
    models.KeyPoint: ("text",),
    models.ReleaseOrganisation: ("name", "short_name"),
    models.ReleaseTopic: ("name",),
    models.Signatory: PERSON,
    models.Witness: PERSON,
    models.ReleaseBoilerplate: ("organisation", "text"),
    models.ReleaseMediaContact: ("organisation", "on_behalf_of", "name"),
    models.Text: ("html",),
    models.Quote: (*PERSON, "lead_in", "text", "follow_on", "marks"),
    models.Figure: ("alt_text", "caption", "credit", "usage_terms"),
    models.Subheading: ("text",),
    models.PersonInPicture: ("name", "position"),
    models.SimplifiedPassage: (),  # edited among the others
}

for model, translated in TRANSLATED.items():
    options = type(
        "Options", (TranslationOptions,), {"fields": translated, "required_languages": ()}
    )
    translator.register(model, options)
