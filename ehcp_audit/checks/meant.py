"""Whom can "he" or "she" mean? The people who stand before a pronoun, and what is said of the one it means.

Somebody of the pronoun's gender may always be meant. Staff may be either: what staff do, and what is theirs, is theirs;
who is helped by one of staff is not that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from ehcp_audit.checks.names import NAME
from ehcp_audit.checks.passages import sentences
from ehcp_audit.model import Passage
from ehcp_audit.rare import rarely


class Meant(IntEnum):
    """Whom a pronoun of the other kind means."""

    ANOTHER = 0
    ASKED = 1  # the child, or one of those before it: grammar does not say
    CHILD = 2  # nobody else stands before it


class Told(NamedTuple):
    """A pronoun in its sentence, and the sentence before."""

    before: str
    text: str
    match: re.Match[str]
    she: bool  # the pronoun's gender
    own: frozenset[str]  # the child's names
    others: frozenset[str]  # names of others, and all given names
    earlier: str = ""  # the line before, and its own line up to the sentence

    @property
    def last(self) -> str:
        """The words of its sentence before it."""
        return self.text[: self.match.start()]

    @property
    def after(self) -> str:
        return self.text[self.match.end() :]

    @property
    def alone(self) -> Told:
        """The same without the sentence before."""
        return self._replace(before="")

    @property
    def at_length(self) -> Told:
        """The same with all that stands before it in its line, and the line before."""
        return self._replace(before=self.earlier)

    @property
    def is_of_one_before(self) -> bool:
        """Is it "his" or "her" after a sentence on one who may be meant: "Her grandad died. Ana keeps his watch"?"""
        if self.match.group().lower() not in ("his", "her") or is_object(self) or self.after.startswith(" own "):
            return False
        before = plain(self.before)
        return _of_one_gender(before, self.she) or any(_anybody(before, self))

    @property
    def names_the_child(self) -> bool:
        """Does the child's name stand before it in its sentence, or "he" or "she" as the child is?"""
        usual = _HE if self.she else _SHE
        return any(word.lower() in self.own for word in NAME.findall(self.last)) or usual.search(self.last) is not None


