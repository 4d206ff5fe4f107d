"""The door: whatever a reader process does, whoever asked gets a document or one kind with a sentence, in time."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import Reader, formats, wire
from ehcp_audit.reading.limits import MOST_FOR_PICTURES

Word = Callable[..., Path]

FAULTS = """
import os, signal, struct, sys, time
sys.path[:0] = [{root!r}]
from ehcp_audit.reading import child, formats, wire

def read(path, **wishes):
    what = path.stem
    if what == "hang":
        time.sleep(60)
    if what == "spin":
        while True:
            pass
    if what == "greedy":
        held = []
        while True:
            held.append(bytearray(16 * 2**20))
    if what == "segv":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "quit":
        os._exit(0)
    if what == "raise":
        raise RuntimeError("Sam Example needs a plan")
    if what == "scan":
        wishes["pictures"](2)
        time.sleep(1.6)
    if what == "endless":
        wishes["pictures"](10**9)
        time.sleep(60)
    if what == "noise":
        print("noise on standard output", flush=True)
        os.write(1, b"more noise")
        os.write(2, b"and on standard error")
    return formats.read(path, **wishes)

def main():
    send = wire.send
    def spoilt(pipe, payload):
        what = open("/proc/self/cmdline").read()
        kind = os.environ.get("SPOIL", "")
        if kind == "huge":
            pipe.write(struct.pack(">Q", 2**30)); pipe.flush(); return
        if kind == "bytes":
            payload = b"\\xff\\xfe not json"
        if kind == "other":
            payload = payload.replace(b'"id":1', b'"id":2').replace(b'"id": 1', b'"id": 2')
        if kind == "short":
            pipe.write(struct.pack(">Q", len(payload)) + payload[:5]); pipe.flush(); os._exit(0)
        if kind == "lies":
            payload = b'{{"id":1,"document":{{"format":"docx","pages":null,"stretches":[{{"text":"a\\\\tb"}}]}}}}'
        send(pipe, payload)
    wire.send = spoilt
    child.main(read)
