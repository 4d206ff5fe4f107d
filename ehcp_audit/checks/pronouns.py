"""Is the child "he", "she" or "they" throughout? A pronoun of another kind, where nobody else can be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from ehcp_audit.checks import check
from ehcp_audit.checks.acquaintances import acquaintances
from ehcp_audit.checks.boys_and_girls import called_otherwise
from ehcp_audit.checks.he_or_she import HE, SHE, pronouns_named, pronouns_stand, usual_pronoun
from ehcp_audit.checks.meant import (
    Meant,
    Told,
    is_hope,
    is_object,
    is_of_the_child,
    is_view,
    whole_sentences,
    whom,
)
from ehcp_audit.checks.names import BODY, NAME, first_names, names_of_anybody, others, own_names, unquoted
from ehcp_audit.checks.others_meant import in_own_words, is_another, is_of_kin
from ehcp_audit.checks.passages import found, in_sentences, lettered, lines_holding, sentences
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import holds, matches
from ehcp_audit.model import Answer, Passage, Plan, Verdict
from ehcp_audit.rare import rarely

_start = attrgetter("start")
_OPENS = rarely(
    r"(He|She) (?:will|needs?|has|is|finds?|requires?|struggles?|cannot|can|does|enjoys?|likes?|should|must|may|"
    r"(?:carries|wears|eats|drinks|sleeps|tires|forgets|worries|dislikes|loves)(?!.*\b(?:him|his|her|with|beside)\b))\b"
)
_DONE_TO_A_CHILD = rarely(
    r"(?:he|she) (?:(?:will|should|must|is to|needs to|can) be|is|was) (?:encouraged|taught|helped|reminded|prompted|"
    r"praised|supported|shown|allowed|asked|taken)\b|"
    r"(?:he|she) (?:(?:must|should|is to|needs to) have|will (?:need|receive|have access)|requires|"
    r"needs (?:help|support|adult|extra|regular|daily|more time|time to))\b|"
    r"(?:he|she) (?:will )?(?:chooses?|tells?|asks?|shows?|picks?) (?:\w+ ){0,2}(?:adults?|staff|teacher)\b",
    re.IGNORECASE,
)
_YOUNG = r"\b(?:brother|sister|sibling|twin|cousin|friend|peer|pupil|child|boy|girl|student"
_CHILDREN = rarely(
    _YOUNG + r"|mother|father|mum|dad|parent|"
    r"carer|grand|nan\b|aunt|uncle|step-?(?:mother|father|mum|dad)|foster|family|families)",
    re.I,
)
_CHILDS = rarely(
    r" (?:own )?(?:(?:\w{3,10} )?(?:log|diary|chart|record)\b|"
    r"(?:planner|chair|wheelchair|frame|book|books|timetable|desk|seat|tray|peg|bag|kit|"
    r"hearing aids?|glasses|"
    r"outcomes?|wishes|reading|writing|handwriting|spelling|speech|attention|anxiety|behaviour|classmates|peers|parents|"
    r"next steps|targets|progress|needs|learning|mother|father|mum|dad|class|lessons|curriculum|homework|tablet|"
    r"ear defenders|splints|lunch|medicine|seizures|teachers)\b|"
    r"(?:prefers|feels|likes|chooses|struggles|becomes|enjoys|"
    r"is (?:upset|anxious|tired|hungry|overwhelmed|dysregulated))\b)"
)
_THEY = rarely(r"\b(?:they|them|their|themselves)\b", re.I)


@check("identity.pronouns")
def pronouns(plan: Plan) -> Answer:
    """Is the child "he", "she" or "they" throughout?

    A pronoun of the other kind counts only where no other person stands before it in its sentence, or in the sentence
    before; one that opens its sentence ("She will ..."), where nobody stands in the one before. In sections A, I and J
    it counts only after the child's own name. Where the child or another may be meant, a person is asked.
    """
    counts = _pronoun_counts(plan)
    gendered = counts["he"] + counts["she"]
    if gendered and _are_they(plan, counts):
        return _gendered(plan)
    if gendered == 0 and (usual := _of_family(plan)):
        return _answer(plan, usual, [], _doubtful_pronouns(plan, SHE if usual == "he" else HE, []))
    if gendered == 0 or (counts["they"] > 3 * gendered and gendered < 4):
        return Answer(Verdict.MET, note="No pronoun of another kind was found.")
    usual = (_child_speaks(plan) and _of_family(plan)) or usual_pronoun(plan)
    other = SHE if usual == "he" else HE
    strange = [*_strange_in_a(plan, other), *_strange_pronouns(plan, other), *_strange_parents(plan, other)]
    return _answer(plan, usual, [*called_otherwise(plan, usual), *strange], _doubtful_pronouns(plan, other, strange))


def _answer(plan: Plan, usual: str, strange: list[Passage], doubtful: list[Passage]) -> Answer:
    asked = in_sentences(plan, doubtful)
    if strange:
        note = f"The child is '{usual}' elsewhere in the plan, and {pronouns_stand(strange)} here."
        return Answer(Verdict.NOT_MET, (*in_sentences(plan, strange), *asked), note)
    if asked:
        note = f"The child is '{usual}' in the plan; is somebody else meant here by {pronouns_named(doubtful)}?"
        return Answer(Verdict.NEEDS_PERSON, asked, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note=f"The child is '{usual}' throughout.")


def _child_speaks(plan: Plan) -> bool:
    """Are sections B to H written in the child's own words: "I need", "my teacher"?"""
    pieces = lettered(plan, BODY)
    spoken = sum(len(matches(piece, phrases("I speak"))) for piece in pieces)
    return spoken > _OFTEN + sum(len(matches(piece, _GENDERED)) for piece in pieces)


