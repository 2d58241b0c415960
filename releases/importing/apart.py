"""Reading in a process of its own, bounded in time and memory: a file may have been made to harm.

Whatever happens there, here it ends in an ``Imported`` or in an ``ImportRefused``.
"""

import logging
import re
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence

import msgspec
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from .imported import File, Imported
from .notes import ImportRefused

SECONDS = 10
MEMORY = 512 * 1024 * 1024
# The largest answer: the pictures of two files, once more, and their text.
ANSWER = 128 * 1024 * 1024

# The models must be known before this module can be imported.
START = "import django; django.setup(); from releases.importing import apart; apart.main()"

OUT_OF_MEMORY = re.compile(r"MemoryError|bad_alloc|cannot allocate memory|out of memory", re.I)

logger = logging.getLogger(__name__)


class Refusal(msgspec.Struct, tag=True):
    message: str


class Answer(msgspec.Struct, tag=True):
    imported: Imported


class Question(msgspec.Struct):
    language: str
    files: list[File]


def read(files: Sequence[File]) -> Imported:
    """Return the release that one file holds, or two in different languages. Raises ImportRefused.

    The notes are in the language that is active here.
    """
    question = Question(translation.get_language() or settings.LANGUAGE_CODE, list(files))
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(
                [sys.executable, "-c", START],
                input=msgspec.msgpack.encode(question),
                stdout=answer,
                stderr=subprocess.PIPE,
                timeout=SECONDS,
                cwd=settings.BASE_DIR,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise _too_long() from None
        if done.returncode:
            raise _stopped(done)
        answer.seek(0)
        match msgspec.msgpack.decode(answer.read(), type=Refusal | Answer):
            case Refusal(message):
                raise ImportRefused(message)
            case Answer(imported):
                return imported


def _stopped(done: subprocess.CompletedProcess) -> ImportRefused:
    said = done.stderr.decode(errors="replace")
    if done.returncode == -signal.SIGXCPU:
        return _too_long()
    if _out_of_memory(done.returncode, said):
        return _too_large()
    logger.warning("A file could not be read (%d): %s", done.returncode, said[-2000:])
    return ImportRefused(
        _("The file is damaged, or not what its name says, and cannot be read. Save it anew.")
    )


def _out_of_memory(code: int, said: str) -> bool:
    """Whether a process ended for want of memory: by the kernel, in Python, or within a library.

    PDFium aborts without a word when it is given no memory, a C++ library with std::bad_alloc; what
    aborts for another reason says which.
    """
    if code == -signal.SIGABRT and not said.strip():
        return True
    return code == -signal.SIGKILL or bool(OUT_OF_MEMORY.search(said))


def _too_long() -> ImportRefused:
    return ImportRefused(
        _(
            "Reading was stopped after %(seconds)d seconds: no release takes that long. "
            "Save the text of the release alone and try again."
        )
        % {"seconds": SECONDS}
    )


def _too_large() -> ImportRefused:
    return ImportRefused(
        _(
            "Reading was stopped: the file needs more memory than any release. "
            "Save the text of the release alone, with smaller pictures, and try again."
        )
    )


def main() -> None:
    """In the other process: a question on standard input, an answer on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # At the first number comes the signal that says why, at the second one that does not.
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (ANSWER, ANSWER))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Here, because the libraries of the readers have no place in a process that answers requests.
    from . import reader

    question = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Question)
    with translation.override(question.language):
        try:
            answer = msgspec.msgpack.encode(Answer(reader.read(question.files)))
        except ImportRefused as refusal:
            answer = msgspec.msgpack.encode(Refusal(str(refusal)))
        except MemoryError:
            answer = b""
        if not 0 < len(answer) <= ANSWER:
            answer = msgspec.msgpack.encode(Refusal(str(_too_large())))
        sys.stdout.buffer.write(answer)
