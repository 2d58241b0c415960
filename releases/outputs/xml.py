"""What XML can say."""

import re

_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def sayable(text: str) -> str:
    """Return the text without the characters that XML 1.0 has no way to write (§2.2)."""
    return _NO_CHARACTER.sub("", text)
