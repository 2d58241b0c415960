"""The form of a release as a document, whether it is ever saved or not."""

import re

from django.core.exceptions import FieldDoesNotExist

from releases.document import Document
from releases.document.compose import document_of, stored_rows
from releases.models import PARTS
from releases.models.draft import SLUG

NO_SLUG = "preview"


def typed(form, formsets) -> Document:
    """Return the document that a sent form and its formsets say, validated before.

    What is wrong in them is left out; kinds of parts that the form does not show stay as they are.
    """
    for one in (form, *(row for formset in formsets for row in formset.forms)):
        if one.is_bound:
            _leave_out_mistakes(one)
    release = form.instance
    if not re.match(SLUG, release.slug):
        release.slug = NO_SLUG
    rows = {formset.model: formset.rows for formset in formsets}
    return document_of(
        release,
        {model: rows[model] if model in rows else stored_rows(release, model) for model in PARTS},
    )


def _leave_out_mistakes(form):
    for name in form.errors:
        try:
            field = form.instance._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        setattr(form.instance, name, field.get_default())
