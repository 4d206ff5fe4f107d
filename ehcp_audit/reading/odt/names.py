"""Names of OpenDocument's XML, spelt once."""

from __future__ import annotations

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE = _SPACE % "office", _SPACE % "text", _SPACE % "table"
STYLE, DRAW, META = _SPACE % "style", _SPACE % "drawing", _SPACE % "meta"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
MANIFEST = _SPACE % "manifest"
DC = "{http://purl.org/dc/elements/1.1/}"
P, H, LIST, TBL = TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"
