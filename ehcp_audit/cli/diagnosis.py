"""What `doctor` looks at: versions, encodings, folders, tools, the network guard, a self-test on a bundled plan."""

from __future__ import annotations

import os
import platform
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ehcp_audit.errors import AuditError

PACKAGES = (
    "typer",
    "rich",
    "pydantic",
    "pyyaml",
    "spacy",
    "pypdfium2",
    "pdfplumber",
    "pdfminer.six",
    "python-docx",
    "lxml",
    "openpyxl",
    "jinja2",
    "pypdf",
    "pillow",
    "scipy",
    "platformdirs",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at."""

    subject: str
    words: str
    ok: bool = True
    optional: bool = False  # not being ok is worth a note, no more


def diagnose() -> Iterator[Line]:
    """Everything worth knowing of this installation, one line each; nothing is sent anywhere."""
    from ehcp_audit import __version__

    yield Line("ehcp-audit", f"{__version__}, in {Path(__file__).resolve().parents[1]}")
    yield Line("Python", f"{platform.python_version()} ({sys.executable})", sys.version_info >= (3, 11))
    yield Line("system", f"{platform.system()} {platform.release()} {platform.machine()}, {os.cpu_count()} processors")
    yield from _packages()
    yield _encodings()
    yield from _folders()
    yield from _tools()
    yield _fonts()
    yield _settings()
    yield _guard()
    for subject, test in (("rubrics", _rubrics), ("self-test", _self_test)):
        yield _tried(subject, test)


def _packages() -> Iterator[Line]:
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Line(name, "not installed; install ehcp-audit again", ok=False)
    yield Line("packages", ", ".join(found))


def _encodings() -> Line:
    names = (sys.stdout.encoding, sys.stderr.encoding, sys.getfilesystemencoding())
    return Line("encodings", "stdout {}, stderr {}, file names {}".format(*names))


def _folders() -> Iterator[Line]:
    from ehcp_audit.cli.settings import user_folder

    for subject, folder, optional in (
        ("temporary files", Path(tempfile.gettempdir()), False),
        ("here", Path.cwd(), True),
    ):
        writable = os.access(folder, os.W_OK)
        yield Line(subject, f"{folder} ({'writable' if writable else 'may not be written'})", writable, optional)
    yield Line("own settings", f"{user_folder()} ({'there' if user_folder().is_dir() else 'none yet'})")


def _tools() -> Iterator[Line]:
    from ehcp_audit.reading import legacy, ocr

    tesseract, office = ocr.program(), legacy.program()
    if tesseract is None:
        yield Line("Tesseract", "not found: pages that are pictures are named and not read", ok=False, optional=True)
    elif not ocr.has_language():
        yield Line(
            "Tesseract", f"{tesseract} has no English data (eng): pictures are not read", ok=False, optional=True
        )
    else:
        yield Line("Tesseract", f"{tesseract} ({ocr.version()}): reads pages that are pictures")
    if office is None:
        yield Line("LibreOffice", "not found: .doc and .rtf are named and not read", ok=False, optional=True)
    else:
        yield Line("LibreOffice", f"{office}: reads .doc and .rtf")


def _fonts() -> Line:
    places = {
        "Windows": [Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts")],
        "Darwin": [Path("/System/Library/Fonts"), Path("/Library/Fonts")],
    }.get(platform.system(), [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")])
    count = sum(
        1
        for place in places
        if place.is_dir()
        for path in place.rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc")
    )
    return Line("fonts", f"{count} font files; reports use the reader's own", count > 0, optional=True)


def _settings() -> Line:
    from ehcp_audit.cli import settings

    files = settings.files_used()
    return Line("settings files", ", ".join(files) if files else "none found")


def _guard() -> Line:
    """Try to look a name up: the guard must refuse before anything leaves."""
    from ehcp_audit import offline

    if not offline.is_guarded():
        return Line("network guard", "not set; report this", ok=False)
    try:
        socket.getaddrinfo("ehcp-audit.invalid", 443)
    except OSError:
        return Line("network guard", "did not refuse a look-up; report this", ok=False)
    except Exception as refused:
        return Line("network guard", f"set: a name look-up was refused ({type(refused).__name__})")
    return Line("network guard", "did not refuse a look-up; report this", ok=False)


def _rubrics() -> str:
    from ehcp_audit.rubric import load_rubric, shipped_rubrics

    rubrics = [load_rubric(name) for name in shipped_rubrics()]
    return ", ".join(f"{one.id} {one.version} ({len(one.criteria)} criteria)" for one in rubrics)


def _self_test() -> str:
    """Read, audit and score one bundled plan as Word and one as PDF."""
    from ehcp_audit.audit import audit_plan
    from ehcp_audit.model import Verdict
    from ehcp_audit.plan import build_plan
    from ehcp_audit.reading import Reader
    from ehcp_audit.resources import shipped
    from ehcp_audit.rubric import load_rubric

    rubric = load_rubric("national")
    results = []
    with Reader() as reader:
        for suffix in (".docx", ".pdf"):
            path = next(iter(sorted(shipped("sample_plans").glob(f"*{suffix}"))))
            plan = build_plan(reader.read(path), reference="P01", as_of=date(2026, 1, 1))
            card = audit_plan(plan, rubric)
            decided = sum(1 for one in card.criteria if one.verdict is not Verdict.NEEDS_PERSON)
            results.append(f"{path.name} read and judged ({decided} of {len(card.criteria)} criteria decided)")
    return "; ".join(results)


def _tried(subject: str, test: Callable[[], str]) -> Line:
    try:
        return Line(subject, test())
    except AuditError as error:
        return Line(subject, str(error), ok=False)
    except Exception as error:
        return Line(subject, f"failed ({type(error).__name__}); install ehcp-audit again, or report this", ok=False)
