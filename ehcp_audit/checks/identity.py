"""Is the plan about one child only? Other names, pronouns that change, another setting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from operator import attrgetter

from ehcp_audit.checks import check
from ehcp_audit.checks.passages import first, found, lettered, lines_holding, sentences, sentences_holding, whole
from ehcp_audit.checks.phrases import phrases, source, words_of
from ehcp_audit.checks.scanning import holds, matches, once
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.model import Answer, Passage, Plan, Verdict

_BODY = ("B", "C", "D", "E", "F", "G", "H1", "H2")
_NAME = re.compile(r"\b[A-Z][a-z]{2,15}(?:-[A-Z]?[a-z]{1,15})?")
_AFTER = re.compile(r"[ ,:(\t]{1,3}(?:called |named |is )?((?:[A-Z][a-z'’-]{1,15}(?: and|,)? ?){1,4})")
_BEFORE = re.compile(
    r"((?:[A-Z][a-z-]{1,15}(?: and|,)? ){0,3}[A-Z][a-z-]{1,15})(?: is|,)? ?\(?"
    r"(?:[A-Z][a-z-]{1,15}['’]s? |his |her |the |their |my |a |an )?(?:\w{1,15} )?$"
)
_SMALL = re.compile(r"[a-z]{3,15}")
_start = attrgetter("start")
_OBJECT = re.compile(r"(?<=[a-z] )[A-Z][a-z]{2,15}(?![\w'’-]| [A-Z])")
_SUBJECT = re.compile(r"(?<![\w'’.-])([A-Z][a-z]{2,15})(?=['’]s? [a-z]| (?:[a-z]+ly )?(?:[a-z]{2,15}s|will|can) [a-z])")
_ACTING = re.compile(
    r"(?<![\w'’.-])([A-Z][a-z]{2,15})(?:-[A-Z][a-z]{1,15})?"
    r"(?=['’]s? [a-z]| (?:[a-z]+ly )?(?:[a-z]{2,15}s|will|can|must|may|should|would|did|had|wrote|said|told) [a-z])"
)
_OWNS = re.compile(
    r"(?<![\w'’.-])(?<![A-Z][a-z] )([A-Z][a-z]{2,15})['’]s? (?:reports?|advice|plan|assessments?|records?|EHCP)\b"
)
_FAMILY = re.compile(r"\b[Tt]he ([A-Z][a-z]{2,15}) family\b(?!['’]? (?:school|centre|hub|room|service|team))")
_OFTEN, _FAR, _SECTIONS = 5, 3, 3  # how often the child's name stands, beside another's, and in how many sections
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,600}[\"”]|‘[^‘\n]{1,600}’(?!\w)")
_OPENS = re.compile(
    r"(He|She) (?:will|needs?|has|is|finds?|requires?|struggles?|cannot|can|does|enjoys?|likes?|should|must|may)\b"
)
_DONE_TO_A_CHILD = re.compile(
    r"(?:He|She) (?:will|should|must|is to|needs to|can) be (?:encouraged|taught|helped|reminded|prompted|praised|"
    r"supported|shown|allowed)\b"
)
_CHILDREN = re.compile(
    r"\b(?:brother|sister|sibling|twin|cousin|friend|peer|pupil|child|boy|girl|student|mother|father|mum|dad|parent)",
    re.I,
)
_HE = re.compile(r"\b(?:he|him|his|himself)\b", re.I)
_SHE = re.compile(r"\b(?:she|her|hers|herself)\b", re.I)
_THEY = re.compile(r"\b(?:they|them|their|themselves)\b", re.I)


def _own_names(plan: Plan) -> set[str]:
    """The child's names, as single words; where the cover gives none, the name that the sections speak of."""
    known = f"{plan.facts.child_name or ''} {plan.facts.known_as or ''}"
    names = {word.lower() for word in _NAME.findall(known)}
    return names or once(plan, "name spoken of", partial(_spoken_of, plan))


def _spoken_of(plan: Plan) -> set[str]:
    """The given name that stands where the child's would far more often than any other, in most of the sections."""
    from ehcp_audit.privacy.words import given_names

    hits = [(hit.text.lower(), code) for code in _BODY for hit in _named_in(lettered(plan, (code,)), _ACTING)]
    counts = Counter(word for word, _ in hits if word not in words_of("no names")).most_common(2)
    if not counts:
        return set()
    name, most = counts[0]
    next_most = counts[1][1] if len(counts) > 1 else 0
    sure = most >= (_OFTEN if name in given_names() else 2 * _OFTEN) and most >= _FAR * next_most
    return {name} if sure and len({code for word, code in hits if word == name}) >= _SECTIONS else set()


def _named_in(pieces: tuple[Passage, ...], pattern: re.Pattern[str]) -> Iterator[Passage]:
    for piece in pieces:
        for match in matches(piece, pattern):
            yield piece.cut(*match.span(1))


def _others(plan: Plan) -> set[str]:
    """Words with a capital that are somebody else's name or no name at all."""
    return once(plan, "names of others", partial(_names_of_others, plan))