_HE = rarely(r"\bhe\b", re.I)
_SHE = rarely(r"\bshe\b", re.I)
_MAN = rarely(
    r"\b(?:(?:step|god|grand)?-?(?:father|dad|son|brother)|daddy|uncle|nephew|husband|grandad|grandpa|granddad|"
    r"boyfriend|man|gentleman|boy|(?-i:Mr))\b(?!-)",
    re.I,
)
_WOMAN = rarely(
    r"\b(?:(?:step|god|grand)?-?(?:mother|mum|mom|mam|daughter|sister)|mummy|mammy|aunt\w*|niece|wife|nan|nana|gran|"
    r"granny|grandma|girlfriend|woman|lady|girl|(?-i:Mrs|Ms|Miss))\b(?!-)",
    re.I,
)
_ANYBODY = rarely(
    r"\b(?:parent|carer|sibling|twin|cousin|partner|grandparent|foster carer|guardian|baby|dog|cat|puppy|horse|pony|"
    r"rabbit|guinea pig|hamster|doll|character|hero|heroine|dr|prof|professor)\b(?!-)",
    re.I,
)
_ONE = rarely(
    r"\b(?<!no other )(?:friend|peer|pupil|(?:a|the|another|other|one|any|every|young|younger|older|\w+ing) child|"
    r"student|buddy|classmate|companion|someone|somebody|anyone|anybody|(?<!key )person|listener|stranger|player)\b"
    r"(?!-)(?! (?:support|group|premium|development)\b)",
    re.I,
)
"""One of many, whom a plan seldom speaks of again."""
STAFF = rarely(
    r"\b(?:teacher|assistant|TA|LSA|HLTA|ELSA|SENCO|SENDCO|head ?teacher|head of \w+|deputy|tutor|key ?worker|"
    r"mentor|nurse|doctor|GP|"
    r"consultant|\w{4,14}iatrician|\w*therapist|\w*psychologist|\w*psychiatrist|\w{4,12}ologist|social worker|"
    r"practitioner|advis[eo]r|officer|worker|specialist|coach|dietitian|dietician|optometrist|orthoptist|orthotist|"
    r"instructor|supervisor|trainer|counsellor|co-?ordinator|interpreter|technician|librarian|lecturer|"
    r"professional|clinician|adult|key person|SLT|SaLT|OT|EP|QTVI|QTMSI|ToD|CSW|surgeon|intervenor|employer|manager|"
    r"caseworker|escort|driver|chaperone|visitor|member of (?:the )?staff|staff member|colleague|successor|"
    r"governor|volunteer|scribe)\b(?!-)"
    r"(?! (?:support|time|room|led|group|services?|plan|programme|advice|report|hours?|input|team)\b)",
    re.I,
)
_DOES = rarely(
    r"(?: (?:will|shall|should|must|may|also|then|has|had|have|again|first|is to|each \w+|once \w+ \w+|\w{3,12}ly))*"
    r" (?:(?:re)?train|coach|observ|teach|taught|deliver|review|visit|advis|lead|led|run|ran|provid|model|monitor|"
    r"supervis|assess|examin|weigh|measur|report|record|demonstrat|adapt|prepar|overs|updat|liais|email|recommend|"
    r"ch?air|call|ring|rang|shar|send|sent|giv|gave|hold|meet|met|see|saw|set|go(?:es)? (?:through|over)|work|plan|"
    r"check|support|help|watch|explain|describ|add|state|not(?:e|ing)|"
    r"(?:find|found|feel|felt|think|thought)(?!s? (?:it|hard))|sa(?:y|id)|consider|"
    r"stand|step(?:s)? in|revis|"
    r"attend|return|writ|wrote|spend|prescrib|discharg|refer|consult|show|draw|stay|offer|design|make|made)"
    r"[a-z]{0,5}\b|"
    r" (?:is|was|has been|will be) (?:fully |also )?(?:trained|qualified|registered|employed|away|absent|available|"
    r"free|"
    r"on site|supervised|released|paid|present|off|ill|a |an |the )"
)
"""What staff do, after "he" or "she"."""
_THEIRS = rarely(
    r" (?:own )?(?:(?:\w{3,12} )?(?:reports?|advice|assessments?|visits?|training|colleagues?|team|room|office|door|"
    r"programmes?|caseload|qualifications?|role|post|supervision|recommendations?|letters?|course|findings|"
    r"observations?|notes?|absence|successors?|awards?|experience|planning time|minutes|hours|staff|sessions?|view|"
    r"opinion|time|shift|manager|registration|line manager|clinic|lesson plans?|"
    r"(?:initial |own )?(?:check|enquir(?:y|ies)|referral|case)(?=[.;,)]|$)|"
    r"professional (?:body|association|register))\b|\d)"
)
"""What is of staff, after "his" or "her"."""
_WORKED_ON = rarely(
    r"\b(?:train|observ|supervis|coach|brief|watch|advis|releas|cover|employ|pay|paid|accompan|join|model)\w{0,4} $",
    re.I,
)
"""What staff do to one another, before "him" or "her"."""
_CLAUSE = rarely(r"[;:—–]|, (?:and|but|so)\b|,? (?:but|while|when|until|who|which|so that|because|if|where)\b")
_VIEW = rarely(
    r"(?: (?:also|now|still|then|would|does not|has|had|really|particularly))* "
    r"(?:like|know|miss|hope|want|worr|fear|wish|feel|"
    r"sees? [a-z]{1,15} as\b|felt|think|thought|sa(?:y|id)|report|describ|told|tell|explain|add|ask|request|agree|"
    r"believ|"
    r"is (?:(?:most|very|also|so|really) )?(?:proud|worried|anxious|keen|pleased|concerned|aware|happy|unhappy|clear|"
    r"afraid)|was (?:told|worried|offered)|made|find|found)"
    r"[a-z]{0,4}\b"
)
"""What a parent says or wants, after "he" or "she"."""
_FOLLOWS_HER = rarely(
    r" (?:one|for|alone|individually|each|to|at|in|on|every|twice|once|three|two|four|five|ten|with|and|how|directly|"
    r"weekly|daily|a|an|the|when|before|after|through|from|into|out|until|while|by|as|if|that|what|where|of|about|off|"
    r"back|up|down|away|again|so|or|but|there|here|then|well|first|using|choose|take|join|learn|make|write|read|speak|"
    r"talk|use|find|get|hold|understand|settle|move|eat|dress|follow|manage|keep|feel|see|know|this|these|his|her|"
    r"their|its|\w+ing|is|was|will|has)\b|[,.;:)?!”\"’]|\s*$"
)


