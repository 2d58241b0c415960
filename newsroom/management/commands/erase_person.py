"""``manage.py erase_person NAME [NAME …] --by USERNAME``: a person leaves the newsroom."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from newsroom import erasure
from releases.document import NameRefused, Names
from releases.document.erasing import LEFT_OUT, REPLACED
from releases.management.base import OperatorCommand
from releases.publishing.redact import NOTE
from releases.roles import may


class Command(OperatorCommand):
    help = (
        "Erase a person from drafts, records, imports, logs and public pages. Give the name in every "
        "spelling and language. Without --apply it says what it finds and changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", metavar="NAME")
        parser.add_argument("--by", metavar="USERNAME", help="the press chief who answers for it")
        parser.add_argument("--apply", action="store_true", help="erase what is found")

    def handle(self, *, names, by, apply, **options):
        names, by = _names(names), _user(by)
        report = erasure.erase(
            names=names, by=by, apply=apply, tell=self._tell, progress=self._progress
        )
        if report.places:
            self.stdout.write(_summary(report, apply))
        else:
            self.stdout.write(_("Nothing was found under these names. Nothing was changed."))
        self._say_what_remains(report, apply)

    def _tell(self, where, place):
        done = {REPLACED: _("replaced"), LEFT_OUT: _("left out")}[place.done]
        words = f" – {place.words}" if place.words else ""
        self.stdout.write(f"{where}: {place.path} ({done}){words}")

    def _progress(self, count):
        if count % 100 == 0:
            self.stderr.write(
                ngettext("%d release looked at", "%d releases looked at", count) % count
            )

    def _say_what_remains(self, report, apply):
        if report.other_names:
            listed = ", ".join(sorted(report.other_names))
            self.stdout.write(
                _(
                    "The same person is called otherwise too: %s. Run this again with those names, before --apply where you can."
                )
                % listed
            )
        for line in dict.fromkeys(report.stays):
            self.stdout.write(_("Stays: %s") % line)
        if not report.places:
            return
        self.stdout.write(_("What no program erases:"))
        for line in (
            _(
                "Names and faces inside pictures. One that shows the person goes when you give it their name in the admin's list of pictures and run this again."
            ),
            _("Words that describe the person without the name, telephone numbers among them."),
            _("Addresses made of the name: they are listed above as what stays."),
            _("Earlier editions: the record of what was published. Nothing serves them."),
            _(
                "Backups: up to 12 months, until retention deletes them. After a restore, run this again."
            ),
            _(
                "A site of files: build and upload it again. Its generation before holds the person until build_site has run once more, with --all."
            ),
            _("What somebody typed and has not saved, in their browser."),
            _("Copies of others: search engines, archives, feed readers, the press."),
        ):
            self.stdout.write(f"- {line}")


def _summary(report, apply):
    places = ngettext("%d place", "%d places", report.places) % report.places
    if not apply:
        return _("Found: %s. Nothing was changed; --apply erases.") % places
    redacted = ngettext("%d release", "%d releases", report.redacted) % report.redacted
    return _("Erased: %(places)s. Redacted: %(redacted)s.") % {
        "places": places,
        "redacted": redacted,
    }


def _names(given):
    if not given:
        raise CommandError(
            _("Give the name of the person, in every spelling and language."), returncode=2
        )
    try:
        names = Names(given)
        for words in NOTE.values():
            if names.are_in(words):
                raise NameRefused(names.excerpt(words), "mark")
        return names
    except NameRefused as refused:
        reasons = {
            "short": _("“%s” is too short: it would be found everywhere. Give a longer name."),
            "mark": _(
                "“%s” stands in the words that take the place of a name. Give a longer name."
            ),
        }
        raise CommandError(reasons[refused.why] % refused.name, returncode=2) from None


def _user(username):
    if not username:
        raise CommandError(
            _("Say who answers for it: --by and the user name of a press chief."), returncode=2
        )
    by = User.objects.filter(username=username, is_active=True).first()
    if by is None:
        raise CommandError(_("There is no active user “%s”.") % username, returncode=2)
    if not may(by, "publish"):
        raise CommandError(
            _("“%s” may not publish, and so may not redact: name a press chief.") % username,
            returncode=2,
        )
    return by
