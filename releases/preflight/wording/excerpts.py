"""The words that a finding shows: few, and found by whoever looks for them from the start of the text."""

_LONGEST = 40


def excerpt(text: str, start: int, end: int) -> str:
    """Return ``text[start:end]``, with as many of its neighbours as tell it from an earlier place.

    The editor looks for the first place where an excerpt stands. Neighbours come from the same line.
    """
    first, last = start, end
    while text.find(text[first:last]) < first and last - first < _LONGEST:
        if last < len(text) and text[last] != "\n":
            last += 1
        elif first > 0 and text[first - 1] != "\n":
            first -= 1
        else:
            break
    return text[first:last]


def word_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of what stands between the spaces around ``text[start:end]``."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