_OFTEN = 10
_GENDERED = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.I)


def _of_family(plan: Plan) -> str | None:
    """What the family calls the child in sections A, I and J, where it is more often one than the other."""
    he, she = (len([*_asked(_told_in(plan, kind, "AIJ"), views=True)]) for kind in (HE, SHE))
    return None if he == she else "he" if he > she else "she"


def _are_they(plan: Plan, counts: Counter[str]) -> bool:
    """Is the child "they": the cover or section A says so, and sections B to H keep to it?"""
    if counts["they"] <= 2 * (counts["he"] + counts["she"]):
        return False
    return bool(found((*plan.outside, *lettered(plan, "A")), phrases("they are")))


def _gendered(plan: Plan) -> Answer:
    """Any "he" or "she" that can only mean a child who is "they"."""
    strange = sorted((hit for other in (HE, SHE) for hit in _strange_pronouns(plan, other)), key=_start)
    doubtful = sorted({hit for other in (HE, SHE) for hit in _doubtful_pronouns(plan, other, strange)}, key=_start)
    return _answer(plan, "they", strange, doubtful)


def _pronoun_counts(plan: Plan) -> Counter[str]:
    """How often sections B to H say "he", "she" and "they"."""
    pieces = lettered(plan, BODY)
    kinds = (("he", HE), ("she", SHE), ("they", _THEY))
    return Counter({name: sum(len(matches(piece, pattern)) for piece in pieces) for name, pattern in kinds})


