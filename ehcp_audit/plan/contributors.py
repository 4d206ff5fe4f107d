"""Whose advice section K lists: names, roles, dates, and whether the report is appended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ehcp_audit.language.dates import first_date
from ehcp_audit.language.roles import find_roles
from ehcp_audit.model import Contributor
from ehcp_audit.months import NAMED
from ehcp_audit.plan import listed_in_prose
from ehcp_audit.plan.form_words import is_of_the_form
from ehcp_audit.plan.layout import Cell, Layout, Row
from ehcp_audit.plan.nil import is_nil
from ehcp_audit.plan.ownership import Ownership
from ehcp_audit.plan.vocabulary import plain
from ehcp_audit.rare import rarely

_WORD = r"(?:(?:Mc|Mac|[OD]['’])?[A-Z][a-z'’]{1,20}(?:-(?:Mc|Mac)?[A-Z][a-z]{1,20})?)"
_NAME = re.compile(
    r"\b(?:[A-Z]\.\s?){1,3}" + _WORD + r"|"
    r"\b(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?\s{1,2})?"
    + _WORD
    + r"(?:[^\S\t]{1,2}(?:[A-Z]\.?(?![a-z])|"
    + _WORD
    + r")){1,3}"
)
_TITLED = re.compile(
    r"\b(?:(?:Mr|Dr)\.?\s{1,2}(?:and|&)\s{1,2})?(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|"
    r"Professor)\.?\s{1,2}(?:[A-Z]\.?\s{0,2}){0,2}[A-Z][A-Za-z'’-]{1,25}(?:\s[A-Z][A-Za-z'’-]{1,25})?"
)
_NO_NAME = re.compile(
    r"\b(?:Service|Services|School|Team|Report|Advice|Trust|Hospital|NHS|Council|Centre|College|Nursery|Health|Care|"
    r"Social|Education\w{0,2}|Psycholog\w{1,4}|Therap\w{1,4}|Teacher|Worker|Officer|Assessment|"
    r"Consultant|Community|Speech|Language|Occupational|Appendix|Date|Young|Person|Parent\w{0,2}|Carer|Child\w{0,6}|"
    r"Views|Form|Nurse|Manager|Lead|Head|Plan|Review|Annual|Local|Authority|Information|Medical|Section|Not|"
    rf"{NAMED})\b"
)
_COLUMNS = (
    ("appended", ("append", "attach", "enclosed", "included")),
    ("name", ("received from", "obtained from", "sought from")),  # and not when
    ("date", ("date", "when", "received")),
    (
        "name",
        (
            "name",
            "author",
            "who from",
            "from whom",
            "written by",
            "completed by",
            "provided by",
            "given by",
            "contributor",
            "from",
            "who",
            "professional",
        ),
    ),
    (
        "role",
        ("role", "title", "job", "profession", "service", "agency", "position", "organisation", "designation", "team"),
    ),
    (
        "kind",
        (
            "advice",
            "document",
            "report",
            "type",
            "information",
            "source",
            "evidence",
            "contribution",
            "appendix",
            "how",
        ),
    ),
)
_SIGNED = re.compile(  # and how a letter ends
    r"^\s{0,3}with (?:every|all|our|my|best|kind|warm)\b[^.:;]{0,25}\b(?:wish|wishes|regards)\b|"
    r"^\s{0,3}(?:(?:sealed|signed|dated|given|issued) (?:and (?:signed|sealed|dated|issued)|under the hand)\b|signed|"
    r"signature|agreed|authorised|approved)\b|\bsigned(?:\s?:| (?:by|for|on behalf of)\b)",
    re.IGNORECASE,
)
_OF_AUTHORITY = (
    r"(?:(?:sen|send|ehcp?|ehc plan|plan|case|council|authority|local authority|borough|county|responsible|issuing|"
    r"assessment)[ -]){1,2}(?:plan )?(?:case ?)?(?:officer|worker|co-?ordinator|manager|signatory|writer|lead)"
)
_MADE_BY = rarely(  # who made the plan: "Officer for the borough: Ann Lee", "Prepared by Ann Lee, SEND officer"
    r"^\s{0,3}(?:(?:the )?(?:"
    + _OF_AUTHORITY
    + r"|(?:officer|co-?ordinator|manager|caseworker|signatory)(?= (?:for|of) ))"
    r"(?: (?:for|of|on behalf of) (?:the )?[\w ’'-]{3,40})?\s?:"
    r"|(?:(?:this )?(?:plan |ehcp? )?(?:was |is )?)?"
    r"(?:prepared|issued|written|drafted|completed|finalised|compiled|produced|made|co-?ordinated|drawn up)(?: "
    r"(?:for|on behalf of) [\w ’'-]{3,40})? by\b[^\n]{0,80}\b(?:"
    + _OF_AUTHORITY
    + r"|(?:for|on behalf of) (?:the )?[\w ’'-]{0,40}(?:council|authority|borough))\b"
    r"|(?:for|on behalf of) (?:the )?[^:.\n\t]{0,40}(?:council|authority|borough|county)\s?[:,]"
    r"|(?-i:[A-Z])[\w.’'-]{0,20}(?: (?-i:[A-Z])[\w.’'-]{1,20}){1,3}(?:,|/|\n| [–-])\s?"
    + _OF_AUTHORITY
    + r",? [\w ’'-]{0,40}(?:council|authority|borough|county)\s{0,3}$"
    # "Draft prepared by Ann Lee, 20 May 2026", "Ann Lee, for Northwold Council, 18 June 2026"
    r"|(?:(?:this|the|my|his|her|their|our) )?(?:draft|(?:(?:final|draft|proposed|amended|ehc) ){0,2}(?:plan|ehcp))"
    r" (?:(?:was|is|has been) )?(?:prepared|issued|written|drafted|completed|finalised|compiled|drawn up) by\b"
    r"|(?-i:[A-Z])[\w.’'-]{0,20}(?: (?-i:[A-Z])[\w.’'-]{1,20}){1,3}(?:,|/|\n| [–-])\s?(?:for|on behalf of) (?:the )?"
    r"[\w ’'-]{0,40}\b(?:council|authority|borough|county)(?=,? (?:on )?\d|[.,]?\s{0,3}$)"
    r"|(?:your|the|this|my|his|her|their|our) (?:ehc )?plan (?:will|is|was|must|should)\b)",
    re.IGNORECASE,
)
# "Advice was asked for on 18 August 2026": of all that is listed, and not one of them.
_ASKED = rarely(
    r"(?:[\d.]{1,5}\s)?(?:\w+ ){0,6}?"
    r"(?:asked (?:[\w’']+ )?for|requested|sought|asked to (?:give|send|write|provide|contribute))\b",
    re.IGNORECASE,
)
_LONGEST_ROLE = 60  # characters after a name
_LEAST_ROWS = 2  # rows of a list, after which sentences are no part of it
_AFTER_NAME = rarely(r"\s{0,2}[,(–-]\s{0,2}(?P<role>[a-z][A-Za-z' -]{2,60}?)(?=[,;.)]|\s{0,2}$)")
_IN_ONE_WORD = {
    "name": "name",
    "role": "role",
    "date": "date",
    "as": "role",
    "on": "date",
    "by": "name",
    "from": "name",
}
_HOLDS_NAMES = re.compile(r"\bnames?\b|\bauthors?\b")
_YES = rarely(r"\b(?:yes|y|attached|appended|enclosed|included)\b|[☒☑✓✔]", re.IGNORECASE)
_NO = rarely(  # but "No report", beside "None asked for", says that there is nothing to attach
    r"\b(?:no(?! (?:\w+ )?(?:reports?|advice|documents?|papers?|need|one))|n|"
    r"not (?:attached|appended|enclosed|received))\b|"
    r"[☐✗✘]",
    re.IGNORECASE,
)


_NONE_SOUGHT = rarely(
    r"(?:^|\t)\W{0,3}(?:none|no|not)\b[^\t\n]{0,60}\b(?:requested|sought|applicable|needed|required|asked)\b",
    re.IGNORECASE,
)
"""A row of the list that says that this advice was not asked for."""


_NOBODY = rarely(
    r"\b(?:named|asked for|chose|wanted|suggested|put forward) (?:nobody|no[- ]one|no other|none|no further)\b|"
    r"\b(?:nobody|no[- ]one|none)(?: else)? (?:was |were |has been )?(?:named|asked for|suggested|put forward)\b|"
    r"\bnot (?:yet )?due\b",
    re.IGNORECASE,
)
"""And one of whoever else the family might have named ("My parents named nobody"), or of what a later age asks."""


def find_contributors(layout: Layout, ownership: Ownership) -> tuple[Contributor, ...]:
    """The contributors of section K, one for each row or line that names a role, a person or a dated report."""
    found: list[Contributor] = []
    done: set[tuple[int, int]] = set()
    headers: dict[int, dict[int, str]] = {}
    for index, owner in enumerate(ownership.owners):
        if owner != "K" or index in ownership.headings:
            continue
        row = layout.rows[index]
        if row is None or len(row.cells) == 1:
            if told := _of_prose(layout, index):
                found.extend(told)
                continue
            one = _of_line(layout, index, listed=len(done) > _LEAST_ROWS)
        elif (row.table, row.number) in done:
            continue
        else:
            done.add((row.table, row.number))
            if row.table not in headers:
                headers[row.table] = _header(layout, row)
                if headers[row.table]:
                    continue
            if headers[row.table] and _header(layout, row) == headers[row.table]:
                continue  # the header row again, on a later page
            one = _of_row(layout, row, headers[row.table])
            if one is not None and one.name is None and _is_behind_list(layout, row, headers):
                continue
        if one is not None:
            found.append(one)
    return tuple(_with_role(layout, one) for one in found)


def _is_behind_list(layout: Layout, row: Row, headers: Mapping[int, dict[int, str]]) -> bool:
    """Does a row stand in a table of its own after the list of advice, which has its columns named: what comes next
    ("Progress meetings | December 2026"), who issues the plan?
    """
    if headers[row.table] or len(row.cells) != 2:
        return False
    return any(
        names and table < row.table and len(layout.tables[table][0].cells) > len(row.cells)
        for table, names in headers.items()
    )


def _with_role(layout: Layout, one: Contributor) -> Contributor:
    """The contributor with the role that the plan gives the person elsewhere: "Dr Ivy Ashe, paediatric neurologist"."""
    if one.role is not None or one.name is None:
        return one
    for match in re.finditer(re.escape(one.name) + r"\s{0,2}[,(]\s{0,2}", layout.text):
        after = re.split(r"[;.()\n\t]", layout.text[match.end() : match.end() + _LONGEST_ROLE], maxsplit=1)[0]
        role = _role(after.partition(",")[0])
        if role is not None:
            return replace(one, role=role)
    return one


def _header(layout: Layout, row: Row) -> dict[int, str]:
    """What each column of a list of advice holds, by its first grid column; empty where the row is no header."""
    names: dict[int, str] = {}
    texts = [(cell.columns[0], plain(layout.cell_text(cell)).strip(" :?")) for cell in row.cells]
    for cell, (column, text) in zip(row.cells, texts, strict=True):
        if len(text) > 90 or first_date(text) is not None or _TITLED.search(layout.cell_text(cell)):
            return {}
        if text in _IN_ONE_WORD:
            names[column] = _IN_ONE_WORD[text]
    named = [column for column, text in texts if _HOLDS_NAMES.search(text)]
    if len(named) == 1 and "name" not in names.values():  # "Advice from | Name and role | Date"
        names[named[0]] = "name"
    for column, text in texts:
        free = (name for name, marks in _COLUMNS if name not in names.values() and any(mark in text for mark in marks))
        if column not in names and (name := next(free, None)) is not None:
            names[column] = name
    return names if len(names) >= 2 and {"date", "name", "appended"} & set(names.values()) else {}


def _of_row(layout: Layout, row: Row, header: dict[int, str]) -> Contributor | None:
    passage = layout.passage(layout.starts[row.first], layout.ends[row.last])
    cells = {header.get(cell.columns[0]): cell for cell in row.cells}
    beside = " ".join(_text(layout, cells.get(one)) or "" for one in ("role", "name"))
    dated = _text(layout, cells.get("date")) or (beside if "date" in header.values() else passage.text)
    appended = _text(layout, cells.get("appended"))
    named = _text(layout, cells.get("name"))
    role_text = _text(layout, cells.get("role")) or passage.text
    name = _person(named) or _person(_text(layout, cells.get("role"))) or _person(passage.text)
    role = (_role(role_text.partition(name)[2]) if name else None) or _role(role_text) or _role(passage.text)
    if not role and cells.get("role") is not None and role_text.strip():
        role = " ".join(role_text.split())[:80]
    if not role and name and (told := _AFTER_NAME.search(named or passage.text)):
        role = told["role"]
    written = first_date(dated)
    none_sought = _NONE_SOUGHT.search(passage.text) is not None
    if not (name or role or written) or (none_sought and not (name or written)):
        return None
    if name is None and _NOBODY.search(passage.text):
        return None
    attached = _appended(appended) if appended and not none_sought else None
    return Contributor(passage, name, role, written.value if written else None, attached)


def _of_line(layout: Layout, index: int, *, listed: bool) -> Contributor | None:
    """A line of the list; where the list is a table (`listed`), a sentence beside it is none."""
    text = layout.stretches[index].text
    if len(text) > 260 or is_nil(text) or _SIGNED.search(text) or _MADE_BY.match(text) or is_of_the_form(text):
        return None
    if listed and not layout.stretches[index].marker and text.rstrip().endswith("."):
        return None
    passage = layout.passage(layout.starts[index], layout.ends[index])
    name, written = _person(text), first_date(text)
    if _ASKED.match(text) and name is None:
        return None
    role = (_role(text.partition(name)[2]) if name else None) or _role(text)
    told = _AFTER_NAME.match(text, len(name)) if name and text.startswith(name) else None
    role = role or (told["role"] if told else None)  # "Miss G. Reed, mentor, Brackenhurst Academy"
    looks_listed = (
        bool(layout.stretches[index].marker)
        or written is not None
        or (name and role)
        or (role and not text.rstrip().endswith((".", ":")) and len(text) < 120)
    )
    if not looks_listed or not (name or role or written):
        return None
    return Contributor(
        passage,
        name,
        role,
        written.value if written else None,
        True if re.search(r"\b(?:attached|appended|enclosed)\b", text) else None,
    )


def _of_prose(layout: Layout, index: int) -> list[Contributor]:
    """The advice that a paragraph lists in sentences; none unless two are dated and say whose they are."""
    text, found = layout.stretches[index].text, []
    for start, end in listed_in_prose.pieces(text):
        piece = text[start:end]
        name, written = _person(piece), first_date(piece)
        role = (_role(piece.partition(name)[2]) if name else None) or _role(piece)
        if _SIGNED.search(piece) or (_ASKED.match(piece) and name is None) or not (name or role):
            continue
        if written is None and not (name and role):
            continue
        passage = layout.passage(layout.starts[index] + start, layout.starts[index] + end)
        found.append(Contributor(passage, name, role, written.value if written else None, None))
    return found if sum(one.written is not None for one in found) >= _LEAST_LISTED else []


_LEAST_LISTED = 2


def _text(layout: Layout, cell: Cell | None) -> str:
    return layout.cell_text(cell) if cell is not None else ""


def _role(text: str) -> str | None:
    """The first role that gives advice; a parent or the child only where no professional is named."""
    roles = find_roles(text)
    best = next(
        (
            one
            for one in roles
            if one.kind not in ("parent", "child", "authority")
            and one.role not in ("school", "setting", "nursery", "college")
        ),
        None,
    )
    best = best or next((one for one in roles if one.kind != "child"), None) or (roles[0] if roles else None)
    return best.text if best else None


def _person(text: str) -> str | None:
    match = _TITLED.search(text)
    if match:
        return " ".join(match.group().split())
    for match in _NAME.finditer(text):
        if not _NO_NAME.search(match.group()) and not find_roles(match.group()):
            return " ".join(match.group().split())
    return None


def _appended(text: str) -> bool | None:
    yes, no = bool(_YES.search(text)), bool(_NO.search(text))
    return yes if yes != no else None
