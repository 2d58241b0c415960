"""Why a site is not built. The message, in the operator's language, says what to do."""


class SiteError(Exception):
    """The site cannot be built now; the one that stands is untouched."""


class NotUsable(SiteError):
    """What was asked for makes no sense here: another folder, another origin, or later."""


class Unexpected(SiteError):
    """An address answers otherwise than what the database says of it."""
