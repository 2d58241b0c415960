"""Is a port free? ``python newsroom/port.py 8000`` says in one line why not, and nothing if it is.

Needs only the standard library: ``make demo`` asks before anything is installed.
"""

import socket
import sys

HOST = "127.0.0.1"


def problem(value):
    """Say why the newsroom cannot be served on a port (an empty string: it can)."""
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 65535):
        return f"PORT: {value!r} is no port; give a number from 1 to 65535"
    with socket.socket() as probe:
        # A server that has just stopped leaves its port waiting: that is no hindrance.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(value)))
        except PermissionError:
            return (
                f"PORT: {value} is kept for the administrator of this machine; give one above 1023"
            )
        except OSError:
            return f"PORT: {value} is in use on this machine; give another: make demo PORT=8001"
    return ""


if __name__ == "__main__":
    print(problem(sys.argv[1]), end="")