def whom(told: Told) -> Meant:
    """Whom the pronoun means, by the people who stand before it."""
    word = told.match.group().lower()
    if word.endswith("self"):
        return _self(told)
    near = plain(f"{told.before} {told.last}")
    if _of_one_gender(near, told.she):
        return Meant.ANOTHER
    staff, anybody, one = _count_of_staff(near), any(_anybody(near, told)), len(_ONE.findall(near))
    objective = is_object(told)
    if _is_not_the_child(told, word, objective, alone=not (staff or anybody or one)):
        return Meant.ANOTHER
    if not (staff or anybody or one):
        return Meant.ASKED if word in ("he", "she") and has_the_child(told) else Meant.CHILD
    if anybody:
        return Meant.ANOTHER
    if word in ("he", "she"):
        theirs = has_the_child(told) or (staff > 0 and _DOES.match(told.after) is not None)
    elif objective:
        theirs = staff + one > 1 and _WORKED_ON.search(told.last) is not None
    else:
        theirs = _THEIRS.match(told.after) is not None or _is_paired(told.last)
    return Meant.ANOTHER if theirs else Meant.ASKED


def _is_not_the_child(told: Told, word: str, objective: bool, *, alone: bool) -> bool:
    """Does its own clause name the child beside it, or is it by whom something is done?"""
    if word in ("he", "she"):
        return _names_the_child(told)
    if not objective:
        return False
    return told.last.endswith(" by ") or (not alone and _child_acts(told))


def _child_acts(told: Told) -> bool:
    """Does the child do it to the one who is meant: "Tom gives her", "he asks her"?"""
    match = _ACTS.search(told.last)
    return match is not None and (
        match["who"].lower() == ("he" if told.she else "she") or match["who"].lower() in told.own
    )


_ACTS = rarely(r"(?<![\w'’-])(?P<who>[A-Z][a-z]+|s?he) (?:\w+ ){1,3}$")


def _is_paired(last: str) -> bool:
    """Is it of one that stands beside: "a friend and his mother"?"""
    pair = _PAIR.search(last)
    return pair is not None and any(
        match.end() == pair.start() for kind in (STAFF, _ONE) for match in kind.finditer(last)
    )


_PAIR = rarely(r"(?:,| and|, and| or) $")


def _self(told: Told) -> Meant:
    """Whom "himself" means: it is the one that was spoken of last in its sentence."""
    last = plain(told.last)
    if any(match.end() == len(last.rstrip()) for match in STAFF.finditer(last)):
        return Meant.ANOTHER  # "the practitioner herself"
    usual, other = (_HIM, _HER) if told.she else (_HER, _HIM)
    spoken = max(
        (match.end() for match in (*usual.finditer(last), *NAME.finditer(last)) if _is_the_child(match, usual, told)),
        default=-1,
    )
    if spoken < 0:
        alone = not (STAFF.search(last) or _ONE.search(last) or any(_anybody(last, told)))
        return Meant.ASKED if _BY.search(last) or (alone and not _of_one_gender(last, told.she)) else Meant.ANOTHER
    between = last[spoken:]
    return Meant.ANOTHER if other.search(between) or _of_one_gender(between, told.she) else Meant.ASKED


def _is_the_child(match: re.Match[str], usual: re.Pattern[str], told: Told) -> bool:
    return match.re is usual or match.group().lower() in told.own


