from modeltranslation.translator import TranslationOptions, register

from .models import Newsroom


@register(Newsroom)
class NewsroomTranslation(TranslationOptions):
    fields = ("name", "about", "footer", "links", "copyright_line")
    required_languages = ()
