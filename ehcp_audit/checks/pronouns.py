"""Is the child "he", "she" or "they" throughout? A pronoun of another kind, where nobody else can be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from ehcp_audit.checks import check
from ehcp_audit.checks.names import BODY, NAME, others, own_names, unquoted
from ehcp_audit.checks.passages import first, found, lettered, lines_holding, sentences
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import holds, matches
from ehcp_audit.model import Answer, Passage, Plan, Verdict

_start = attrgetter("start")
_OPENS = re.compile(
    r"(He|She) (?:will|needs?|has|is|finds?|requires?|struggles?|cannot|can|does|enjoys?|likes?|should|must|may)\b"
)
_DONE_TO_A_CHILD = re.compile(
    r"(?:He|She) (?:will|should|must|is to|needs to|can) be (?:encouraged|taught|helped|reminded|prompted|praised|"
    r"supported|shown|allowed)\b"
)
_CHILDREN = re.compile(
    r"\b(?:brother|sister|sibling|twin|cousin|friend|peer|pupil|child|boy|girl|student|mother|father|mum|dad|parent|"
    r"carer|grand|nan\b|aunt|uncle|step-?(?:mother|father|mum|dad)|foster|family|families)",
    re.I,
)
_CHILDS = re.compile(
    r" (?:own )?(?:(?:\w{3,10} )?(?:log|diary|chart|record)\b|"
    r"(?:planner|chair|wheelchair|frame|book|books|timetable|desk|seat|tray|peg|bag|kit|"
    r"hearing aids?|glasses|"
    r"outcomes?|wishes|reading|writing|handwriting|spelling|speech|attention|anxiety|behaviour|classmates|peers|parents|"
    r"mother|father|mum|dad|class|lessons|curriculum|homework|tablet|ear defenders|splints|lunch|medicine|seizures)\b|"
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
    before; one that opens its sentence ("She will ..."), where nobody stands in the one before. In section A it counts
    only after the child's own name.
    """
    counts = _pronoun_counts(plan)
    gendered = counts["he"] + counts["she"]
    if gendered and _are_they(plan, counts):
        return _gendered(plan)
    if gendered == 0 or (counts["they"] > 3 * gendered and gendered < 4):
        return Answer(Verdict.MET, note="No pronoun of another kind was found.")
    usual, other = ("he", _SHE) if counts["he"] >= counts["she"] else ("she", _HE)
    strange = [*_strange_in_a(plan, other), *_strange_pronouns(plan, other)]
    if not strange:
        return Answer(Verdict.MET, note=f"The child is '{usual}' throughout.")
    note = f"The child is '{usual}' elsewhere in the plan, and something else here."
    return Answer(Verdict.NOT_MET, first(strange, 10), note)


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
        return Answer(Verdict.NOT_MET, first(strange, 10), note)
    return Answer(Verdict.MET, note="The child is 'they' throughout.")


def _pronoun_counts(plan: Plan) -> Counter[str]:
    """How often sections B to H say "he", "she" and "they"."""
    pieces = lettered(plan, BODY)
    kinds = (("he", _HE), ("she", _SHE), ("they", _THEY))
    return Counter({name: sum(len(matches(piece, pattern)) for piece in pieces) for name, pattern in kinds})


