"""Those whom a child knows: names beside the child's own in what sections A to D tell, which are not the child's.

"He fell out with Ana and fears that Ana will be cross": whom the child does something with or to, of whom the child
thinks or says something, or who does something to the child, is somebody else. A name that does something in a sentence
of its own may be another child's, from another plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ehcp_audit.checks.he_or_she import person, usual_pronoun
from ehcp_audit.checks.names import BODY, NAME, first_names, own_names
from ehcp_audit.checks.passages import lettered
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.checks.scanning import once, section_at
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely

_TOLD = ("A", "B", "C", "D")
_LONG = 300  # characters of a sentence on each side
_ENDS = rarely(r"(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSt)[.!?][”\"’)]* |[\n\t]")
_SUBJECT_OF = {"he": re.compile(r"\b[Hh]e\b"), "she": re.compile(r"\b[Ss]he\b")}
_SPEAKING = {"you": rarely(r"\b[Yy]ou\b"), "I": rarely(r"\bI\b"), "he or she": None}
_OBJECT_OF = {
    "he": re.compile(r"\bhim(?:self)?\b"),
    "she": rarely(
        r"\b(?:herself|her(?= (?:to|at|in|on|for|with|and|or|but|when|while|if|by|from|how|what|that|an?|the|until|"
        r"after|before|because|as|so|about|off|up|out|away|home|back|over|one|some|his|their|every|each|in)\b|"
        r"[,.;:)!?]|$))\b"
    ),
}
_ACTING = rarely(  # what stands after a name that does or has something itself
    r" (?:[a-z]+ly |also |never |always |still |often )?(?:can|cannot|will|would|must|may|did|had|has|is|was|does|were|"
    r"are|(?!(?:as|across|always|sometimes|towards|afterwards|besides|unless|this|its|his|hers|outdoors|indoors|names)\b)"
    r"[a-z]{2,14}(?:s|ed)|went|came|said|told|got|took|left|made)\b"
)
_OWNING = rarely(r"['’]s? ")
_OWNING_NEEDS = rarely(  # what is of the child whom a plan is about
    r"['’]s? (?:\w+ )?(?:mother|father|mum|dad|parents?|family|carers?|needs?|difficult(?:y|ies)|progress|speech|"
    r"language|attention|learning|behaviour|anxiety|autism|diagnosis|hearing|vision|plan|EHCP|reports?|assessment|views|"
    r"attendance|skills|strengths|outcomes?|targets?|understanding|communication|provision|support|placement)\b"
)
_OPENING = rarely(r"(?:^|[:;,]|\b(?:and|but|so|as|because|since|that|while)) ?$")
_APPOSED = rarely(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){0,3}[a-z-]{2,20}, (?:called |named )?$")
_TITLED = rarely(
    r"\b(?:[Bb]aby|Aunt(?:ie|y)?|Uncle|Cousin|Nan|Nanny|Gran|Grann?y|Grandma|Grandad|Captain|Prince(?:ss)?) $"
)
_APPOSED_TO = rarely(r"(?: [A-Z][\w’'-]+)?[,.;:)]")
_STAFF = rarely(
    r"\b(?:adults?|staff|teachers?|assistants?|TAs?|SENCO|mentors?|tutors?|key ?workers?|therapists?|help|support)\b"
)
_SPOKEN_TO = rarely(
    r"\b(?:tells?|told|asks?|asked|shows?|greets?|calls?|says? to) (?:an? |the |any |his |her |other )?(?:[a-z]+ )?"
    r"(?:adults?|staff|teachers?|assistants?|mentors?|tutors?|therapists?)\b"
)
_THINKS = rarely(
    r"\b(?:think|thought|believ|sa(?:y|id)|tell|told|ask|know|knew|see|saw|notic|understand|wonder|hop(?=e|i)|wish|want|"
    r"pretend|imagin|hear|watch|remember|worr|anxious|afraid|scared|fear|pleased|proud|certain|sure|convinced|sad|upset|"
    r"complain|dream|insist|mind|car(?=e)|like|love|enjoy|copies|copy|follow|do)[a-z]{0,4}\b"
    r"(?:[^,;.]{0,40} (?:that|what|how|why|whether|who|whom|which|where|when))?"
    r"(?: [A-Z][\w’'-]+(?: and| or)?)? $"
)
"""What one thinks or says of another, before the name: "worries that Ana", "thinks Ana", "does what Ana"."""
_REACTS = rarely(
    r"\b(?:(?:cannot|not) (?:bear|stand|mind)|laugh|giggl|smil|grin|cr(?:y|ie|ied)|hit|shout|scream|hid(?=e|i)|"
    r"hates?\b|bit(?=e|i)|kick|push|grab|snatch|tease|notic|jealous|upset|cross|angry|frighten|scare|afraid|worr|copies|"
    r"copy|imitat|mimic|blam|fights?\b|argu|only \w+)[a-z]{0,4}\b[^.;]{0,80}"
    r"(?:when|if|while|until|because|as|where|after|before|whenever|and|but|since)(?: [A-Z][a-z]+ (?:and|or))? $"
)
"""What one does about another, and when or why: "laughs when Ana", "will only swim if Ana"."""
_FRONTED = rarely(r"^(?:[\d.)\s]*)(?:When|Whenever|If|While|Because|Before|After|Until|Once|Since|As)\b")
_COMPANY = rarely(  # what a child does with or to somebody, before the name
    r"\b(?:with|beside|near|next to|behind|alongside|between|from|and|for|about|of|after|like|than|at|"
    r"hit|hits|kicks|pushes|bites|copies|imitates|mimics|hates|likes|loves|follows|marry|misses|trusts|fears|teases|"
    r"calls|tells|told|asks|asked|gives|gave|lets|helps|hugs|knows|met|sees|saw|meet|see|phones|rings|visits|thinks|"
    r"thought|believes|says|draws|paints|watches|boy|girl|friend|is)(?: [A-Z][a-z]+(?:,| and|,? or))? $"
)
_FANCIES = rarely(
    r"\b(?:think|thought|believe|pretend|marry|meet|met|love|hate|dream|adore|sure|certain)s?(?: of| that)? $"
)
_OF_A_PLACE = rarely(
    r"(?: [A-Z][\w’'-]+)? (?:School|Primary|Infants?|Juniors?|Academy|College|Nursery|Centre|House|Park|Road|Street|"
    r"Club|Farm|Beach|Lodge|Hall|Unit|Base|Hospital)\b"
)
_NO_COMPANY = rarely(
    r"\b(?:(?:year|key stage|time|lives|goes|been|educated|taught|school|place|pupil|day) (?:at|of|from))"
)
_AT_A_PLACE = rarely(r"\b(?:at|in|on|to|from|via|by|attends|uses|through|of) $")
_CLAUSE = rarely(r"[;,]| (?:if|when|that|and|but|while|because|until|so|before|after|unless|where|how|what)\b")
_MORE_OF_A_NAME = rarely(r"(?:[-–/]\w| [A-Z][\w’'-]+| \d)")


class _Around(NamedTuple):
    """A name in its sentence: what stands before it and after it there."""

    before: str
    name: str
    after: str


def is_known_to_the_child(plan: Plan, hit: Passage) -> bool:
    """Do the words around a name in sections A to D say that it is somebody else, beside the child?"""
    if section_at(plan, hit.start) not in _TOLD:
        return section_at(plan, hit.start) == "E" and _is_company(plan, _around(plan, hit.start, hit.end))
    around = _around(plan, hit.start, hit.end)
    return _is_apposed(around) or _fronts(plan, around) or (_by_the_child(plan, around) and _is_beside(plan, around))


def heads_a_sentence(plan: Plan, hit: Passage) -> bool:
    """Does the name open its sentence in sections B to H, and do or have something there?"""
    if section_at(plan, hit.start) not in BODY:
        return False
    around = _around(plan, hit.start, hit.end)
    return not around.before.strip() and bool(_ACTING.match(around.after) or _OWNING.match(around.after))


def acquaintances(plan: Plan) -> frozenset[str]:
    """The names, in small letters, that stand once beside the child's in sections A to D."""
    return once(plan, "names of acquaintances", lambda: frozenset(_names_beside(plan)))