_BY = rarely(r"\bby $")
_HIM = rarely(r"\b(?:he|him|his|himself)\b", re.I)
_HER = rarely(r"\b(?:she|her|hers|herself)\b", re.I)


def plain(text: str) -> str:
    """The text without couples, of whom none is "he" or "she"."""
    return _COUPLE.sub(" ", text)


def _without_bodies(text: str, others: frozenset[str]) -> str:
    """The text without the names of hospitals, schools and towns."""
    return _BODY.sub(lambda match: " " if _is_a_body(match, others) else match.group(), text)


def _is_a_body(match: re.Match[str], others: frozenset[str]) -> bool:
    """Does it end with an ordinary word, and is it no first name with a family's: "Martin Hale", "Harry Potter"?"""
    from ehcp_audit.privacy.words import fold, is_plain

    first, _, rest = match.group().partition(" ")
    if first.lower() in others and " " not in rest and _PLACE.fullmatch(rest) is None:
        return False
    return is_plain(fold(match["last"]))


_PLACE = rarely(
    "School|Primary|Infants?|Juniors?|Academy|College|Nursery|Centre|House|Park|Road|Street|Club|Farm|Lodge|Hall|Unit|"
    "Base|Hospital|Wing|Ward|Clinic|Trust|Hospice|Church|Library|Court|Green|Lane|Council|"
    "Authority|Borough|Service|Team|Board"
)
_COUPLE = rarely(
    r"\b(?:M(?:rs?|s|iss)\.? (?:[A-Z][\w'’-]+ )?(?:and|&) M(?:rs?|s|iss)\.?(?: [A-Z][\w'’-]+){0,2}|"
    r"(?i:mum|mummy|mam|mother|mama|dad|daddy|father|tata|papa)(?:,? (?:and|or|&) |/)(?i:\w+ )?"
    r"(?i:mum|mummy|mam|mother|mama|dad|daddy|father|tata|papa|step(?:father|mother|dad|mum)|gran\w*|nan)\b|"
    r"[A-Z][a-z'’-]+ and [A-Z][a-z'’-]+\b)"
)
_BODY = rarely(r"(?:[A-Z][\w'’-]+ (?:of |and |the |for )*){1,5}(?P<last>[A-Z][\w'’-]+)")


def _count_of_staff(text: str) -> int:
    """How many of staff the text speaks of; "specialist teacher" is one."""
    ends = [(match.start(), match.end()) for match in STAFF.finditer(text)]
    return sum(start - end > 1 for (_, end), (start, _) in zip([(0, -_FAR), *ends], ends, strict=False))


_FAR = 9


def _of_one_gender(text: str, she: bool) -> bool:
    """Does the text speak of somebody of this gender?"""
    return (_WOMAN if she else _MAN).search(text) is not None


def _anybody(text: str, told: Told) -> Iterator[str]:
    """Those of either gender who are no staff, and names of others."""
    yield from (match.group() for match in _ANYBODY.finditer(text))
    other = _TITLED_MAN if told.she else _TITLED_WOMAN
    rest = _without_bodies(_NO_NAMES.sub(" ", other.sub(" ", text)), told.others)
    yield from (word for word in NAME.findall(rest) if word.lower() in told.others)


