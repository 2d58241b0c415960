from modeltranslation.translator import TranslationOptions, register

from .models import MediaContact


@register(MediaContact)
class MediaContactTranslation(TranslationOptions):
    fields = ("agency", "name")
    required_languages = ()
