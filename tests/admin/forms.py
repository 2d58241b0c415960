"""What a browser would send for a form on a page."""

from html.parser import HTMLParser


class _Form(HTMLParser):
    def __init__(self, form_id):
        super().__init__()
        self.form_id = form_id
        self.inside = False
        self.values = {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.inside = attributes.get("id") == self.form_id
        if not self.inside:
            return
        name = attributes.get("name")
        if tag == "input" and name:
            kind = attributes.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in attributes:
                    self.values.setdefault(name, []).append(attributes.get("value", "on"))
            elif kind not in ("submit", "file"):
                self.values[name] = attributes.get("value", "")
        elif tag == "textarea":
            self.textarea = name
            self.values[name] = ""
        elif tag == "select":
            self.select = name
            self.values[name] = None
        elif tag == "option" and self.select:
            chosen = self.values[self.select] is None or "selected" in attributes
            if chosen:
                self.values[self.select] = attributes.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "textarea" and self.textarea:
            # A browser drops the first newline, and sends the others as CR LF.
            value = self.values[self.textarea].removeprefix("\n")
            self.values[self.textarea] = value.replace("\n", "\r\n")
            self.textarea = None
        elif tag == "select":
            if self.select and self.values[self.select] is None:
                self.values[self.select] = ""
            self.select = None

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data


def values(response, form_id="release_form"):
    """The names and values of a form as it stands, before anybody types."""
    parser = _Form(form_id)
    parser.feed(response.content.decode())
    assert parser.values, "there is no such form on the page"
    return {name: value for name, value in parser.values.items() if "__prefix__" not in name}


def add_row(data, prefix, **row):
    """Add a row to a list of the form, as the button does; return its index."""
    index = int(data[f"{prefix}-TOTAL_FORMS"])
    data[f"{prefix}-TOTAL_FORMS"] = str(index + 1)
    data |= {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return index


def errors(response):
    """Everything that the form complains of; empty where it was saved."""
    if response.status_code == 302:
        return []
    context = response.context
    found = [context["adminform"].form.errors]
    for formset in context["inline_admin_formsets"]:
        found += [*formset.formset.errors, formset.formset.non_form_errors()]
    return [error for error in found if error]
