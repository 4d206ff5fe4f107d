"""Is the child "he", "she" or "they" throughout? A pronoun of another kind, where nobody else can be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from ehcp_audit.checks import check
from ehcp_audit.checks.names import BODY, NAME, others, own_names, unquoted
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
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.I)
_THEY = re.compile(r"\b(?:they|them|their|themselves)\b", re.I)


@check("identity.pronouns")
def pronouns(plan: Plan) -> Answer:
    """Is the child "he", "she" or "they" throughout?

    A pronoun of the other kind counts only where no other person stands before it in its sentence, or in the sentence
    before; one that opens its sentence ("She will ..."), where nobody stands in the one before. In sections A, I and J
    it counts only after the child's own name.
    """
    counts = _pronoun_counts(plan)
    gendered = counts["he"] + counts["she"]
    if gendered and _are_they(plan, counts):
        return _gendered(plan)
    if gendered == 0 or (counts["they"] > 3 * gendered and gendered < 4):
        return Answer(Verdict.MET, note="No pronoun of another kind was found.")
    usual, other = ("he", _SHE) if counts["he"] >= counts["she"] else ("she", _HE)
    strange = [*_strange_in_a(plan, other), *_strange_pronouns(plan, other), *_strange_parents(plan, other)]
    doubtful = in_sentences(plan, _doubtful_pronouns(plan, other, strange))
    if strange:
        note = f"The child is '{usual}' elsewhere in the plan, and something else here."
        return Answer(Verdict.NOT_MET, (*in_sentences(plan, strange), *doubtful), note)
    if doubtful:
        note = f"The child is '{usual}' in the plan; is somebody else meant here, or the child?"
        return Answer(Verdict.NEEDS_PERSON, doubtful, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note=f"The child is '{usual}' throughout.")


def _are_they(plan: Plan, counts: Counter[str]) -> bool:
    """Is the child "they": the cover or section A says so, and sections B to H keep to it?"""
    if counts["they"] <= 2 * (counts["he"] + counts["she"]):
        return False
    return bool(found((*plan.outside, *lettered(plan, "A")), phrases("they are")))


def _gendered(plan: Plan) -> Answer:
    """Any "he" or "she" that can only mean a child who is "they"."""
    strange = sorted((hit for other in (_HE, _SHE) for hit in _strange_pronouns(plan, other)), key=_start)
    if strange:
        note = "The child is 'they' elsewhere in the plan, and something else here."
        return Answer(Verdict.NOT_MET, in_sentences(plan, strange), note)
    return Answer(Verdict.MET, note="The child is 'they' throughout.")


def _pronoun_counts(plan: Plan) -> Counter[str]:
    """How often sections B to H say "he", "she" and "they"."""
    pieces = lettered(plan, BODY)
    kinds = (("he", _HE), ("she", _SHE), ("they", _THEY))
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
    people, own = phrases("other people"), own_names(plan)
    named = others(plan) - own - words_of("no names")
    for line in lines_holding(lettered(plan, BODY), other):
        before = ""
        for sentence in sentences((line,)):
            for match in _perhaps_the_child(sentence, other, own):
                opening = _OPENS.match(sentence.text) if match.start() == 0 else None
                told = before if opening else f"{before} {sentence.text[: match.start()]}"
                if match.start() == 0 and not opening:
                    told = f"{before} {sentence.text}"  # "Her assistant keeps the book": whose, is not said
                of_the_child = (
                    _is_a_childs(sentence.text, match, told, named)
                    or _of_the_child(sentence.text, match, people)
                    or _seen_by_a_role(before, sentence.text, match, named)
                    or _after_own_name(before, sentence.text, match, own, named)
                )
                done_to = _DONE_TO_A_CHILD.match(sentence.text, match.start()) and not _CHILDREN.search(told)
                by_staff = sentence.text[: match.start()].endswith(" by ")  # "trained by her"
                if of_the_child or done_to or not (by_staff or _someone(told, people, named)):
                    yield sentence.cut(*match.span())
            before = sentence.text


def _doubtful_pronouns(plan: Plan, other: re.Pattern[str], strange: list[Passage]) -> list[Passage]:
    """Who does something in a clause under one of staff, who may be meant: "The key worker follows if she leaves".

    Where they are many, a writer speaks of one member of staff as such, and nothing is asked.
    """
    told, own = {passage.start for passage in strange}, own_names(plan)
    named = others(plan) - own - words_of("no names")
    doubtful = [one for one in _after_name_in_a(plan, other, own, named) if one.start not in told]
    for line in lines_holding(lettered(plan, BODY), other):
        before = ""
        for sentence in sentences((line,)):
            for match in _perhaps_the_child(sentence, other, own):
                last = sentence.text[: match.start()]
                asked = _UNDER.search(last) is not None and match.group() in ("he", "she")
                if (
                    asked
                    and sentence.start + match.start() not in told
                    and not _is_a_person_near(f"{before} {last}", named)
                ):
                    doubtful.append(sentence.cut(*match.span()))
            before = sentence.text
    return doubtful if len(doubtful) <= _FEW else []


def _perhaps_the_child(sentence: Passage, other: re.Pattern[str], own: set[str]) -> Iterator[re.Match[str]]:
    """Pronouns of the other kind but those of who does something to the child: "where she can see him", "... Tom"."""
    if _TWO_PEOPLE.search(sentence.text):
        return
    for match in matches(sentence, other):
        done = _DOES_TO_A_NAME.match(sentence.text, match.end())
        if done is None or done["name"].lower() not in own:
            yield match


def _after_name_in_a(plan: Plan, other: re.Pattern[str], own: set[str], named: set[str]) -> Iterator[Passage]:
    """Who does something in section A, in a sentence whose own words name the child and nobody else: "Tom goes to the
    park, where she plays in goal". Who was spoken of before may be meant, and so a person sees.
    """
    people = phrases("other people")
    for line in lines_holding(lettered(plan, "A"), other):
        for sentence in sentences((line,)):
            said = unquoted(sentence.text)
            for match in matches(sentence, other):
                last = said[: match.start()]
                if (
                    said[slice(*match.span())] in ("he", "she")
                    and not own.isdisjoint(word.lower() for word in NAME.findall(last))
                    and not _someone(last, people, named)
                ):
                    yield sentence.cut(*match.span())


_DOES = r"(?: (?!(?:and|but|or|so|if|when|while|until|that|because|as|he|she|him|her|his)\b)[\w'’-]+){1,4} "
_AS_A_WHOLE = r"(?=[.,;:)]|$| (?:at|in|on|from|to|when|while|if|and|or|all|without|before|after|until|by|for)\b)"
_TWO_PEOPLE = rarely(rf"\b(?:he{_DOES}her|she{_DOES}him){_AS_A_WHOLE}", re.IGNORECASE)
"""One clause in which one does something to the other: "where she can see him", "when he signs to her". The child is
one of them, so the other is somebody else.
"""
_DOES_TO_A_NAME = re.compile(rf"{_DOES}(?P<name>[A-Z][\w'’-]*){_AS_A_WHOLE}")
_FEW = 3
_UNDER = rarely(
    r"\b(?:if|when|whenever|so that|because|that|where|wherever|before|after|until|while|once|unless|what|how|which|"
    r"as soon as|each time|every time) $",
    re.IGNORECASE,
)


def _strange_parents(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    """Whose parents sections I and J speak of, where no other child does: "His parents may ask again"."""
    for sentence in sentences(lettered(plan, "IJ")):
        for match in matches(sentence, other):
            if _PARENTS.match(sentence.text, match.end()) and not _OTHER_CHILDREN.search(sentence.text):
                yield sentence.cut(*match.span())


_PARENTS = re.compile(r" (?:parents?|mother|father|mum|dad|family|carers?)\b")
_OTHER_CHILDREN = rarely(_YOUNG + ")", re.I)


def _is_a_childs(text: str, match: re.Match[str], told: str, named: set[str]) -> bool:
    """Is it said of a child's thing or feeling, where none but staff stands before ("His planner is checked")?

    "Her report" after a therapist is the therapist's.
    """
    return not _is_a_person_near(told, named) and _CHILDS.match(text, match.end()) is not None


def _of_the_child(text: str, match: re.Match[str], people: re.Pattern[str]) -> bool:
    """Is it "herself" where the last one spoken of is "he", or the other way round: "he holds herself to account"?"""
    if not match.group().lower().endswith("self"):
        return False
    spoken = _SPOKEN.search(text[: match.start()])
    if spoken is None or people.search(spoken.group(1)) is not None:
        return False
    return spoken.group().startswith("she") is not match.group().lower().startswith("her")


def _after_own_name(before: str, text: str, match: re.Match[str], own: set[str], named: set[str]) -> bool:
    """Is it what the child, whose own name opens the sentence, has or keeps for itself: "Rosa has his own plan"?"""
    told = text[: match.start()]
    name = NAME.match(told)
    if name is None or name.group().lower() not in own or _HAS.fullmatch(told[name.end() :]) is None:
        return False
    return _OWN.match(text, match.end()) is not None and not _is_a_person_near(f"{before} {told}", named)


_HAS = re.compile(r" (?:has|needs|uses|keeps|carries|wears|follows)(?: [a-z]+ly)? ")
_OWN = re.compile(r" own\b")


def _seen_by_a_role(before: str, text: str, match: re.Match[str], named: set[str]) -> bool:
    """Is it whom staff see or teach, and nobody but staff is spoken of: "a therapist sees her one to one"?"""
    doing = next((one for one in _DOES_TO.finditer(text, 0, match.start()) if one.end() == match.start()), None)
    if doing is None or _ON_THE_OBJECT.match(text, match.end()) is None:
        return False
    return not _is_a_person_near(f"{before} {text[: doing.start()]}", named)


def _is_a_person_near(told: str, named: set[str]) -> bool:
    """Does the text name another child, a relative, or somebody by a given name? Staff are left out."""
    from ehcp_audit.privacy.words import given_names

    return _CHILDREN.search(told) is not None or any(
        word.lower() in named & given_names() for word in NAME.findall(told)
    )


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
_SPOKEN = re.compile(r"\b(?:he|she) ((?:(?!\b(?:s?he)\b)[^.;]){0,40})$")
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
