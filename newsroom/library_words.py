"""Words of libraries that have no Traditional Chinese of their own, for our catalogue.

``makemessages`` finds them here; the libraries ask for them by the same English.
"""

from django.utils.translation import gettext_noop

CONTENT_EDITOR = (
    gettext_noop("Add new item"),
    gettext_noop("No items."),
    gettext_noop("No items. Region may inherit content."),
    gettext_noop("No regions available."),
    gettext_noop("No plugins allowed in this region."),
    gettext_noop("New item"),
    gettext_noop("Unknown region"),
    gettext_noop("Collapse all items"),
    gettext_noop("Uncollapse all items"),
    gettext_noop("marked for deletion"),
    gettext_noop("Use Ctrl-Click to select and move multiple items."),
    gettext_noop("Clone from region"),
    gettext_noop("Didn't find anything to clone"),
    gettext_noop("Select all"),
    gettext_noop("Cloning {} plugins succeeded."),
    gettext_noop("Cloning plugins failed: {}"),
)
PROSE_EDITOR = (
    gettext_noop("URL"),
    gettext_noop("Title"),
    gettext_noop("Update"),
    gettext_noop("Cancel"),
)
