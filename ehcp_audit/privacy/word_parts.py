"""The parts of a redacted Word copy that are made anew: properties that say nothing, pictures that show nothing."""

from __future__ import annotations

from functools import cache

_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Redacted plan</dc:title></cp:coreProperties>'
)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "bmp": "BMP", "tif": "TIFF", "tiff": "TIFF"}


def properties_without_a_name(name: str) -> bytes:
    """Document properties with no author, company, subject or hour."""
    return (_CORE if name.endswith("core.xml") else _APP).encode()


def grey(name: str) -> bytes:
    """A small grey picture for a part of this name. Word shows it at the size of the one that it stands for."""
    suffix = name.lower().rsplit(".", 1)[-1]
    if suffix == "svg":
        return b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="8" height="8" fill="#ccc"/></svg>'
    return _grey(_FORMATS.get(suffix, "PNG"))


@cache
def _grey(format: str) -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB" if format != "GIF" else "L", (8, 8), 204 if format == "GIF" else (204, 204, 204)).save(out, format)
    return out.getvalue()
