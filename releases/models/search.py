"""What the search reads: the words of pages. Made from editions; ``rebuild_search`` makes it again."""

from django.db import models

from .edition import Page


class PageText(models.Model):
    """The words of a page, as printed and as folded; a line for each paragraph, in the same places.

    ``tail`` holds what only accompanies a release: boilerplates and media contacts. ``tokens`` is
    what each database's own index is over (``releases.search.databases``). Nothing here is
    public by itself: a search asks ``Page.objects.public(at)``.
    """

    page = models.OneToOneField(
        Page, primary_key=True, on_delete=models.CASCADE, related_name="text"
    )
    # What is read most stands first: SQLite reads a row from its beginning.
    folded_headline = models.TextField()
    folded_body = models.TextField()
    folded_tail = models.TextField()
    body = models.TextField()
    tail = models.TextField()
    tokens = models.TextField()
    # That of the page, so that a search in one language leaves the others aside without looking them
    # up; null where the index was not made again since there is this column.
    language = models.CharField(max_length=10, null=True)  # noqa: DJ001 (not known is not empty)


class Word(models.Model):
    """A folded word that stands on some page, public or not: “did you mean” looks among these.

    ``start`` and ``end`` are its first and last two letters.
    """

    word = models.CharField(primary_key=True, max_length=40)
    start = models.CharField(max_length=2)
    end = models.CharField(max_length=2)

    class Meta:
        indexes = [
            models.Index(fields=["start"], name="word_start"),
            models.Index(fields=["end"], name="word_end"),
        ]
