"""Widgets of the release form."""

from django.contrib.admin.widgets import AutocompleteSelect

from pictures.admin import PictureSelect


class InOneQuery:
    """An autocomplete that asks once for the records that all rows of a release name.

    The stock widget asks once per row. ``in_use`` is a queryset of these records; every copy of the
    widget that a formset makes shares ``found``.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.in_use = None
        self.found = {}

    def optgroups(self, name, value, attr=None):
        if self.in_use is not None:
            field = self.field.target_field.attname
            self.found |= {str(getattr(row, field)): row for row in self.in_use}
            self.in_use = None
        key = str(value[0]) if value else ""
        if key not in self.found:  # nothing, or a record chosen in a form that is shown again
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.found[key])
        options.append(self.create_option(name, key, label, True, len(options)))
        return [(None, options, 0)]


class RecordSelect(InOneQuery, AutocompleteSelect):
    pass


class RowPictureSelect(InOneQuery, PictureSelect):
    pass
