"""Lines that lead from an outcome to its provision: "This will be achieved by:", "To meet this outcome Sam needs:"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ehcp_audit.plan.columns import label_name
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.grids import PROVISION
from ehcp_audit.plan.headings import HEADING_FORMAT, format_score
from ehcp_audit.plan.layout import Layout
from ehcp_audit.plan.lines import HOW_MUCH, PROMISES, PROVIDES
from ehcp_audit.plan.times import names_time
from ehcp_audit.rare import rarely

_LONGEST = 120  # characters
_LONGEST_TITLE = 10  # words
_BY = rarely(r"(?:by|before|at the end of)\b", re.IGNORECASE)
_THIS = (
    r"(?:this|these|it|them|that|each|"
    r"(?:the|this|these|each|his|her|their|my) (?:outcome|aim|goal|target)s?(?: \d{1,2})?|outcome \d{1,2})"
)
_MET = (
    r"(?:achieved?|met|meet|reach(?:ed)?|secured?|support(?:ed)?|deliver(?:ed)?|fulfil(?:led)?|brought about|"
    r"attain(?:ed)?)"
)
_GIVEN = r"(?:provision|support|help|teaching|arrangements|strategies|interventions?|adjustments)"
_STAFF = (
    r"(?:school|college|nursery|staff|adults?|we|others|people|"
    r"the (?:\w+ )?(?:school|college|nursery|academy|council|authority|team|setting))"
)
_LEADS = rarely(
    # This will be achieved by; how this outcome will be met; these are to be secured through the following
    rf"(?:how )?{_THIS} (?:will|is to|are to|shall|can|must|is|are) (?:all )?(?:be )?{_MET}"
    r"(?: (?:by|through|with|using|if|when))?(?: means of)?(?: [\w'’ ]{1,40})?"
    # To achieve this, Sam requires; in order to help Sam reach this outcome, school will
    rf"|(?:in order )?to (?:{_MET}|(?:help|support|enable|allow) [\w'’ ]{{1,40}}?(?:{_MET}|with)) {_THIS}\b"
    r"[^.:]{0,70}"
    # The support needed for this; provision to meet outcome 2; in place to support this
    rf"|(?:what|the|section f|special|educational|{_GIVEN})[\w ,’'-]{{0,50}}?\b{_GIVEN}?[\w ,-]{{0,30}}? "
    rf"(?:to|for|towards|with|that|which)(?: will| is to)?(?: help\w*| {_MET})?(?: [\w'’]{{1,20}})? {_THIS}"
    rf"|(?:put )?in place (?:to|for) (?:{_MET} )?{_THIS}"
    # Sam will be helped by; he needs; I will have
    r"|(?:I|he|she|they|(?-i:[A-Z])[\w'’-]{1,30}) (?:will|is to|are to|must|should) "
    r"(?:be (?:helped|supported|given|taught|provided with)|have|receive|get)(?: by| with| through)?(?: the following)?"
    r"(?: [\w'’-]{1,20}){0,3}"
    r"|(?:I|he|she|they|(?-i:[A-Z])[\w'’-]{1,30}) (?:needs?|requires?)(?: the following)?(?: [\w'’-]{1,20}){0,3}"
    # School will; staff will provide; the following provision will be made
    rf"|{_STAFF} (?:will|must|are to|is to)(?: (?:provide|do|give|arrange|make|help|secure|put in place))?"
    r"(?: (?:this|these|by|the following|all of these)){0,2}"
    rf"|the following (?:[\w-]{{1,20}} ){{0,2}}{_GIVEN}(?: [\w'’-]{{1,20}}){{0,6}}"
    r"|the following (?:will|is to|must|shall) be (?:provided|put in place|made|given|arranged)"
    rf"|(?:supported|helped|achieved|met|delivered|secured) (?:by|through|with)",
    re.IGNORECASE,
)
_ELSEWHERE = rarely(  # The health and social care help for this outcome is in G and H2.
    r"(?:the |any |all |other )?(?:[\w-]{1,20} ){0,5}(?:provision|support|help) (?:for|to meet|towards|with) "
    r"th(?:is|ese) (?:outcome|need)s?\b[^.]{0,40}\bin (?:sections? )?[a-h][12]?(?:(?:, | and )[a-h][12]?){0,3}\.?",
    re.IGNORECASE,
)
_DOES = rarely(  # no month nor key stage, and no adult: "By December 2026 all staff are trained"
    r"[^.:;]{5,90}?[\s,](?:I|he|she|they|(?!(?:J|F|M|A|S|O|N|D)[a-z]{2,8}(?:uary|ch|il|e|y|ust|ber)\b|May|Key|Stage|Year|Easter|"
    r"Christmas|Term|Reception|Mrs?|Ms|Miss|Dr|School|Staff|College|Nursery|The)[A-Z][\w’'-]{1,30}) [a-z]"
)


def leads_to_provision(text: str) -> bool:
    """Does a short line that ends in a colon lead from an outcome to what is given for it?"""
    text = " ".join(text.split())
    if not text.endswith(":") or len(text) > _LONGEST:
        return False
    said = text.rstrip(" :")
    if _BY.match(said) is not None or names_time(said):
        return False
    return _LEADS.fullmatch(said) is not None or label_name(said) == "provision"


def stands_elsewhere(text: str) -> bool:
    """Does a sentence among provision only say in which sections other help for the outcome stands?"""
    return len(text) <= _LONGEST and _ELSEWHERE.fullmatch(text.strip()) is not None


def provision_below(layout: Layout, lines: Sequence[int], code: str) -> Mapping[int, str]:
    """The lines under outcomes that lead to their provision, where what follows them is provision, with its section;
    and, in a plan that is so set out, the outcomes that no label announces, with theirs.
    """
    leads = [at for at, index in enumerate(lines) if leads_to_provision(layout.stretches[index].text)]
    leads = [at for at in leads if at + 1 < len(lines) and layout.rows[lines[at]] is None]
    given = [at for at in leads if _is_given(layout.stretches[lines[at + 1]].text)]
    if not given or len(given) * 2 < len(leads):
        return {}
    found = {lines[at]: code for at in leads}
    for at, index in enumerate(lines):
        text = layout.stretches[index].text
        if index not in found and not layout.stretches[index].marker and is_promised(text):
            found[index] = "E"
            if at and _is_title(layout, lines[at - 1]):
                found.setdefault(lines[at - 1], "E")
    return found


def tie_to_outcomes(layout: Layout, owners: Sequence[str | None], told: Mapping[str, Sequence[Draft]]) -> None:
    """Ties what stands below each line that leads to provision to the outcome above it, by that outcome's number."""
    outcomes = told.get("E", ())
    given = [one for code in PROVISION for one in told.get(code, ()) if one.row is None]
    if not outcomes or not given:
        return
    leads = [
        layout.starts[index]
        for index, owner in enumerate(owners)
        if owner in PROVISION and leads_to_provision(layout.stretches[index].text)
    ]
    starts = [one.passages[-1].start for one in outcomes]
    for lead in leads:
        above = bisect_left(starts, lead)
        number = outcomes[above - 1].number if above else None
        end = starts[above] if above < len(starts) else len(layout.text)
        if number is None:
            continue
        for draft in given:
            if lead < draft.passages[-1].start < end and not any(one[0] == "outcome" for one in draft.refers):
                draft.refers = [*draft.refers, ("outcome", number)]


def _is_given(text: str) -> bool:
    return not is_promised(text) and (HOW_MUCH.search(text) is not None or PROVIDES.search(text) is not None)


def _is_title(layout: Layout, index: int) -> bool:
    """Is a line a few words over an outcome, set like a heading: "2. Reading"?"""
    text = layout.stretches[index].text
    few = len(text.split()) <= _LONGEST_TITLE and not text.rstrip().endswith((".", ":", ";"))
    return few and format_score(layout, index) >= HEADING_FORMAT


def is_promised(text: str) -> bool:
    """Is it an outcome by its first words: "By July 2028 Sam will read ...", "By July 2028 he reads ..."?"""
    if _BY.match(text) is None or not names_time(text):
        return False
    return PROMISES.search(text) is not None or _DOES.match(text) is not None
