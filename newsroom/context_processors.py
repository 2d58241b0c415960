"""What every template knows."""

from django.conf import settings
from django.utils.translation import get_language


def newsroom(request):
    return {"NEWSROOM_NAME": settings.NEWSROOM_NAME[get_language() or settings.LANGUAGE_CODE]}