def _names_of_others(plan: Plan) -> set[str]:
    texts = [plan.facts.setting or "", *(entry.passage.text for entry in plan.facts.contributors)]
    texts += [piece.text for piece in (*plan.outside, *lettered(plan, "IJK"))]
    others = {word.lower() for text in texts for word in _NAME.findall(_OWNS.sub(" ", text))}
    for name in _beside(plan, phrases("other people")):
        others |= {word.lower() for word in _NAME.findall(name)}
    return others


def _beside(plan: Plan, people: re.Pattern[str]) -> Iterator[str]:
    """The words with a capital that stand after or before these words for people."""
    for hit in matches(whole(plan)[0], people):
        after = _AFTER.match(plan.text, hit.end())
        left = plan.text[max(0, hit.start() - 60) : hit.start()]
        before = None if left.islower() else _BEFORE.search(left)  # no capital: no name
        yield from (match.group(1) for match in (after, before) if match)


def relatives(plan: Plan) -> set[str]:
    """The first names of parents and carers, as far as the plan says who they are: "Ceri, Ana's mother"."""
    return once(plan, "names of relatives", partial(_names_of_relatives, plan))


def _names_of_relatives(plan: Plan) -> set[str]:
    names = {word for name in _beside(plan, phrases("parent")) for word in _NAME.findall(name)}
    return {name for name in names if name.lower() not in _own_names(plan) | words_of("no names")}


def _acts() -> re.Pattern[str]:
    """A word with a capital that does what a child does, or has it done."""
    return _acts_by(beside.lists())


@cache
def _acts_by(lists: Lists) -> re.Pattern[str]:
    """The pattern by these lists, which are the ones that are asked now."""
    done_to = "|".join(f"(?<={verb} )" for verb in sorted(words_of("done to")))
    return re.compile(
        rf"(?<![\w'’.-])([A-Z][a-z'’-]{{2,15}}?)(?= {source('child does')}|['’]s {source('child has')})"
        rf"|(?:{done_to})([A-Z][a-z'’-]{{2,15}})(?= (?:to|with|how)\b)"
    )


def _called(plan: Plan) -> Iterator[Passage]:
    """Words that stand where the child's name stands: "... will", "...'s needs"."""
    for piece in lettered(plan, _BODY):
        for match in matches(piece, _acts()):
            yield piece.cut(*match.span(1 if match.group(1) else 2))


def _given(plan: Plan) -> Iterator[Passage]:
    """Given names where something is done to or with a child: "teach Harry", "works with Harry"."""
    from ehcp_audit.privacy.words import given_names

    for piece in lettered(plan, _BODY):
        for match in _OBJECT.finditer(piece.text):
            if match.group().lower() not in given_names():
                continue
            before = piece.text[max(0, match.start() - 16) : match.start()].split()
            if before and before[-1].lower() in words_of("given to"):
                yield piece.cut(*match.span())


def _told(plan: Plan) -> Iterator[Passage]:
    """Given names that do or have something in sections B to H, and other families: "Harry writes"."""
    from ehcp_audit.privacy.words import given_names

    pieces = lettered(plan, _BODY)
    for hit in _named_in(pieces, _ACTING):
        if hit.text.lower() in given_names():
            yield hit
    yield from _named_in(pieces, _FAMILY)


def _owning(plan: Plan) -> Iterator[Passage]:
    """Given names that own reports or a plan in section K: "Harry's reports are attached"."""
    from ehcp_audit.privacy.words import given_names

    for hit in _named_in(lettered(plan, "K"), _OWNS):
        if hit.text.lower() in given_names():
            yield hit


def _told_in_a(plan: Plan) -> Iterator[Passage]:
    """Given names that do or have something in section A, where neither the child nor a quotation speaks."""
    from ehcp_audit.privacy.words import given_names

    for sentence in sentences(lettered(plan, "A")):
        if holds(sentence, phrases("I speak")):
            continue
        for match in _SUBJECT.finditer(_unquoted(sentence.text)):
            if match.group(1).lower() in given_names():
                yield sentence.cut(*match.span(1))