_TITLED_MAN = rarely(r"\bMr\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_TITLED_WOMAN = rarely(r"\b(?:Mrs|Ms|Miss)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_NO_NAMES = rarely(r"\b[A-Z][a-z]+['’]t\b|\b[Tt]he [A-Z][\w'’-]+")  # "Don't", "the Evelina"


def is_object(told: Told) -> bool:
    """Is it "him", or "her" with nothing after it that would be hers?"""
    word = told.match.group().lower()
    return word == "him" or (word == "her" and _FOLLOWS_HER.match(told.after) is not None)


def has_the_child(told: Told) -> bool:
    """Is the child somebody beside the pronoun, in its own clause: "she weighs him"?"""
    clause = _CLAUSE.split(told.after, 1)[0]
    usual = r"\bhim(?:self)?\b" if told.she else r"\bher\b(?= (?:at|in|on|to|for|with|each|and|every|by|from)\b|[,.]|$)"
    return re.search(usual, clause) is not None or _names_the_child(told)


def _names_the_child(told: Told) -> bool:
    """Does its clause name the child as somebody else: "she sits with Tom", but not "When she can, Tom reads"?"""
    clause = _CLAUSE.split(told.after, 1)[0]
    return any(
        match.group().lower() in told.own
        and not clause.startswith(("'s", "’s"), match.end())
        and not clause.endswith(", ", 0, match.start())
        for match in NAME.finditer(clause)
    )


def is_of_the_child(told: Told) -> bool:
    """Is the child the last that the line speaks of before it, and not somebody of its gender or a name?"""
    text = plain(f"{told.earlier} {told.last}")
    usual = _HIM if told.she else _HER
    names = [match for match in NAME.finditer(text) if match.group().lower() in told.own]
    child = max((match.end() for match in (*usual.finditer(text), *names)), default=-1)
    if child < 0:
        return False
    after = text[child:]
    return not _of_one_gender(after, told.she) and not any(_anybody(after, told))


def speaks_of_a_child(told: Told) -> bool:
    """Does its line speak of another child, or somebody by name, who may have parents and teachers too?"""
    text = plain(f"{told.before} {told.last}")
    return _YOUNG.search(text) is not None or any(
        word.lower() in told.others for word in NAME.findall(_without_bodies(_NO_NAMES.sub(" ", text), told.others))
    )


_YOUNG = rarely(
    r"\b(?:brother|sister|sibling|twin|cousin|friend|peer|pupil|boy|girl|student|son|daughter|niece|nephew|"
    r"(?:a|the|another|other|one|any|every) child)s?\b",
    re.I,
)


def is_view(told: Told) -> bool:
    """Is it who says or wants something of the child: "she hopes that he will", "as well as she knows he can"?"""
    said = _VIEW.match(told.after) or is_hope(told)
    if said is None:
        return False
    usual = _HIM if told.she else _HER
    rest = told.after[said.end() :]
    if usual.search(rest) is not None or any(word.lower() in told.own for word in NAME.findall(rest)):
        return True
    return (_HER_VIEWS if told.she else _HIS_VIEWS).search(told.earlier) is not None


def is_hope(told: Told) -> re.Match[str] | None:
    """Is it whose hope or fear is told: "Her hope is that he will be safe"?"""
    return _HOPE.match(told.after) if told.match.group().lower() in ("his", "her") else None


_HOPE = rarely(
    r" (?:\w+ )?(?:hopes?|wish(?:es)?|fears?|worr(?:y|ies)|dreams?|concerns?) (?:is|are|was|were) "
    r"(?:that|for|about|what)\b"
)
_VIEWS = r"['’]s? views?\b[^:.]{0,80}:"
_HER_VIEWS = rarely(rf"\b(?:(?:Mrs|Ms|Miss) [A-Z][\w'’-]+|(?i:mum|mummy|mam|mother)){_VIEWS}")
_HIS_VIEWS = rarely(rf"\b(?:Mr [A-Z][\w'’-]+|(?i:dad|daddy|father)){_VIEWS}")
"""Whose views a line holds: "Ms Sample's views (by telephone, 9 July 2026): ... She hopes for a calm school"."""


def whole_sentences(line: Passage) -> list[Passage]:
    """The sentences of a line, those put together that a figure or a title parted: "32.5 hours", "Mrs. Ash"."""
    joined: list[Passage] = []
    for part in sentences((line,)):
        last = joined[-1] if joined else None
        if last is not None and ((last.end == part.start and part.text[0].isalnum()) or _TITLE.search(last.text)):
            joined[-1] = line.cut(last.start - line.start, part.end - line.start)
        else:
            joined.append(part)
    return joined


_TITLE = rarely(r"\b(?:Mrs?|Ms|Dr|St|e\.g|i\.e|approx|min|mins|hrs)\.$")
