"""The parts of a .docx beside the document itself: styles, numbering, notes, relations and content types."""

from __future__ import annotations

from xml.sax.saxutils import escape

from blocks import COMMENT, FOOTNOTE, Theme

FIXED_DATE = "2026-09-01T09:00:00Z"  # every stamp in every file
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def styles(theme: Theme) -> str:
    """styles.xml: the built-in names, so that readers know a heading from its style."""
    half = round(theme.size * 2)

    def style(name: str, identity: str, paragraph: str = "", look: str = "", based: str = "Normal") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>'
            f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
        )

    def heading(level: int, size: int, extra: str = "") -> str:
        spacing = f'<w:keepNext/>{extra}<w:spacing w:before="{300 - 60 * level}" w:after="80"/>'
        outline = f'<w:outlineLvl w:val="{level - 1}"/>'
        look = f'<w:b/><w:color w:val="{theme.main}"/><w:sz w:val="{size}"/>'
        return style(f"heading {level}", f"Heading{level}", spacing + outline, look)

    rule = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="{theme.main}"/></w:pBdr>'
    title = f'<w:b/><w:color w:val="{theme.main}"/><w:sz w:val="44"/>'
    grey = '<w:color w:val="595959"/>'
    bullet = '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="357" w:hanging="357"/>'
    made = (
        style("Title", "Title", '<w:spacing w:before="240" w:after="120"/>', title),
        style("Subtitle", "Subtitle", '<w:spacing w:after="160"/>', grey + '<w:sz w:val="26"/>'),
        heading(1, 30, rule),
        heading(2, 25),
        heading(3, 22),
        style("Quote", "Quote", '<w:ind w:left="284" w:right="284"/>', "<w:i/>"),
        style("Small Print", "SmallPrint", "", f'{grey}<w:sz w:val="{half - 4}"/>'),
        style("Field Label", "FieldLabel", "<w:keepNext/>", "<w:b/>"),
        style("Band Heading", "BandHeading", "<w:keepNext/>", f'<w:b/><w:sz w:val="{half + 4}"/>'),
        style("List Bullet", "ListBullet", bullet),
        style("List Number", "ListNumber", '<w:ind w:left="425" w:hanging="425"/>'),
        style("toc 1", "TOC1", '<w:spacing w:after="60"/>'),
        style("header", "Header", "", f'{grey}<w:sz w:val="{half - 5}"/>'),
        style("footer", "Footer", "", f'{grey}<w:sz w:val="{half - 5}"/>'),
    )
    return f"{XML}<w:styles {W}>{style_defaults(theme, half)}{''.join(made)}</w:styles>"


def style_defaults(theme: Theme, half: int) -> str:
    """The body's type, the tables' rules and padding. `half` is the size in half-points."""
    fonts = " ".join(f'w:{script}="{theme.font}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="{half}"/><w:lang w:val="en-GB"/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="259" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '</w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>"
    )


def notes_part(kind: str, texts: list[str]) -> str:
    """comments.xml or footnotes.xml; Word wants two footnotes of its own first, the separators."""
    signed = f' w:author="SEND officer" w:date="{FIXED_DATE}" w:initials="SO"' if kind == COMMENT else ""
    made = ""
    if kind == FOOTNOTE:
        for number, name in enumerate(("separator", "continuationSeparator"), -1):
            made += f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
    for number, text in enumerate(texts, 1):
        words = f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
        made += f'<w:{kind} w:id="{number}"{signed}>{words}</w:{kind}>'
    return f"{XML}<w:{kind}s {W}>{made}</w:{kind}s>"


AUTO = 900  # the first of the lists that number headings


def numbering(lists: list[int], autos: list[tuple[str, str, int]]) -> str:
    """numbering.xml: bullets, a decimal list for each numbered list, and the lists that number headings."""
    bullet = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="357" w:hanging="357"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    decimal = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    numbers = "".join(
        f'<w:num w:numId="{number + 10}"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in lists
    )
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    headings = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for at, (kind, text, start) in enumerate(autos, 2)
    )
    numbers += "".join(
        f'<w:num w:numId="{AUTO + at}"><w:abstractNumId w:val="{at + 2}"/></w:num>' for at in range(len(autos))
    )
    return f"{XML}<w:numbering {W}>{bullet}{decimal}{headings}{first}{numbers}</w:numbering>"


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "header": "header1", "footer": "footer1"}


def document_parts(notes: list[str]) -> dict[str, str]:
    """The kinds of the parts beside the document, and their file names."""
    return {**PARTS, **{f"{kind}s": f"{kind}s" for kind in notes}}


def content_types(notes: list[str], pictures: int = 0) -> str:
    """[Content_Types].xml for a package that holds these kinds of notes, and so many pictures."""
    picture = '<Default Extension="png" ContentType="image/png"/>' if pictures else ""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
        for kind, name in {"document.main": "document", **document_parts(notes)}.items()
    )
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{picture}{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def document_relations(notes: list[str], pictures: int = 0) -> str:
    """word/_rels/document.xml.rels: rId4 is the header and rId5 the footer that the page set-up names."""
    images = "".join(
        f'<Relationship Id="rIdP{at}" Type="{OFFICE}/relationships/image" Target="media/image{at}.png"/>'
        for at in range(1, pictures + 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/relationships/{kind}" Target="{name}.xml"/>'
        for number, (kind, name) in enumerate(document_parts(notes).items(), 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{relations}{images}</Relationships>'


PACKAGE_RELATIONS = (
    f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
APP = (
    f'{XML}<Properties xmlns="{OFFICE}/extended-properties"><Application>Microsoft Office Word</Application>'
    "</Properties>"
)
CORE = (
    f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
    "<dc:creator>SEND officer</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created></cp:coreProperties>'
)
