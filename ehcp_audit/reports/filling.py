"""The reader process that fills an authority's Word template: a file of somebody's is parsed there, and only there."""

from __future__ import annotations

import binascii
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ehcp_audit.errors import UnreadableError
from ehcp_audit.reading import child
from ehcp_audit.reading.marking import LARGEST_COPY, Copy
from ehcp_audit.word_pages import Block, word_page

SERVED_BY = "ehcp_audit.reports.filling"


def filled(template: Path, blocks: Sequence[Block], title: str, *, seconds: float, mib: int) -> bytes:
    """The page in the authority's template (.docx, .dotx, .docm), which itself stays as it is.

    Raises UnreadableError.
    """
    from ehcp_audit.reading import Reader

    how = {"title": title, "blocks": [_block_json(block) for block in blocks]}
    with Reader(seconds=seconds, mib=mib, served_by=SERVED_BY) as reader:
        return reader.copy(template, how).data


def main() -> None:
    """Serve until the other end closes."""
    child.main(make=fill)


def fill(path: Path, how: dict[str, Any]) -> Copy:
    """The template with the page in it. Parses in this process: only the reader process and tests do.

    Raises UnreadableError.
    """
    from ehcp_audit.reading.container import Container
    from ehcp_audit.reading.docx.package import as_document, rewritten
    from ehcp_audit.reading.docx.whole import main_part

    if not path.is_file():
        raise UnreadableError("not_found", "There is no file of this name. Check the name and the folder.")
    with Container(path) as container:
        changed: dict[str, bytes] = {}
        left_out = as_document(container, changed, main_part(container))
        template = rewritten(container, changed, left_out, LARGEST_COPY)
        for name in container.names:
            if name.endswith((".xml", ".rels")):
                container.xml(name)  # refuses what the library would follow: a DOCTYPE, endless nesting
    return Copy(word_page([_block(one) for one in how["blocks"]], how["title"], template))


def _block_json(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "text": block.text,
        "strong": block.strong,
        "rows": [list(row) for row in block.rows],
        "widths": list(block.widths),
        "strong_column": block.strong_column,
        "data": binascii.b2a_base64(block.data, newline=False).decode("ascii"),
        "alt": block.alt,
    }


def _block(one: dict[str, Any]) -> Block:
    return Block(
        **{
            **one,
            "rows": tuple(tuple(row) for row in one["rows"]),
            "widths": tuple(one["widths"]),
            "data": binascii.a2b_base64(one["data"]),
        }
    )