def _names_beside(plan: Plan) -> Iterator[str]:
    from ehcp_audit.privacy.words import acronyms, fold, given_names, is_plain, known_capitals

    no_names = own_names(plan) | words_of("no names") | acronyms()
    for piece in lettered(plan, _TOLD):
        for match in NAME.finditer(piece.text):
            word = match.group().lower()
            if word in no_names:
                continue
            around = _around(plan, piece.start + match.start(), piece.start + match.end())
            ordinary = word in known_capitals() or (is_plain(fold(word)) and word not in given_names())
            if ordinary and not _FANCIES.search(around.before):
                continue
            if around.before.strip() and _is_introduced(plan, around):
                yield word
    for piece in lettered(plan, ("E",)):
        for match in NAME.finditer(piece.text):
            word = match.group().lower()
            around = _around(plan, piece.start + match.start(), piece.start + match.end())
            if word in given_names() and word not in no_names and _is_company(plan, around):
                yield word


def _is_company(plan: Plan, around: _Around) -> bool:
    """Is it a friend with whom the child, who stands before, will do something: "Tom will go to darts with Owen"?"""
    said = _GOES_WITH.search(around.before)
    if said is None or _GOES_ON.match(around.after) is None:
        return False
    clause = _CLAUSE.split(around.before[: said.start()])[-1]
    will = _I_WILL.search(clause) or any(_WILL.match(clause, one.end()) for one in _of_the_child(plan, clause))
    spoken_to = _SPEAKING[person(plan)]  # "you use your sign fan with Kofi"
    will = will or (spoken_to is not None and spoken_to.search(clause) is not None)
    return bool(will) and _STAFF.search(clause) is None


