"""The form of a release as a document, whether it is ever saved or not."""

from releases.document import Document
from releases.document.compose import document_of, stored_rows
from releases.models import PARTS


def typed(form, formsets) -> Document:
    """Return the document that a sent form and its formsets say, validated before.

    What is wrong in them is left out; kinds of parts that the form does not show stay as they are.
    """
    rows = {formset.model: formset.rows for formset in formsets}
    return document_of(
        form.instance,
        {
            model: rows[model] if model in rows else stored_rows(form.instance, model)
            for model in PARTS
        },
    )
