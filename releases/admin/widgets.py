"""Widgets of the release form."""

from django.contrib.admin.widgets import AutocompleteSelect
from django.utils.translation import gettext

from pictures.admin import PictureSelect


class InOneQuery:
    """An autocomplete that asks once for the records that all rows of a release name.

    The stock widget asks once per row. ``in_use`` is a queryset of these records; every copy of the
    widget that a formset makes shares ``found``. A record that is gone (a row remembers its key
    all the same) stays in the select, so that saving does not forget it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.in_use = None
        self.found = {}
        self.may_hold_new_choices = True  # as in a form that is shown again with errors

    def optgroups(self, name, value, attr=None):
        field = self.field.target_field.attname
        if self.in_use is not None and not self.found:
            # In place, because the copies share it.
            self.found.update({str(getattr(row, field)): row for row in self.in_use})
        key = str(value[0]) if value else ""
        if key and key not in self.found and self.may_hold_new_choices:
            self.found[key] = self.choices.queryset.filter(**{field: key}).first()
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        if not key:
            return [(None, options, 0)]
        record = self.found.get(key)
        if record:
            label = self.choices.field.label_from_instance(record)
        else:
            label = gettext("%s (no longer on record)") % key
        options.append(self.create_option(name, key, label, True, len(options)))
        return [(None, options, 0)]


class RecordSelect(InOneQuery, AutocompleteSelect):
    pass


class RowPictureSelect(InOneQuery, PictureSelect):
    pass