_GOES_WITH = rarely(
    r"\b(?:with|beside|alongside|against|invites?|meets?|meeting|visits?|phones?|rings?|texts?|messages?)"
    r"(?: (?:an? |his |her |their |my )?(?:friends?|best friend|mates?|cousins?|brother|sister),?)?"
    r"(?: [A-Z][\w'’-]+(?:,|,? or|,? and)){0,3} $"
)
_GOES_ON = rarely(
    r"(?:,? (?:or|and) (?:[A-Z][a-z]+|another|one|two|his|her|my|their|a|the)\b|[,.;:)\t\n]| (?:once|twice|three|each|"
    r"every|a|at|on|in|to|for|by|without|after|before|and|most)\b|$)"
)
_I_WILL = rarely(r"\bI (?:will|can|am|go|meet|play|have)\b")
_WILL = rarely(r" (?:will|can|is|goes|go|meets?|plays?|spends?|has|have|are|takes?|joins?)\b")


def _is_introduced(plan: Plan, around: _Around) -> bool:
    """Does the child do something with or to the name, or is it the name of one who is spoken of?"""
    if _is_apposed(around):
        return True
    if not _by_the_child(plan, around):
        return False
    if _MORE_OF_A_NAME.match(around.after):
        return _FANCIES.search(around.before) is not None and _OF_A_PLACE.match(around.after) is None
    if _OWNING.match(around.after):
        return _AT_A_PLACE.search(around.before) is None and _is_beside(plan, around)
    company = _COMPANY.search(around.before) is not None and _NO_COMPANY.search(around.before[-30:]) is None
    return company and _is_beside(plan, around)


def _around(plan: Plan, start: int, end: int) -> _Around:
    left = plan.text[max(0, start - _LONG) : start]
    ends = [match.end() for match in _ENDS.finditer(left)]
    right = plan.text[end : end + _LONG]
    stop = _ENDS.search(right)
    return _Around(left[ends[-1] if ends else 0 :], plan.text[start:end], right[: stop.start() + 1] if stop else right)


def _is_apposed(around: _Around) -> bool:
    """Is it the name of one who is spoken of: "the caretaker, Ana, and", "Baby Ana"?"""
    if _TITLED.search(around.before):
        return True
    return _APPOSED.search(around.before) is not None and _APPOSED_TO.match(around.after) is not None


def _fronts(plan: Plan, around: _Around) -> bool:
    """Does what the name does come before what the child, who is named, does: "When Ana sings, Tom leaves"?"""
    if not _FRONTED.match(around.before):
        return False
    return _names_the_child(plan, around.after)


def _by_the_child(plan: Plan, around: _Around) -> bool:
    """Is it the child who does what is told before the name, and not one of staff?"""
    child = max((match.end() for match in _of_the_child(plan, around.before)), default=-1)
    return child >= 0 and _STAFF.search(_SPOKEN_TO.sub(" ", around.before[child:])) is None


def _of_the_child(plan: Plan, text: str) -> Iterator[re.Match[str]]:
    """The child's names, and "he" or "she" as the child is."""
    own = first_names(plan)
    yield from (match for match in NAME.finditer(text) if match.group().lower() in own)
    yield from _SUBJECT_OF[usual_pronoun(plan)].finditer(text)
    if words := _SPEAKING[person(plan)]:
        yield from words.finditer(text)


def _is_beside(plan: Plan, around: _Around) -> bool:
    """Is the name, after the child, one to whom something is done, or who does something to the child?"""
    owns = _OWNING.match(around.after) is not None
    if re.search(rf"\b{re.escape(around.name)}\b", around.before):
        return True
    if _OWNING_NEEDS.match(around.after):
        return False
    if not (_OPENING.search(around.before) if owns else _ACTING.match(around.after)):
        return True
    if _THINKS.search(around.before) or _REACTS.search(around.before):
        return True
    return _is_done_to_the_child(plan, around)


def concerns_the_child(plan: Plan, hit: Passage) -> bool:
    """Is the child somebody else than the name, in what it does: "Keppra makes him drowsy", "Ana helps Tom"?"""
    return _is_done_to_the_child(plan, _around(plan, hit.start, hit.end))


def _is_done_to_the_child(plan: Plan, around: _Around) -> bool:
    clause = _CLAUSE.split(around.after, maxsplit=1)[0]
    return _OBJECT_OF[usual_pronoun(plan)].search(clause) is not None or _names_the_child(plan, clause)


def _names_the_child(plan: Plan, text: str) -> bool:
    return not first_names(plan).isdisjoint(word.lower() for word in NAME.findall(text))
