"""Can anything in this process reach a network? No: a guard that Python itself enforces.

The interpreter reports connects, look-ups and sends as audit events before they happen; the guard refuses them.
An audit hook cannot be taken away again, so the promise holds for the life of the process. Pipes between our own
processes raise none of these events.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ehcp_audit.errors import AuditError

REFUSED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
        "urllib.Request",
        "ftplib.connect",
        "ftplib.sendcmd",
        "http.client.connect",
        "http.client.send",
        "imaplib.open",
        "nntplib.connect",
        "poplib.connect",
        "smtplib.connect",
        "smtplib.send",
        "telnetlib.Telnet.open",
        "webbrowser.open",
    }
)
"""The audit events that would take a word out of this machine, or bring one in."""

_guarded: list[bool] = []


class NetworkRefused(AuditError):  # noqa: N818  (reads as what happened)
    """Something asked for the network. ehcp-audit never does, so nothing in it may."""

    def __init__(self, event: str) -> None:
        super().__init__(
            f"Something tried to use the network ({event}). ehcp-audit works offline and refused it; "
            "please report this to whoever maintains your copy."
        )


def _refuse(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in REFUSED:
        raise NetworkRefused(event)


def guard() -> None:
    """From now on, refuse every network use in this process. Calling it again changes nothing."""
    if not _guarded:
        _guarded.append(True)
        sys.addaudithook(_refuse)


def is_guarded() -> bool:
    """Has this process promised to stay offline?"""
    return bool(_guarded)


@contextmanager
def without_probing() -> Iterator[None]:
    """Import a library within this: what comes with it shall not even try what the machine's network can do.

    spaCy brings urllib3, which finds out at import whether IPv6 works by binding a socket. The guard would refuse
    it; here it is not tried.
    """
    import socket

    had = socket.has_ipv6
    socket.has_ipv6 = False
    try:
        yield
    finally:
        socket.has_ipv6 = had
