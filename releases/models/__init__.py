from .acknowledgement import Acknowledgement
from .approval import Approval
from .draft import (
    PARTS,
    Figure,
    KeyPoint,
    PersonInPicture,
    Quote,
    Release,
    ReleaseBoilerplate,
    ReleaseMediaContact,
    ReleaseOrganisation,
    ReleaseTopic,
    Signatory,
    SimplifiedPassage,
    Subheading,
    Text,
    Topic,
    Witness,
)
from .edition import Edition, Listing, Page, PageListing, PageMediaContact, PagePicture
from .glossary import Term
from .imports import Import, ImportedFile
from .search import PageText, Word
from .translations import Translation
from .versions import Presence, Version

__all__ = [
    "PARTS",
    "Acknowledgement",
    "Approval",
    "Edition",
    "Figure",
    "Import",
    "ImportedFile",
    "KeyPoint",
    "Listing",
    "Page",
    "PageListing",
    "PageMediaContact",
    "PagePicture",
    "PageText",
    "PersonInPicture",
    "Presence",
    "Quote",
    "Release",
    "ReleaseBoilerplate",
    "ReleaseMediaContact",
    "ReleaseOrganisation",
    "ReleaseTopic",
    "Signatory",
    "SimplifiedPassage",
    "Subheading",
    "Term",
    "Text",
    "Topic",
    "Translation",
    "Version",
    "Witness",
    "Word",
]