"""


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Reader]]:
    """Readers whose process misbehaves: by the stem of the file that it is asked for."""
    root = str(Path(formats.__file__).resolve().parents[2])
    (tmp_path / "faulty_reader.py").write_text(FAULTS.format(root=root))
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    readers: list[Reader] = []

    def make(**settings: object) -> Reader:
        readers.append(Reader(served_by="faulty_reader", **settings))  # type: ignore[arg-type]
        return readers[-1]

    yield make
    for reader in readers:
        reader.close()


def refused(reader: Reader, path: Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        reader.read(path)
    return caught.value


def test_what_comes_through_the_door_is_what_was_read(word: Word) -> None:
    path = word("<w:p><w:r><w:t>Sam’s plan – “draft”</w:t></w:r></w:p>")
    with Reader() as reader:
        assert reader.read(path) == formats.read(path)
        assert reader.read(path) == formats.read(path)


@pytest.mark.parametrize(
    ("stem", "kind"),
    [
        ("hang", "timed_out"),
        ("spin", "timed_out"),
        ("greedy", "out_of_memory"),
        ("segv", "crashed"),
        ("quit", "crashed"),
        ("raise", "crashed"),
    ],
)
def test_a_reader_that_fails_is_named_and_replaced(
    faulty: Callable[..., Reader], word: Word, stem: str, kind: str
) -> None:
    good = word("<w:p><w:r><w:t>Good</w:t></w:r></w:p>", name="good.docx")
    bad = word("<w:p><w:r><w:t>Bad</w:t></w:r></w:p>", name=f"{stem}.docx")
    reader = faulty(seconds=1.5 if stem in ("hang", "spin") else 10, mib=256)  # a busy machine fills memory slowly
    assert reader.read(good).stretches[0].text == "Good"
    start = time.monotonic()
    refusal = refused(reader, bad)
    assert refusal.kind == kind
    assert time.monotonic() - start < 12
    assert "Sam Example" not in refusal.reason
    assert refusal.reason.endswith(".")
    assert reader.read(good).stretches[0].text == "Good"


def test_pages_that_are_pictures_give_a_file_more_time_and_not_without_end(
    faulty: Callable[..., Reader], word: Word
) -> None:
    scan = word("<w:p><w:r><w:t>Slowly</w:t></w:r></w:p>", name="scan.docx")
    assert faulty(seconds=1.5).read(scan).stretches[0].text == "Slowly"
    endless = word("<w:p><w:r><w:t>Never</w:t></w:r></w:p>", name="endless.docx")
    reader = faulty(seconds=0.3)
    start = time.monotonic()
    assert refused(reader, endless).kind == "timed_out"
    assert time.monotonic() - start < 0.3 * (1 + MOST_FOR_PICTURES) + 3


@pytest.mark.parametrize(
    "frame",
    [b'{"id":1,"pictures":true}', b'{"id":1,"pictures":-3}', b'{"id":2,"pictures":3}', b'["pictures"', b'"pictures"'],
)
def test_only_a_sound_word_of_pictures_counts(frame: bytes) -> None:
    assert wire.pictures_said(wire.packed_pictures(1, 12), 1) == 12
    assert wire.pictures_said(frame, 1) == 0


@pytest.mark.parametrize("spoilt", ["huge", "bytes", "other", "short", "lies"])
def test_a_reply_is_not_believed(
    faulty: Callable[..., Reader], word: Word, monkeypatch: pytest.MonkeyPatch, spoilt: str
) -> None:
    monkeypatch.setenv("SPOIL", spoilt)
    assert refused(faulty(seconds=10), word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")).kind == "crashed"


def test_what_a_library_prints_disturbs_nobody(faulty: Callable[..., Reader], word: Word) -> None:
    path = word("<w:p><w:r><w:t>Quiet</w:t></w:r></w:p>", name="noise.docx")
    assert faulty().read(path).stretches[0].text == "Quiet"


def test_a_process_that_died_between_two_files_is_replaced(word: Word) -> None:
    path = word("<w:p><w:r><w:t>Still here</w:t></w:r></w:p>")
    with Reader() as reader:
        reader.read(path)
        assert reader._process is not None
        reader._process._popen.kill()
        assert reader.read(path).stretches[0].text == "Still here"


def test_a_closed_reader_leaves_no_process(word: Word) -> None:
    path = word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    with Reader() as reader:
        reader.read(path)
        assert reader._process is not None
        popen = reader._process._popen
    assert popen.returncode is not None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.docx")
    with Reader() as reader:
        start = time.monotonic()
        assert refused(reader, tmp_path / "plan.docx").kind == "not_readable"
        assert time.monotonic() - start < 1


def test_the_reader_process_is_guarded_and_lean(tmp_path: Path, word: Word) -> None:
    """It cannot reach a network, and it imports nothing of what it does not need."""
    probe = tmp_path / "probing_reader.py"
    probe.write_text(
        "import json, sys\n"
        "from dataclasses import replace\n"
        "from ehcp_audit.reading import child, formats\n"
        "def read(path, **wishes):\n"
        "    from ehcp_audit import offline\n"
        "    known = ('spacy', 'typer', 'rich', 'pydantic', 'pdfplumber', 'docx')\n"
        "    heavy = [name for name in known if name in sys.modules]\n"
        "    document = formats.read(path, **wishes)\n"
        "    return replace(document, warnings=(str(offline.is_guarded()), json.dumps(heavy)))\n"
        "def main():\n"
        "    child.main(read)\n"
    )
    sys.path.append(str(tmp_path))
    try:
        with Reader(served_by="probing_reader") as reader:
            assert reader.read(word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")).warnings == ("True", "[]")
    finally:
        sys.path.remove(str(tmp_path))


def test_names_that_are_no_text_come_through(word: Word, tmp_path: Path) -> None:
    odd = tmp_path / "pl\udcffan –.docx"
    try:
        word("<w:p><w:r><w:t>Odd name</w:t></w:r></w:p>").rename(odd)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    with Reader() as reader:
        assert reader.read(odd).stretches[0].text == "Odd name"


def test_a_reply_leaves_out_what_is_at_its_default(word: Word) -> None:
    payload = wire.packed(1, formats.read(word("<w:p><w:r><w:t>Short</w:t></w:r></w:p>")))
    assert b'"box"' not in payload
    assert len(payload) < 250
