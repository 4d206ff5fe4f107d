"""Lines that name a role and leave open who gives them: it only plans them or sees that they are done ("the SENCO
makes sure it happens"), or somebody else may do it instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from ehcp_audit.checks.behind import DONE_BEHIND, PAPERS, SEES_TO_IT
from ehcp_audit.checks.parts import Part, own
from ehcp_audit.language.provision import ProvisionWording
from ehcp_audit.language.spans import Span
from ehcp_audit.model import Passage, Provision
from ehcp_audit.rare import rarely

_BY = rarely(  # before the role: "a programme written by an occupational therapist", "overseen by the SENCO"
    rf"\b(?:{DONE_BEHIND}|programme written) (?:and \w+ )?by (?:(?:the|an?|his|her|their|my) )?(?:[\w-]+ ){{0,3}}$"
)
_FROM_PAPER = rarely(r"(?<!direct )\b(?:from|using|on|to|with) (?:(?:the|an?|his|her|their|my) )?(?:[\w-]+ ){0,3}$")
_PAPER = rarely(rf"['’]s? (?:(?!and\b|with\b)[\w-]+ ){{0,2}}?(?:{PAPERS})\b")
_SEES_TO_IT = rarely(  # after the role: "will see that it gets covered", "makes sure this happens"
    r"(?: \([^()]{1,60}\))?,? (?:(?:will|must|shall|is to|to) )?"
    rf"(?:{SEES_TO_IT}) "
    r"(?:that )?(?:it|this|these|they|the (?:sessions?|practice|programme|work|time))\b"
    r"(?! (?:with|alongside|together))"
)


def only_oversee(read: Sequence[tuple[Part, ProvisionWording]]) -> bool:
    """Does every role that a line names plan it or see that it is done, with none in a place of its own for who?"""
    told = [(part, span) for part, said in read for span in said.actors]
    return bool(told) and all(part.name == "own" and _oversees(part.text, span) for part, span in told)


def _oversees(text: str, role: Span) -> bool:
    if _SEES_TO_IT.match(text, role.end) or _BY.search(text, 0, role.start):
        return True
    end = role.end - 2 if role.text.endswith(("'s", "’s")) else role.end
    return _PAPER.match(text, end) is not None and _FROM_PAPER.search(text, 0, role.start) is not None


def left_to_anybody(provision: Provision, roles: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Words right beside a role that leave it open: "or another adult", "(to be appointed)". What stands further off is
    of something else: "practises asking a friend or an adult".
    """
    return tuple(
        one
        for one in own(provision).found(_OR_ANYBODY)
        if _ALONE.match(one.text)
        or any(role.start <= one.start <= role.end + _BESIDE or one.start < role.start <= one.end + 1 for role in roles)
    )


_BESIDE = 4  # characters between a role and what leaves it open: ", or", " ("
_ALONE = rarely(r"[Bb]y whom|[Ww]hichever")  # what leaves it open wherever it stands
_OR_ANYBODY = rarely(  # "a TA or another adult", "assistant/volunteer", "a key worker (to be appointed)"
    r"(?:\bor|/) ?(?:(?:an?other|any(?: other)?|other|an?(?: suitable| similar| equivalent)?) (?:suitable |available |"
    r"trained |familiar )?(?:adults?|persons?|people|staff|members? of (?:the )?(?:\w+ )?staff|professionals?|"
    r"colleagues?|practitioners?|person (?:delegated|chosen|nominated)\b[^.;,]{0,20})|someone|somebody|whoever|"
    r"(?<!\d or )(?<!qualification or )(?<!award or )(?<!diploma or )(?<!certificate or )(?<!degree or )"
    r"(?:similar|equivalent)|volunteers?|parent helpers?|delegate|nominee|as available)\b(?! (?:who|with|holding)\b)|"
    r"\b(?:to be|yet to be|not yet) (?:appointed|identified|recruited|allocated|named|found)\b|"
    r"\b(?:[Aa]n? )?(?:experienced|suitable|appropriate|relevant|suitably \w+) (?:practitioner|professional|person)\b|"
    r"\bqualified or (?:trainee|unqualified)\b|"
    r"\b[Ww]hichever (?:of the )?(?:adult|(?:member of )?staff|teacher|assistant|TA|LSA|practitioner|tutor|grown-up)s? "
    r"(?:(?:happens? to be|is|are) )?(?:free|available|on duty|there|in|about|spare|can)\b|"
    r"\b[Bb]y whom\s?[:–-]\s?(?:the )?(?:school|college|setting|nursery|staff|adults?|team)\b"
    r"(?! (?:[\w-]+ ){0,2}(?:SENCO|SENCo|nurse|teacher|assistant|counsellor|tutor|mentor|therapist|psychologist)\b)",
)
