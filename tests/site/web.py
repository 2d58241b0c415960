"""Asking the public site."""

from django.urls import reverse
from django.utils import translation


def address(name, *args, language="en"):
    with translation.override(language):
        return reverse(name, args=args)


def fetch(client, url, **query):
    """The response with its whole body in ``body``; files are read to their end, which closes them."""
    response = client.get(url, query)
    response.body = b"".join(response.streaming_content) if response.streaming else response.content
    return response
