"""Checks on the plan as a whole: leftovers of templates, repeats, status and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehcp_audit.checks import check
from ehcp_audit.checks.dates import in_order
from ehcp_audit.checks.leftovers import leftovers
from ehcp_audit.checks.passages import first, found, lines, lines_holding, whole
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.repeating import Pair, outcomes_again, outcomes_alike
from ehcp_audit.checks.scanning import section_at
from ehcp_audit.model import Answer, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

_LETTERS = rarely(r"[a-z0-9]+")
_TO_BLANKS = {code: " " for code in range(128) if not chr(code).isalnum()}  # the same, in a third of the time
_LABELLED = re.compile(
    r"\A[\s•·▪*–-]{0,4}"
    r"(?:(?:outcome|need|aim|target|objective|sen|[a-k])[ .]{0,2}\d{1,2}(?:\.\d{1,2})?[a-z]?[ .):–-]{1,4}"
    r"|\d{1,2}(?:\.\d{1,2})?[a-z]?[.):] )",
    re.I,
)


@check("plans.placeholders", holds_in_part=True)
def placeholders(plan: Plan) -> Answer:
    """Is the plan free of leftovers: "[insert]", "XXXX", "Click here to enter text", template prompts, "his/her"?

    Neither does it hold what its writer had still to do ("SENCO to supply the scores"); where such words may be the
    plan's own, a person decides.
    """
    hits = list(found(whole(plan), phrases("placeholder")))
    hits += lines_holding(whole(plan), phrases("prompt"))
    hits = [hit for hit in hits if not _KEY.search(_line_before(plan, hit))]
    left = leftovers(plan)
    sure = [one.words for one in left if one.certain or any(_holds(one.words, hit) for hit in hits)]
    hits = _whole([*hits, *sure])
    hits = _whole(hit if hit in sure else _with_its_neighbours(plan, hit) for hit in hits)
    asked = [one.words for one in left if one.words not in sure]
    edits = [warning for warning in plan.warnings if phrases("open edits").search(warning)]
    edits = [] if plan.partial else edits  # in a working document what is changed or struck through is in dispute
    struck = [warning for warning in edits if "struck-through" in warning]
    if plan.facts.status == "draft":  # what is to be changed
        edits = [warning for warning in edits if warning not in struck]
    if edits == struck and edits and not hits and plan.facts.stage == "amended final":
        note = f"{' '.join(edits)} Does it show what was amended, or was it to be taken out?"
        return Answer(Verdict.NEEDS_PERSON, note=note, proposed=Verdict.PARTLY_MET)
    if edits:
        many = "" if not hits else " It also holds leftovers of the template."
        return Answer(Verdict.NOT_MET, first(hits, 10), f"{' '.join(edits)}{many}")
    if hits:
        many = "a leftover" if len(hits) == 1 else f"{len(hits)} leftovers"
        more = " Other words may be left over too." if asked else ""
        evidence = first((*hits, *asked), 10)
        return Answer(
            Verdict.NOT_MET,
            evidence,
            f"The plan still holds {many}: words of the template, or notes on its own writing.{more}",
        )
    if asked:
        note = "These words seem to be for the plan's writer, or still to be filled in. Are they left over?"
        return Answer(Verdict.NEEDS_PERSON, first(asked, 10), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note="No placeholder, template prompt or note of the writer was found.")


def _with_its_neighbours(plan: Plan, hit: Passage) -> Passage:
    """A leftover with up to three words of its line on each side, by which a reader knows what it is in."""
    before = _line_before(plan, hit)
    after = re.split(r"[\n\t]", plan.text[hit.end : hit.end + _BESIDE], maxsplit=1)[0]
    lead = re.search(r"(?:(?<!\S)\S+ ){0,3}[^\w\s]?\Z", before)
    tail = re.match(r"[^\s]{0,20}(?: \S+(?!\S)){0,3}", after)
    low, high = (lead.start() - len(before) if lead else 0), (tail.end() if tail else 0)
    return Passage(plan.text[hit.start + low : hit.end + high], hit.start + low, hit.document)


_BESIDE = 80  # characters


def _holds(words: Passage, hit: Passage) -> bool:
    return words.start <= hit.start and hit.end <= words.end


def _whole(hits: Iterable[Passage]) -> list[Passage]:
    """The hits in the order of the plan, without those that stand in a longer one."""
    kept: list[Passage] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if not kept or not _holds(kept[-1], hit):
            kept.append(hit)
    return kept


_KEY = rarely(  # what a mark stands for: "Key: bold: the parents' words; struck through: to be deleted"
    r"\A\W*(?:key|legend)(?: to [\w ]{1,40})?\s?[:–-]|"
    r"(?:struck[ -](?:through|out)|strike-?through|crossed out|underlined|bold|italics?|red|highlighted)"
    r"(?: (?:text|type|words))?\s{0,3}(?:[:=–-]|means|is)\s{0,3}[\"'“‘]?\Z",
    re.IGNORECASE,
)


def _line_before(plan: Plan, hit: Passage) -> str:
    """The line on which the words begin, up to them."""
    return plan.text[plan.text.rfind("\n", 0, hit.start) + 1 : hit.start]


@check("plans.status_and_dates")
def status_and_dates(plan: Plan) -> Answer:
    """Does the plan say whether it is a draft or final, when it was made and, once final, when it is next reviewed?

    Dates that cannot stand in that order count as not met.
    """
    order = in_order(plan)
    if order.verdict is Verdict.NOT_MET:
        return order
    facts = plan.facts
    known = dict(facts.sources)
    lacking = []
    if facts.status is None and not plan.partial:  # a working document is neither
        lacking.append("whether it is a draft or final")
    if not (facts.issued or facts.drafted or facts.amended):
        lacking.append("the date it was made")
    if facts.status == "final" and facts.review_due is None:
        lacking.append("when it is next to be reviewed")
    evidence = tuple(known[name] for name in ("status", "issued", "drafted", "amended", "review_due") if name in known)
    if not lacking:
        return Answer(Verdict.MET, first(evidence), "Status and dates are on the plan.")
    note = f"The plan does not show {' or '.join(lacking)}."
    if len(lacking) > 1:
        return Answer(Verdict.NOT_MET, first(evidence), note)
    return Answer(
        Verdict.NEEDS_PERSON,
        first(evidence),
        f"{note} It may be there in words that these checks do not know.",
        proposed=Verdict.PARTLY_MET,
    )


@check("plans.repeats", holds_in_part=True)
def repeats(plan: Plan, *, shortest: int = 12, most_outcomes: int | None = None) -> Answer:
    """Is everything said once? Repeated paragraphs of at least `shortest` words, needs and outcomes are named.

    An outcome that says another's words in another order, to the same measure, is a repeat too.
    With `most_outcomes`, more outcomes than that (local practice, not law) count as too many.
    """
    again = _both((*_items_again(plan), *_lines_again(plan, shortest)))
    outcomes = len(plan.section("E").items)
    if again:
        return Answer(Verdict.NOT_MET, first(again, 10), "The same words stand twice or more.")
    if alike := outcomes_alike(plan):
        note = "Two outcomes have the same numbers and much the same meaning: are they one outcome?"
        return Answer(Verdict.NEEDS_PERSON, first(_both(alike), 10), note, proposed=Verdict.NOT_MET)
    if most_outcomes is not None and outcomes > most_outcomes:
        return Answer(
            Verdict.PARTLY_MET, note=f"There are {outcomes} outcomes; local practice is at most {most_outcomes}."
        )
    return Answer(Verdict.MET, note="Nothing of any length is said twice.")


def _both(pairs: Iterable[Pair]) -> list[Passage]:
    """What was said first and what says it again, each once, in the order of the plan."""
    return sorted({one for pair in pairs for one in pair}, key=lambda passage: passage.start)


_LEAST_OF_ITEM = 5  # the words below which two needs or outcomes may be alike by chance


def _as_said(text: str) -> str:
    """The words alone, to compare with: no capitals, marks, or label such as "Outcome 3:" in front."""
    label = _LABELLED.match(text)
    said = text[label.end() if label else 0 :].lower()
    return " ".join(said.translate(_TO_BLANKS).split() if said.isascii() else _LETTERS.findall(said))


def _items_again(plan: Plan) -> list[Pair]:
    """Needs and outcomes whose words an earlier one of their section has, whatever their numbers."""
    again = outcomes_again(plan)
    for code in "BCDE":
        seen: dict[str, Passage] = {}
        for item in plan.section(code).items:
            said, own = _as_said(item.text), item.passages[-1]
            before = seen.setdefault(said, own)
            if before is not own and len(said.split()) >= _LEAST_OF_ITEM:
                again.append((before, own))
    return again


def _lines_again(plan: Plan, shortest: int) -> list[Pair]:
    """Lines of at least so many words that stand before in another place, the needs and outcomes of B to E aside
    where they repeat one of their own section.
    """
    items = {
        passage.start: code for code in "BCDE" for item in plan.section(code).items for passage in item.passages[-1:]
    }
    from ehcp_audit.plan.nil import is_nil

    shared = _shared_by_items(plan)
    seen: dict[str, Passage] = {}
    again: list[Pair] = []
    for line in lines(whole(plan)):
        if len(line.text) < 2 * _LEAST_OF_ITEM - 1:
            continue  # too short to hold so many words
        label = _LABELLED.match(line.text)
        code = items.get(line.start) or items.get(line.start + (label.end() if label else 0))
        if code is None and len(line.text) < 2 * shortest - 1:
            continue
        said = _as_said(line.text)
        if len(said.split()) < (_LEAST_OF_ITEM if code else shortest):
            continue
        before = seen.setdefault(said, line)
        if before is line or is_nil(line.text):
            continue  # the first of its kind, or nothing that could be copied
        if is_nil(before.text):
            seen[said] = line
            continue
        if _is_shared(line, shared):
            continue  # whoever does two jobs is named twice
        if section_at(plan, line.start) is None or (there := section_at(plan, before.start)) is None:
            continue
        if code is None or there != code:
            again.append((before, line))
    return again


_OWN_WORDS = frozenset({"title", "need", "outcome", "provision"})


def _shared_by_items(plan: Plan) -> frozenset[int]:
    """Where the fields begin that may say the same of many items: who, how often, until when, review and source."""
    return frozenset(
        field.passage.start
        for section in plan.sections
        for item in section.items
        for field in item.fields
        if field.name not in _OWN_WORDS
    )


def _is_shared(line: Passage, shared: frozenset[int]) -> bool:
    """Is the line such a field, or a line with its label: "Who will provide: a teaching assistant"?"""
    if line.start in shared:
        return True
    label = _SHARED_LABEL.match(line.text)
    return label is not None or any(line.start + at in shared for at in _after_a_label(line.text))


def _after_a_label(text: str) -> tuple[int, ...]:
    colon = text.find(":", 0, _LONGEST_LABEL)
    if colon < 0:
        return ()
    return (colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip()),)


_LONGEST_LABEL = 60  # characters
_SHARED_LABEL = rarely(
    r"[\W_]{0,4}(?:who|by whom|with whom|provided by|delivered by|given by|led by|staff(?:ing)?|"
    r"(?:person|people|role|service) responsible|responsib\w+|providers?|how (?:often|much|long|many)|"
    r"frequency|duration|length|amount|group size|ratio|when|where|until|by when|start(?:ing|s)?|end(?:s|ing)?|"
    r"review\w*|monitor\w*|evaluat\w*|measur\w*|source|advice|evidence|reports?|funding|funded by|paid (?:for )?by)\b"
    r"[^:.;]{0,40}:",
    re.IGNORECASE,
)

_FEW = 3  # sets of letters
_INITIALS = 2  # letters of a person's initials


@check("plans.acronyms")
def acronyms(plan: Plan, *, most: int = 0) -> Answer:
    """Is every acronym explained somewhere in the plan? Up to `most` may stand unexplained.

    Whether the name of a test or a programme needs its words, and whether one set of letters alone does, a person says.
    """
    from ehcp_audit.language.acronyms import is_name, unexplained

    body = [section for section in plan.sections if section.code not in ("I", "K")]
    full = {span.text for span in unexplained(plan.text)}
    hits = [
        piece.cut(span.start, span.end)
        for section in body
        for piece in section.pieces
        for span in (unexplained(piece.text) if full else ())
    ]
    kept: dict[str, Passage] = {}
    for hit in hits:
        if hit.text in full and hit.text not in ("DD", "MM", "YY"):
            kept.setdefault(hit.text, hit)
    if len(kept) <= most:
        return Answer(Verdict.MET, note="Every acronym is explained, or is one that everybody knows.")
    unnamed = [letters for letters in kept if not is_name(letters)]
    verdict = Verdict.PARTLY_MET if len(unnamed) <= _FEW else Verdict.NOT_MET
    told = sorted(kept.values(), key=lambda one: is_name(one.text))  # names of tests after the rest
    note, evidence = "These letters are nowhere written out in full.", first(told, 10)
    if unnamed and all(len(letters) == _INITIALS for letters in unnamed):
        return Answer(Verdict.NEEDS_PERSON, evidence, f"{note} They may be somebody's initials.", proposed=verdict)
    if len(unnamed) <= _FEW:
        note = f"{note} They are few, or names of tests and programmes: would a parent know them?"
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=verdict)
    return Answer(verdict, evidence, note)
