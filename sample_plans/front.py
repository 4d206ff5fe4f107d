"""What stands before section A and after section K: cover, contents, guidance, monitoring, sign-off, appendices."""

from __future__ import annotations

from blocks import Block, PageBreak, Row, Sheet, Table, cell, p
from cases import Case, british, load, slashed
from themes import theme

COUNCIL = {
    "A": "What matters to the child or young person and to their parents, and what they hope for.",
    "B": "All of the special educational needs that the assessment identified.",
    "C": "Health needs that relate to the special educational needs.",
    "D": "Social care needs that relate to the special educational needs or to a disability.",
    "E": "What the child or young person should be able to do as a result of the help in this plan.",
    "F": "The special educational provision for each need in Section B.",
    "G": "Health provision reasonably required, agreed with the integrated care board.",
    "H1": "Social care provision that must be made for a person under 18.",
    "H2": "Any other social care provision.",
    "I": "The name and type of the school or other setting.",
    "J": "How a personal budget or direct payment is used, where there is one.",
    "K": "The advice and information gathered, attached as appendices.",
}


def day(case: Case, name: str) -> str:
    value = case.plan["dates"].get(name)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return slashed(value) if case.plan.get("slashed") else british(value)


def cover(case: Case, sheet: Sheet) -> None:
    """Title, status and the two-pairs-a-row table of details."""
    plan, child = case.plan, case.plan["child"]
    look = sheet.theme
    band = Row((cell(p(plan["council"], "band"), fill=look.main),))
    sheet.add(Table((band,), (1.0,)))
    sheet.add(p(plan.get("title", "Education, Health and Care (EHC) Plan"), "title"))
    if plan.get("status_line"):
        sheet.add(p(plan["status_line"], "subtitle"))
    pairs = [
        ("Full name", child["name"]),
        ("Known as", child["known_as"]),
        ("Date of birth", slashed(child["born"]) if plan.get("slashed") else british(child["born"])),
        (child.get("gender_label", "Gender"), "Female" if child["pronoun"] == "she" else "Male"),
        ("NHS number", child["nhs"]),
        ("Plan number", plan["number"]),
        ("Home address", child["address"]),
        ("Home language", child.get("language", "English")),
        ("Parents or carers", child["parents"]),
        ("Parental responsibility", child["parents"]),
        (plan.get("year_label", "Year group"), plan["year"]),
        (plan.get("setting_label", "Current setting"), plan.get("attends", plan.get("setting", ""))),
        *((label, day(case, name)) for name, label in plan["date_labels"].items()),
    ]
    pairs += [(label, case.say(str(value))) for label, value in plan.get("more", ())]
    if plan.get("status"):
        pairs.insert(10, ("Status of plan", plan["status"]))
    if plan.get("cover", "pairs") == "pairs":
        pairs += [("", "")] * (len(pairs) % 2)
        rows = [
            Row(tuple(x for label, value in two for x in (cell(p(label, "label"), fill=look.pale), cell(value))))
            for two in zip(pairs[::2], pairs[1::2], strict=True)
        ]
        sheet.add(Table(tuple(rows), (2, 3, 2, 3)))
    else:
        rows = [Row((cell(p(label, "label"), fill=look.pale), cell(value))) for label, value in pairs]
        sheet.add(Table(tuple(rows), (2, 4)))
    sheet.add(*(p(case.say(text), "body") for text in plan.get("preface", PREFACE)))


PREFACE = (
    "This Education, Health and Care (EHC) plan is made by {council} under section 37 of the Children and Families Act "
    "2014. It describes the special educational needs (SEN) of {full_name}, who likes to be called {name}, the "
    "outcomes that we have agreed together and the provision that will help {him} to achieve them. The special "
    "educational needs coordinator (SENCO) of the setting makes sure that everyone who works with {name} has read it.",
    "If any part of this plan is not clear, please contact the SEND Service at send@{council_domain} or ask the local "
    "information, advice and support service, which is impartial and free.",
)


def contents(case: Case, headings: dict) -> list[Block]:
    """A contents page with every section's label on it."""
    made: list[Block] = [p("Contents", "h2")]
    for number, (code, words) in enumerate(headings.items()):
        if code not in case.plan.get("missing", ()):
            title = words if isinstance(words, str) else f"{words[0]}: {words[1]}"
            made.append(p(f"{title}\t{2 + number}", "toc", marker=code))
    return made


def guidance(case: Case) -> list[Block]:
    """The table that explains what each section should hold, which a reader must not take for the sections."""
    tint = theme(case).tint
    rows = [Row((cell(p("Section", "label"), fill=tint), cell(p("What it contains", "label"), fill=tint)), header=True)]
    rows += [Row((cell(f"Section {code}"), cell(words))) for code, words in COUNCIL.items()]
    return [p("Understanding the content of this plan", "h2"), Table(tuple(rows), (1, 5))]


def monitoring(case: Case) -> list[Block]:
    made: list[Block] = [p("Monitoring arrangements", "h2")]
    return made + [p(case.say(text)) for text in case.plan.get("monitoring_words", MONITORING)]


MONITORING = (
    "The setting will hold a review meeting each term with {name}'s parents, the SENCO and the professionals who are "
    "working with {him}, and will write down the progress made towards each of the steps in this plan. The notes of "
    "each meeting will be sent to the SEND Service within ten school days.",
    "Section E sets out the outcomes and Section F the provision, and the meeting goes through both. "
    "The council will hold an annual review of this plan, which considers {name}'s progress towards the outcomes and "
    "whether the plan needs to change. The first shorter term targets were agreed at the planning meeting and will be "
    "set again every term by the class teacher and the SENCO.",
)


def sign_off(case: Case) -> list[Block]:
    """Who signed the plan, when: after section K and no part of it."""
    plan = case.plan
    rows = [
        Row((cell(p("Signed on behalf of the council", "label")), cell(plan.get("signed", "")))),
        Row((cell(p("Position", "label")), cell(plan.get("signed_as", "SEND Service Manager")))),
        Row((cell(p("Date", "label")), cell(day(case, plan.get("signed_on", "issued"))))),
    ]
    return [p("Agreement and signature", "h2"), Table(tuple(rows), (2, 4))]


def appendices(case: Case) -> list[Block]:
    """Short summaries of the advice, after the plan's end."""
    made: list[Block] = []
    bank = load("appendices.yml")
    for number, (title, texts) in enumerate((bank[name] for name in case.plan.get("appendix", ())), 1):
        if number == 1:
            made.append(PageBreak())
        made += [p(f"Appendix {number}: {title}", "h2"), *(p(case.say(text)) for text in texts)]
    return made
