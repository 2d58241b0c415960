"""The addresses of the newsroom, and one that takes its time."""

import time

from django.http import HttpResponse
from django.urls import path

from newsroom.urls import *  # noqa: F403


def slow(request):
    print("slow begins", flush=True)
    time.sleep(1.5)
    return HttpResponse("done")


urlpatterns = [path("slow/", slow), *urlpatterns]  # noqa: F405
