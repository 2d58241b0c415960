"""``python -m newsroom.ask SOCKET PATH``: ask a server on a Unix socket; exit code 0 where it is well.

What start scripts and container engines use; it needs no settings and no package.
"""

import http.client
import socket
import sys


class _OnSocket(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.host)


def main(path_of_socket, path):
    connection = _OnSocket(path_of_socket, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": "localhost"})
        answer = connection.getresponse()
        print(answer.read().decode("utf-8", "replace").strip())
    except OSError:
        return 1
    return answer.status != 200


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