def _strange_in_a(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    """Pronouns of the other kind in section A that can only mean the child, whose name stands before them."""
    from ehcp_audit.privacy.words import given_names

    told = [line for line in lines_holding(lettered(plan, "A"), other) if not holds(line, phrases("I speak"))]
    if not told:
        return
    own = own_names(plan)
    people, named = phrases("other people"), (others(plan) | given_names()) - own - words_of("no names")
    for line in told:
        for sentence in sentences((line,)):
            for match in matches(sentence, other):
                before = line.text[: sentence.start - line.start + match.start()]
                last = unquoted(sentence.text)[: match.start()]
                if not own.isdisjoint(word.lower() for word in NAME.findall(last)) and not _someone(
                    before, people, named
                ):
                    yield _with_words(sentence, match)


def _strange_pronouns(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    people = phrases("other people")
    named = others(plan) - own_names(plan) - words_of("no names")
    for line in lines_holding(lettered(plan, BODY), other):
        before = ""
        for sentence in sentences((line,)):
            for match in matches(sentence, other):
                opening = _OPENS.match(sentence.text) if match.start() == 0 else None
                told = before if opening else f"{before} {sentence.text[: match.start()]}"
                if match.start() == 0 and not opening:
                    told = f"{before} {sentence.text}"  # "Her assistant keeps the book": whose, is not said
                of_the_child = (
                    _is_a_childs(sentence.text, match, told, named)
                    or _of_the_child(sentence.text, match, people)
                    or _seen_by_a_role(before, sentence.text, match, people, named)
                )
                done_to = match.start() == 0 and _DONE_TO_A_CHILD.match(sentence.text) and not _CHILDREN.search(before)
                if of_the_child or done_to or not _someone(told, people, named):
                    yield _with_words(sentence, match)
            before = sentence.text


def _with_words(sentence: Passage, match: re.Match[str]) -> Passage:
    """The pronoun with a few words around it, by which a reader finds the place."""
    before = _WORDS_BEFORE.search(sentence.text[: match.start()])
    after = _WORDS_AFTER.match(sentence.text, match.end())
    return sentence.cut(before.start() if before else match.start(), after.end() if after else match.end())


_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+ ){0,3}$")
_WORDS_AFTER = re.compile(r"(?: [\w'’-]+){0,4}")


def _is_a_childs(text: str, match: re.Match[str], told: str, named: set[str]) -> bool:
    """Is it said of a child's thing or feeling, where none but staff stands before ("His planner is checked")?

    "Her report" after a therapist is the therapist's.
    """
    from ehcp_audit.privacy.words import given_names

    if _CHILDREN.search(told) or any(word.lower() in named & given_names() for word in NAME.findall(told)):
        return False
    return _CHILDS.match(text, match.end()) is not None


def _of_the_child(text: str, match: re.Match[str], people: re.Pattern[str]) -> bool:
    """Is it "herself" where the last one spoken of is "he", or the other way round: "he holds herself to account"?"""
    if not match.group().lower().endswith("self"):
        return False
    spoken = _SPOKEN.search(text[: match.start()])
    if spoken is None or people.search(spoken.group(1)) is not None:
        return False
    return spoken.group().startswith("she") is not match.group().lower().startswith("her")


def _seen_by_a_role(before: str, text: str, match: re.Match[str], people: re.Pattern[str], named: set[str]) -> bool:
    """Is it whom the only person spoken of sees or teaches: "a therapist sees her one to one"?"""
    doing = _DOES_TO.search(text, 0, match.start())
    if doing is None or doing.end() != match.start() or _ON_THE_OBJECT.match(text, match.end()) is None:
        return False
    return not _someone(f"{before} {text[: doing.start()]}", people, named)


_DOES_TO = re.compile(
    r"\b(?:[\w-]+ and )?(?:speech and language |occupational |educational |specialist |teaching |learning |support )?"
    r"(?:therapist|teacher|psychologist|nurse|assistant|mentor|counsellor|tutor|worker|coach|specialist|practitioner|"
    r"physiotherapist|adviser|trainer|instructor) (?:will )?(?:sees?|meets?|teach(?:es)?|helps?|supports?|visits?|"
    r"reminds?|assess(?:es)?|checks?|weighs?|measures?|monitors?|coach(?:es)?|"
    r"(?:works?|reads?|sits?|stays?|(?:practises?|plays?|goes?) (?:\w+ ){0,3}) ?(?:with|beside)) "
)
_ON_THE_OBJECT = re.compile(
    r" (?:one|for|alone|individually|each|to|at|in|on|every|twice|once|three|with|and|how|directly|weekly|daily|"
    r"about|weight|height|skin|hearing|vision|splints|feeds|blood|growth|seating|progress)\b|[,.;]"
)
_SPOKEN = re.compile(r"\b(?:he|she) ((?:(?!\b(?:s?he)\b)[^.;]){0,40})$")
_MANY = frozenset({"children", "other children", "pupils", "other pupils", "peers", "adults"})


def _someone(text: str, people: re.Pattern[str], named: set[str]) -> bool:
    """Does a text name somebody whom a "he" or "she" after it may mean?"""
    return any(match.group().lower() not in _MANY for match in people.finditer(text)) or any(
        word.lower() in named for word in NAME.findall(text)
    )
