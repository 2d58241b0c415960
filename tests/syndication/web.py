"""What the tests of feeds and sitemaps share."""

from pathlib import Path

from lxml import etree

from releases.models import Edition, Page
from releases.publishing.pages import editions_with_window, write_pages

GRAMMARS = Path(__file__).with_name("grammars")

# What people may write, or paste, that a feed has to survive.
HOSTILE = "</script> ]]> <b>x</b> & \"q\" 'a' \x08\x1b\ufffe 𠮷 😀"


def valid(name, body):
    """The root of an XML document that follows the grammar of that name."""
    grammar = etree.RelaxNG.from_rnc_string((GRAMMARS / f"{name}.rnc").read_text("utf-8"))
    root = etree.fromstring(body)
    assert grammar.validate(root), grammar.error_log
    return root


def corrected(edition, value, *, at, note):
    """The edition that takes the place of another at a moment."""
    Page.objects.filter(edition=edition).update(visible_until=at)
    correction = Edition.objects.create(
        release=edition.release,
        number=edition.number + 1,
        kind="correction",
        document=value,
        digest="0" * 64,
        change_note=dict.fromkeys(value["languages"], note),
        visible_from=at,
        created_at=at,
        created_by=edition.created_by,
    )
    write_pages(editions_with_window().get(pk=correction.pk))
    return correction
