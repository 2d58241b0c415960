from modeltranslation.translator import TranslationOptions, register

from .models import Boilerplate, Organisation, Spokesperson


class Optional(TranslationOptions):
    required_languages = ()


@register(Organisation)
class OrganisationTranslation(Optional):
    fields = ("name", "short_name")


@register(Boilerplate)
class BoilerplateTranslation(Optional):
    fields = ("text",)


@register(Spokesperson)
class SpokespersonTranslation(Optional):
    fields = ("name", "honorific", "job_title")
