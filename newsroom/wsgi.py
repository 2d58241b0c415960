"""The WSGI application that granian serves."""

from django.core.wsgi import get_wsgi_application

from newsroom.startup import read_settings

read_settings()
application = get_wsgi_application()
