"""Asks a load balancer over HTTPS by its own name, and checks the certificate of the public name."""

import http.client
import socket
import ssl
import time

LIMIT_SECONDS = 5


def ask(host, name, path, port=443):
    """Returns (reachable, milliseconds, reason); reachable is an answer of 200 to 399 under a valid certificate."""
    started = time.monotonic()
    try:
        connection = http.client.HTTPSConnection(name, port, timeout=LIMIT_SECONDS)
        plain = socket.create_connection((host, port), LIMIT_SECONDS)
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=name)
        try:
            connection.request("GET", path, headers={"User-Agent": "tandem-probe", "Connection": "close"})
            status = connection.getresponse().status
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as problem:
        return False, elapsed(started), f"{type(problem).__name__}: {problem}"
    return 200 <= status < 400, elapsed(started), f"status {status}"


def elapsed(started):
    return round((time.monotonic() - started) * 1000)
