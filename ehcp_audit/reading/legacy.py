"""Old Word files and Rich Text: turned into .docx by LibreOffice where it is installed, and read as such.

LibreOffice runs with a profile of its own in a folder that only we may open, with macros and links switched off and
no way to the network, under what is left of the deadline. The folder goes when the file has been read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ehcp_audit.errors import UnreadableError
from ehcp_audit.model import Document

if TYPE_CHECKING:
    from ehcp_audit.reading.formats import Wishes

_PREFIX = "ehcp-audit-reader-"
_LOCKED_MARK = b"\xec\xa5\xc1\x00"  # how the main stream of a Word 97 to 2003 file begins
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort"><value>9</value></prop></item>
</oor:items>
"""  # noqa: E501  (a setting to a line, as LibreOffice writes them)

NOT_INSTALLED = (
    "This is {what}, which is read with LibreOffice, and LibreOffice is not installed. Open the file in Word and save "
    "it as .docx, or install LibreOffice."
)
FAILED = "LibreOffice could not open this file. Open it in Word, save it as .docx, and try that copy."
TIMED_OUT = "LibreOffice took too long over this file. Open it in Word, save it as .docx, or raise --read-seconds."
ENCRYPTED = "This Word document is locked with a password. Open it in Word, remove the password and save it again."


@cache
def program() -> str | None:
    """Where is LibreOffice?"""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None and sys.platform == "win32":
        for folder in (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)")):
            place = Path(folder or "C:/", "LibreOffice", "program", "soffice.exe")
            if place.is_file():
                return str(place)
    return found


def read(path: Path, wishes: Wishes) -> Document:
    """What does this old Word file or Rich Text say?

    Raises UnreadableError (`legacy_format` where LibreOffice is not installed).
    """
    data = path.read_bytes()
    kind = "rtf" if data.startswith(b"{\\rtf") else "doc"
    if kind == "doc" and _is_locked(data):
        raise UnreadableError("encrypted", ENCRYPTED)
    office = program()
    if office is None:
        what = "a Rich Text document" if kind == "rtf" else "an old Word document"
        raise UnreadableError("legacy_format", NOT_INSTALLED.format(what=what))
    from ehcp_audit.reading.docx import read as read_docx

    with _folder() as folder:
        source = folder / f"document.{kind}"
        source.write_bytes(data)
        _convert(office, source, folder, max(wishes.seconds - 3.0, 0.7 * wishes.seconds))
        made = folder / "document.docx"
        if not made.is_file() or not made.stat().st_size:
            raise UnreadableError("damaged", FAILED)
        return replace(read_docx(made, wishes), format=kind)


def _is_locked(data: bytes) -> bool:
    """Does the head of the main stream say that what follows is encrypted?"""
    at = data.find(_LOCKED_MARK)
    while at >= 0:
        if at % 512 == 0 and len(data) > at + 12:
            return bool(data[at + 11] & 1)
        at = data.find(_LOCKED_MARK, at + 1)
    return False


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder of our own, gone afterwards; those of readers that were killed go too."""
    home = Path(tempfile.gettempdir())
    for old in home.glob(f"{_PREFIX}*"):
        owner = old.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not _lives(int(owner)):
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return True  # nothing there tells without harm: its owner sweeps its own
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _convert(office: str, source: Path, folder: Path, seconds: float) -> None:
    from ehcp_audit.reading.limits import lift_memory_limit

    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    nowhere = "http://127.0.0.1:9"
    command = [
        office,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(source),
    ]
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            cwd=folder,
            env={
                **os.environ,
                "http_proxy": nowhere,
                "https_proxy": nowhere,
                "HOME": str(folder),
                "TMPDIR": str(folder),
            },
            preexec_fn=None if sys.platform == "win32" else lift_memory_limit,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError("timed_out", TIMED_OUT) from None
    except OSError:
        raise UnreadableError("damaged", FAILED) from None