def _unquoted(text: str) -> str:
    """The text with blanks where somebody is quoted."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)


@check("identity.other_names")
def other_names(plan: Plan) -> Answer:
    """Is every child named in sections A to H the child whose plan this is?

    Parents, siblings, friends, staff and names that the cover or section K hold are left out, and so are words that
    the plan also writes without a capital, and in section A what the child says. Without the child's name nothing can
    be compared.
    """
    own = _own_names(plan)
    named = sorted({*_told_in_a(plan), *_told(plan), *_called(plan), *_given(plan), *_owning(plan)}, key=_start)
    called = [hit for hit in named if hit.text.lower() not in words_of("no names")]
    if not own:
        return Answer(
            Verdict.NEEDS_PERSON, note="The child's name was not found, so other names cannot be compared with it."
        )
    others = _others(plan)
    strange = [
        hit
        for hit in called
        if (word := hit.text.lower()) not in own
        and word not in others
        and (_inside_sentence(plan, hit) or not (_is_written_small(plan, word) or _is_said_of_a_thing(plan, hit)))
    ]
    if strange:
        names = list(dict.fromkeys(hit.text for hit in strange))
        many = "A name that is" if len(names) == 1 else "Names that are"
        return Answer(
            Verdict.NOT_MET, first(strange, 10), f"{many} not the child's stands where the child's name would."
        )
    return Answer(Verdict.MET, note="No other child's name was found in sections A to H.")


def _is_written_small(plan: Plan, word: str) -> bool:
    """Does the plan also write the word without a capital?"""
    return bool(_SMALL.fullmatch(word)) and re.search(rf"\b{word}\b", plan.text) is not None


def _is_said_of_a_thing(plan: Plan, hit: Passage) -> bool:
    """Does the word, no given name, open a sentence that says what it is: "Appetite is low at midday"?"""
    from ehcp_audit.privacy.words import given_names

    return hit.text.lower() not in given_names() and _IS.match(plan.text, hit.end) is not None


_IS = re.compile(r" (?:is|has|was)\b")


def _inside_sentence(plan: Plan, hit: Passage) -> bool:
    """Does the word stand inside a sentence, where only a name has a capital?"""
    before = plan.text[max(0, hit.start - 3) : hit.start]
    return bool(re.search(r"[a-z0-9,] $", before))


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
    pieces = lettered(plan, _BODY)
    kinds = (("he", _HE), ("she", _SHE), ("they", _THEY))
    return Counter({name: sum(len(matches(piece, pattern)) for piece in pieces) for name, pattern in kinds})


def _strange_in_a(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    """Pronouns of the other kind in section A that can only mean the child, whose name stands before them."""
    from ehcp_audit.privacy.words import given_names

    told = [line for line in lines_holding(lettered(plan, "A"), other) if not holds(line, phrases("I speak"))]
    if not told:
        return
    own = _own_names(plan)
    people, named = phrases("other people"), (_others(plan) | given_names()) - own - words_of("no names")
    for line in told:
        for sentence in sentences((line,)):
            for match in matches(sentence, other):
                before = line.text[: sentence.start - line.start + match.start()]
                last = _unquoted(sentence.text)[: match.start()]
                if not own.isdisjoint(word.lower() for word in _NAME.findall(last)) and not _someone(
                    before, people, named
                ):
                    yield sentence.cut(*match.span())


def _strange_pronouns(plan: Plan, other: re.Pattern[str]) -> Iterator[Passage]:
    people = phrases("other people")
    named = _others(plan) - _own_names(plan) - words_of("no names")
    for line in lines_holding(lettered(plan, _BODY), other):
        before = ""
        for sentence in sentences((line,)):
            for match in matches(sentence, other):
                opening = _OPENS.match(sentence.text) if match.start() == 0 else None
                told = before if opening else f"{before} {sentence.text[: match.start()]}"
                if match.start() == 0 and not opening:
                    told = f"{before} {sentence.text}"  # "Her assistant keeps the book": whose, is not said
                of_the_child = _of_the_child(sentence.text, match, people) or _seen_by_a_role(
                    before, sentence.text, match, people, named
                )
                done_to = match.start() == 0 and _DONE_TO_A_CHILD.match(sentence.text) and not _CHILDREN.search(before)
                if of_the_child or done_to or not _someone(told, people, named):
                    yield sentence.cut(*match.span())
            before = sentence.text


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
    r"(?:works?|reads?|sits?|stays?) (?:with|beside)) "
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
        word.lower() in named for word in _NAME.findall(text)
    )


@check("identity.setting")
def setting(plan: Plan) -> Answer:
    """Is the child's setting the same one throughout sections B to H?

    Settings called former, previous, next or new, and those of other people, are left out.
    """
    own = f"{plan.facts.setting or ''} {plan.section('I').text}".lower()
    if not own.strip():
        return Answer(Verdict.NOT_APPLICABLE, note="The plan names no setting to compare with.")
    strange = []
    for sentence in sentences_holding(lettered(plan, _BODY), phrases("attends")):
        if holds(sentence, phrases("another setting")):
            continue
        for hit in found((sentence,), phrases("attends")):
            for name in found((hit,), phrases("setting name")):
                if name.text.lower() not in own and not set(_NAME.findall(name.text.rsplit(" ", 1)[0])) & set(
                    _NAME.findall(own.title())
                ):
                    strange.append(name)
    if strange:
        return Answer(Verdict.NOT_MET, first(strange), "Another setting is named as the child's.")
    return Answer(Verdict.MET, note="No other setting is named as the child's.")


@check("identity.one_child")
def one_child(plan: Plan) -> Answer:
    """Is the plan about one child only, in name, pronoun and setting?"""
    answers = (other_names(plan), pronouns(plan), setting(plan))
    wrong = [answer for answer in answers if answer.verdict is Verdict.NOT_MET]
    if wrong:
        evidence = first((passage for answer in wrong for passage in answer.evidence), 10)
        return Answer(Verdict.NOT_MET, evidence, " ".join(answer.note for answer in wrong))
    if answers[0].verdict is Verdict.NEEDS_PERSON:
        return answers[0]
    return Answer(Verdict.MET, note="One name, one pronoun and one setting were found.")
