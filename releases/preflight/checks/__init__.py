"""The checks, a module per family. Importing this package registers them all."""

from . import (  # noqa: F401
    boilerplates,
    chinese,
    contacts,
    dates,
    english,
    languages,
    named,
    numbers,
    people,
    pictures,
    quotes,
    signing,
    text,
)