def _strange_in_a(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    """Pronouns of the other kind in sections A, I and J that can only mean the child, whose name stands before them."""
    from ehcp_audit.privacy.words import given_names

    told = [
        (line, code)
        for code in "AIJ"
        for line in lines_holding(lettered(plan, code), other)
        if not holds(line, phrases("I speak"))
    ]
    if not told:
        return
    own = own_names(plan)
    people, named = phrases("other people"), (others(plan) | given_names()) - own - words_of("no names")
    for line, code in told:
        for sentence in sentences((line,)):
            opened = line.start if code == "A" else sentence.start  # the setting's name stands before it in I
            for match in matches(sentence, other):
                before = line.text[opened - line.start : sentence.start - line.start + match.start()]
                last = unquoted(sentence.text)[: match.start()]
                if not own.isdisjoint(word.lower() for word in NAME.findall(last)) and not _someone(
                    before, people, named
                ):
                    yield sentence.cut(*match.span())


def _strange_pronouns(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    held = lines_holding(lettered(plan, BODY), other)
    if not held:
        return
    people, own = phrases("other people"), own_names(plan)
    met = acquaintances(plan) | names_of_anybody(plan)
    named = (others(plan) | met) - own - words_of("no names")
    spoken = _child_speaks(plan)
    for line in held:
        if spoken and holds(line, phrases("I speak")):
            continue
        before = ""
        for sentence in whole_sentences(line):
            for match in _perhaps_the_child(sentence, other, own):
                opening = _OPENS.match(sentence.text) if match.start() == 0 else None
                told = before if opening else f"{before} {sentence.text[: match.start()]}"
                if match.start() == 0 and not opening:
                    told = f"{before} {sentence.text}"  # "Her assistant keeps the book": whose, is not said
                of_the_child = (
                    _is_a_childs(sentence.text, match, told, met)
                    or _of_the_child(sentence.text, match, people)
                    or _seen_by_a_role(before, sentence.text, match, met)
                    or _after_own_name(before, sentence.text, match, own, met)
                )
                done_to = _DONE_TO_A_CHILD.match(sentence.text, match.start()) and not _is_a_person_near(told, met)
                by_staff = sentence.text[: match.start()].endswith(" by ")  # "trained by her"
                earlier = line.text[: sentence.start - line.start]
                about = Told(before, sentence.text, match, other is SHE, first_names(plan), frozenset(named), earlier)
                meant = whom(about)
                alone = not (by_staff or meant is Meant.ANOTHER or _someone(told, people, named))
                if (of_the_child or done_to or alone) and not is_another(about):
                    yield sentence.cut(*match.span())
            before = sentence.text


def _perhaps_the_child(sentence: Passage, other: re.Pattern[str], own: Collection[str]) -> Iterator[re.Match[str]]:
    """Pronouns of the other kind but those of who does something to the child: "where she can see him", "... Tom"."""
    if _TWO_PEOPLE.search(sentence.text):
        return
    for match in in_own_words(sentence, matches(sentence, other)):
        done = _DOES_TO_A_NAME.match(sentence.text, match.end())
        if match.group().lower() not in ("he", "she") or done is None or done["name"].lower() not in own:
            yield match


_DOES = r"(?: (?!(?:and|but|or|so|if|when|while|until|that|because|as|he|she|him|her|his)\b)[\w'’-]+){1,4} "
_AS_A_WHOLE = r"(?=[.,;:)]|$| (?:at|in|on|from|to|when|while|if|and|or|all|without|before|after|until|by|for)\b)"
_TWO_PEOPLE = rarely(rf"\b(?:he{_DOES}her|she{_DOES}him){_AS_A_WHOLE}", re.IGNORECASE)
"""One clause in which one does something to the other: "where she can see him", "when he signs to her". The child is
one of them, so the other is somebody else.
"""
_DOES_TO_A_NAME = rarely(rf"{_DOES}(?P<name>[A-Z][\w'’-]*){_AS_A_WHOLE}")


def _doubtful_pronouns(plan: Plan, other: re.Pattern[str], strange: list[Passage]) -> list[Passage]:
    """Those that the child may be meant by, or somebody who stands before: grammar does not say.

    Where they are many, a writer speaks of one member of staff as such, and of who does something nothing is asked.
    """
    sure = {passage.start for passage in strange}
    asked = (*_asked(_told_in(plan, other, BODY)), *_asked(_told_in(plan, other, "AIJ"), views=True))
    doubtful = [(one, told) for one, told in asked if one.start not in sure]
    if len(doubtful) > _FEW:
        doubtful = [(one, told) for one, told in doubtful if told.match.group().lower() not in ("he", "she")]
    return sorted((one for one, _ in doubtful), key=_start)


def _asked(spoken: Iterator[tuple[Passage, Told]], *, views: bool = False) -> Iterator[tuple[Passage, Told]]:
    """Those that the child may be meant by; who was another stays so in its sentence: "she says that she dreads it"."""
    another = -1  # where the last sentence begins in which somebody else was meant
    for one, told in spoken:
        begins = one.start - told.match.start()
        if _may_be_the_child(told, views=views) and begins != another:
            yield one, told
        elif told.match.group().lower() in ("he", "she") or is_hope(told):
            another = begins


def _may_be_the_child(told: Told, *, views: bool = False) -> bool:
    """May the child be meant? In what a family says, who was spoken of earlier in the line is still there."""
    if is_another(told):
        return False
    if whom(told) is Meant.ANOTHER:
        if is_of_kin(told):
            return True
        if is_object(told) or told.is_of_one_before:
            return False
        return told.names_the_child and whom(told.alone) is not Meant.ANOTHER
    if not views or is_view(told):
        return not views
    return whom(told.at_length) is not Meant.ANOTHER or is_of_the_child(told)


def _told_in(plan: Plan, other: re.Pattern[str], codes: Iterable[str]) -> Iterator[tuple[Passage, Told]]:
    """The pronouns of the other kind in these sections, with what stands before them; not where the child speaks."""
    held = lines_holding(lettered(plan, codes), other)
    if not held:
        return
    own, named = first_names(plan), names_of_anybody(plan) | acquaintances(plan)
    for line in held:
        said = unquoted(line.text)
        if phrases("I speak").search(said):
            continue
        before = _line_before(plan, line)
        for sentence in whole_sentences(line):
            at = sentence.start - line.start
            for match in _perhaps_the_child(sentence, other, own):
                if said[at + match.start()] != " " or _is_told_by_parents(line.text, said, at + match.start(), own):
                    earlier = f"{_line_before(plan, line)} {line.text[:at]}"
                    told = Told(before, sentence.text, match, other is SHE, own, named, earlier)
                    yield sentence.cut(*match.span()), told
            before = sentence.text


def _line_before(plan: Plan, line: Passage) -> str:
    """The line or cell before it."""
    left = plan.text[max(0, line.start - _LONG_LINE) : line.start].rstrip("\n\t ")
    return left.rpartition("\n")[2].rpartition("\t")[2]


_LONG_LINE = 400  # characters


def _is_told_by_parents(text: str, said: str, at: int, own: frozenset[str]) -> bool:
    """Does it stand in a quotation in which nobody says "I", and that no child is said to say?"""
    opens = max(text.rfind(mark, 0, at) for mark in '"“‘')
    closes = min((end for mark in '"”’' if (end := text.find(mark, at)) > 0), default=len(text))
    quoted = text[opens + 1 : closes]
    lead = said[:opens].rstrip().rpartition(". ")[2]
    by_child = _CHILD_SAYS.search(lead) is not None or any(word.lower() in own for word in NAME.findall(lead))
    return phrases("I speak").search(quoted) is None and not by_child


_CHILD_SAYS = rarely(r"\b(?:he|she|they)\b", re.I)


_FEW = 3


def _strange_parents(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    """Whose parents sections I and J speak of, where no other child does: "His parents may ask again"."""
    for sentence in sentences(lettered(plan, "IJ")):
        for match in matches(sentence, other):
            if _PARENTS.match(sentence.text, match.end()) and not _OTHER_CHILDREN.search(sentence.text):
                yield sentence.cut(*match.span())


_PARENTS = rarely(r" (?:parents?|mother|father|mum|dad|family|carers?)\b")
_OTHER_CHILDREN = rarely(_YOUNG + ")", re.I)


def _is_a_childs(text: str, match: re.Match[str], told: str, met: frozenset[str]) -> bool:
    """Is it said of a child's thing or feeling, where none but staff stands before ("His planner is checked")?

    "Her report" after a therapist is the therapist's.
    """
    return not _is_a_person_near(told, met) and _CHILDS.match(text, match.end()) is not None


def _of_the_child(text: str, match: re.Match[str], people: re.Pattern[str]) -> bool:
    """Is it "herself" where the last one spoken of is "he", or the other way round: "he holds herself to account"?"""
    if not match.group().lower().endswith("self"):
        return False
    spoken = _SPOKEN.search(text[: match.start()])
    if spoken is None or people.search(spoken.group(1)) is not None:
        return False
    return spoken.group().startswith("she") is not match.group().lower().startswith("her")


def _after_own_name(before: str, text: str, match: re.Match[str], own: frozenset[str], met: frozenset[str]) -> bool:
    """Is it what the child, whose own name opens the sentence, has or keeps for itself: "Rosa has his own plan"?"""
    told = text[: match.start()]
    name = NAME.match(told)
    if name is None or name.group().lower() not in own or _HAS.fullmatch(told[name.end() :]) is None:
        return False
    return _OWN.match(text, match.end()) is not None and not _is_a_person_near(f"{before} {told}", met)


_HAS = rarely(r" (?:has|needs|uses|keeps|carries|wears|follows)(?: [a-z]+ly)? ")
_OWN = rarely(r" own\b")


def _seen_by_a_role(before: str, text: str, match: re.Match[str], met: frozenset[str]) -> bool:
    """Is it whom staff see or teach, and nobody but staff is spoken of: "a therapist sees her one to one"?"""
    doing = next((one for one in _DOES_TO.finditer(text, 0, match.start()) if one.end() == match.start()), None)
    if doing is None or _ON_THE_OBJECT.match(text, match.end()) is None:
        return False
    return not _is_a_person_near(f"{before} {text[: doing.start()]}", met)


def _is_a_person_near(told: str, met: frozenset[str]) -> bool:
    """Does the text name another child, a relative, or somebody by a given name? Staff are left out."""
    return _CHILDREN.search(told) is not None or any(word.lower() in met for word in NAME.findall(told))


_DOES_TO = rarely(
    r"\b(?:therapist|teacher|psychologist|nurse|assistant|mentor|counsellor|tutor|worker|coach|specialist|practitioner|"
    r"physiotherapist|adviser|trainer|instructor|adult|SENCO|staff|supervisor|keyworker)"
    r"(?: (?!(?:and|or|that|which|who|when|so|if|because|he|she|they)\b)[\w'’-]+){1,7}"
    r"(?:[^.;:\n]{0,40},? and (?:will|then|also) \w+(?: (?:with|to|for|beside))?)?(?<! by) "
)
"""Staff and what they do, in one clause: whom they do it to is somebody else."""
_ON_THE_OBJECT = rarely(
    r" (?:one|for|alone|individually|each|to|at|in|on|every|twice|once|three|with|and|how|directly|weekly|daily|a|"
    r"an|the|when|before|after|through|from|into|out|until|while|by|as|if|that|what|where|of|"
    r"about|weight|height|skin|hearing|vision|splints|feeds|blood|growth|seating|progress)\b|[,.;:)]|$"
)
_SPOKEN = rarely(r"\b(?:he|she) ((?:(?!\b(?:s?he)\b)[^.;]){0,40})$")
_MANY = rarely(
    r"(?:other )?(?:children|pupils)|peers|adults?|staff|teachers|assistants|therapists|practitioners|tutors|mentors",
    re.IGNORECASE,
)
"""Of several, or of staff as such, nobody says "he" or "she"."""


def _someone(text: str, people: re.Pattern[str], named: set[str]) -> bool:
    """Does a text name somebody whom a "he" or "she" after it may mean?"""
    return any(not _MANY.fullmatch(match.group()) for match in people.finditer(text)) or any(
        word.lower() in named for word in NAME.findall(_BODIES.sub(" ", text))
    )


_BODIES = rarely(  # "the Northvale integrated care board"
    r"[A-Z][\w'’-]{1,20} (?:(?:[Ii]ntegrated|[Cc]are|[Hh]ealth|[Cc]ounty|[Bb]orough|[Cc]ity|[Jj]oint) ){0,3}"
    r"(?:[Bb]oard|[Cc]ouncil|[Tt]rust)\b"
)
