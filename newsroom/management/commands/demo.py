"""The demo: a sample newsroom on this machine, with two users to try it."""

import json
import os
import secrets
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction

from newsroom import port
from releases.role_names import PRESS_CHIEF

PRESS_OFFICER, ADMINISTRATOR = "officer", "administrator"


class Command(BaseCommand):
    help = "Serve a sample newsroom on this machine; “make demo” sets it up and calls this."
    requires_system_checks = ()  # a start takes a second, not three

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")
        parser.add_argument("--folder", default="var/demo", help="Where the demo keeps everything.")
        parser.add_argument("--no-serve", action="store_true", help="Only set it up.")

    def handle(self, *args, folder, no_serve, **options):
        refuse_port(options["port"])
        folder = settings.BASE_DIR / folder
        refuse_database_outside(folder)
        call_command("migrate", interactive=False, verbosity=0)
        passwords = make_users(folder / "passwords.json")
        call_command("load_sample", by=PRESS_OFFICER, stdout=self.stdout)
        self.stdout.write(banner(options["port"], passwords))
        self.stdout.flush()
        if not no_serve:
            serve(options["port"])


def refuse_port(value):
    if reason := port.problem(value):
        raise CommandError(reason, returncode=2)


def refuse_database_outside(folder):
    """An administrator whose password is printed has no place in a real newsroom."""
    database = Path(settings.DATABASES["default"]["NAME"])
    if folder not in database.parents:
        raise CommandError("DATABASE_URL is not the demo's. Start it with: make demo", returncode=2)


@transaction.atomic
def make_users(path):
    """Make both users where they are missing; return their passwords, made up once."""
    made_up = not path.exists()
    if made_up:
        path.touch(mode=0o600)
        names = (PRESS_OFFICER, ADMINISTRATOR)
        path.write_text(json.dumps({name: secrets.token_urlsafe(9) for name in names}))
    passwords = json.loads(path.read_text())
    for name, password in passwords.items():
        user, new = User.objects.get_or_create(
            username=name,
            defaults={"is_staff": True, "is_superuser": name == ADMINISTRATOR},
        )
        if new or made_up:
            user.set_password(password)
            user.save()
        if new and name == PRESS_OFFICER:
            user.groups.add(Group.objects.get(name=PRESS_CHIEF))
    return passwords


def banner(number, passwords):
    address = f"http://{port.HOST}:{number}/"
    return f"""
  The newsroom     {address}
  Its admin        {address}admin/
  Press officer    {PRESS_OFFICER}  {passwords[PRESS_OFFICER]}
  Administrator    {ADMINISTRATOR}  {passwords[ADMINISTRATOR]}

  Ctrl-C stops it.
"""


def serve(number):
    """Become the server, so that Ctrl-C reaches it and nothing else."""
    granian = str(Path(sys.executable).with_name("granian"))
    os.execv(
        granian,
        [
            granian,
            "newsroom.wsgi:application",
            *("--interface", "wsgi", "--host", port.HOST, "--port", number),
            *("--blocking-threads", "4", "--backpressure", "64", "--log-level", "error"),
            *("--workers-kill-timeout", "1"),  # now and then a worker hears Ctrl-C and does not go
        ],
    )
