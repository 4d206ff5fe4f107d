"""The names in a plan: the child's own, those of parents, staff and others, and where a child's name would stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial

from ehcp_audit.checks.passages import lettered, sentences, whole
from ehcp_audit.checks.phrases import phrases, source, words_of
from ehcp_audit.checks.scanning import holds, matches, once
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.model import Passage, Plan

BODY = ("B", "C", "D", "E", "F", "G", "H1", "H2")
NAME = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]{2,15}(?:-[A-Z]?[a-z]{1,15})?")  # its first letter is found at once
_AFTER = re.compile(r"[ ,:(\t]{1,3}(?:called |named |is |are )?((?:[A-Z][a-z'’-]{1,15}(?: and|,)? ?){1,4})")
_BEFORE = re.compile(
    r"((?:[A-Z][a-z-]{1,15}(?: and|,)? ){0,3}[A-Z][a-z-]{1,15})(?: is|,)? ?\(?"
    r"(?:[A-Z][a-z-]{1,15}['’]s? |his |her |the |their |my |a |an )?(?:\w{1,15} )?$"
)
_NEAR = 5  # words before one for a person, among which the last of a name stands: "Ceri Vaughan is his older "
_OBJECT = re.compile(r"[A-Z](?<=[a-z] [A-Z])[a-z]{2,15}(?![\w'’-]| [A-Z])")  # its first letter is found at once
_SUBJECT = re.compile(
    r"(?<![\w'’.-])([A-Z][a-z]{2,15})(?=['’]s? [a-z]| (?:[a-z]+ly )?(?:[a-z]{2,15}s|will|can) [a-z\d])"
)
_ACTING = re.compile(  # words are taken whole (`+`): as much of one as fits can only be followed by another letter
    r"(?<![\w'’.-])([A-Z][a-z]{2,15}+)(?:-[A-Z][a-z]{1,15}+)?"
    r"(?=['’]s? [a-z]| (?:[a-z]++(?<=[a-z]ly) )?"
    r"(?:[a-z]{3,16}+(?<=s)|will|can|must|may|should|would|did|had|wrote|said|told) [a-z\d])"
)
_OWNS = re.compile(
    r"(?<![\w'’.-])(?<![A-Z][a-z] )([A-Z][a-z]{2,15})['’]s? (?:reports?|advice|plan|assessments?|records?|EHCP)\b"
)
_FAMILY = re.compile(r"\b[Tt]he ([A-Z][a-z]{2,15}) family\b(?!['’]? (?:school|centre|hub|room|service|team))")
_SHORT = 3  # letters that a name shares with its short form
_OFTEN, _FAR, _SECTIONS = 5, 3, 3  # how often the child's name stands, beside another's, and in how many sections
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,600}[\"”]|‘[^‘\n]{1,600}’(?!\w)")


def own_names(plan: Plan) -> frozenset[str]:
    """The child's names, as single words; beside the cover's a short form of one (Jess of Jessamy), and where the cover
    gives none, the name that the sections speak of.
    """
    return once(plan, "names of the child", partial(_own_names, plan))


def _own_names(plan: Plan) -> frozenset[str]:
    known = f"{plan.facts.child_name or ''} {plan.facts.known_as or ''}"
    names = {part for word in NAME.findall(known) for part in _with_parts(word)}
    spoken = once(plan, "name spoken of", partial(_spoken_of, plan))
    short = {one for one in spoken if any(name.startswith(one[:_SHORT]) for name in names)}
    return frozenset(names | (short if names else {part for one in spoken for part in _with_parts(one)}))


def name_of_child(plan: Plan) -> str:
    """What the child is called: as the plan says, or by the first of their names; "" where it gives none."""
    return plan.facts.known_as or (plan.facts.child_name or "").split(" ")[0]


def surname(plan: Plan) -> str:
    """The last word of the child's name; "" where it was not found."""
    return (plan.facts.child_name or "").split(" ")[-1]


def first_names(plan: Plan) -> frozenset[str]:
    """The child's names without the family's, which parents have too."""
    family = (plan.facts.child_name or "").split(" ")[1:][-1:]
    return frozenset(own_names(plan) - {part for name in family for part in _with_parts(name)})


def _with_parts(name: str) -> set[str]:
    """A name in small letters, and the parts of a double one: whoever is Amina-Rose may be Amina."""
    return {name.lower(), *(part for part in name.lower().split("-") if len(part) >= _SHORT)}


def _spoken_of(plan: Plan) -> set[str]:
    """The given name that stands where the child's would far more often than any other, in most of the sections; one
    that the cover holds too need not stand there so often.
    """
    from ehcp_audit.privacy.words import given_names

    hits = [(hit.text.lower(), code) for code in BODY for hit in _acting(plan, code)]
    counts = Counter(word for word, _ in hits if word not in words_of("no names")).most_common(2)
    if not counts:
        return set()
    name, most = counts[0]
    next_most = counts[1][1] if len(counts) > 1 else 0
    codes = {code for word, code in hits if word == name}
    head = plan.text[: min((piece.start for piece in plan.section("A").pieces), default=0)]
    full = re.search(rf"\b{name}(?:-[a-z]+)?\b", head, re.IGNORECASE) if name in head.lower() else None
    if full is not None:
        sure = most >= _FAR and most > next_most and len(codes) > 1
        return {name, full.group().lower()} if sure else set()
    sure = most >= (_OFTEN if name in given_names() else 2 * _OFTEN) and most >= _FAR * next_most
    return {name} if sure and len(codes) >= _SECTIONS else set()


def _acting(plan: Plan, code: str) -> tuple[Passage, ...]:
    """Words with a capital that do or have something in a section."""
    return once(plan, ("names that act", code), lambda: tuple(_named_in(lettered(plan, (code,)), _ACTING)))


def _named_in(pieces: tuple[Passage, ...], pattern: re.Pattern[str]) -> Iterator[Passage]:
    for piece in pieces:
        for match in matches(piece, pattern):
            yield piece.cut(*match.span(1))


def others(plan: Plan) -> set[str]:
    """Words with a capital that are somebody else's name or no name at all."""
    return once(plan, "names of others", partial(_names_of_others, plan))


def _names_of_others(plan: Plan) -> set[str]:
    texts = [plan.facts.setting or "", *(entry.passage.text for entry in plan.facts.contributors)]
    texts += [piece.text for piece in (*plan.outside, *lettered(plan, "IJK"))]
    others = {word.lower() for text in texts for word in NAME.findall(_OWNS.sub(" ", text))}
    for name in _beside_people(plan):
        others |= {word.lower() for word in NAME.findall(name)}
    return others


def names_of_anybody(plan: Plan) -> frozenset[str]:
    """Given names, and names of others in this plan, that are not the child's and no ordinary words."""
    return once(plan, "names of anybody", partial(_names_of_anybody, plan))


def _names_of_anybody(plan: Plan) -> frozenset[str]:
    from ehcp_audit.privacy.words import fold, given_names, is_plain, known_capitals

    told = " ".join((*_beside_people(plan), *(one.name or "" for one in plan.facts.contributors)))
    named = {word.lower() for word in NAME.findall(told) if not is_plain(fold(word))} | given_names()
    return frozenset(named - known_capitals() - own_names(plan) - words_of("no names"))


def _beside_people(plan: Plan) -> tuple[str, ...]:
    """The words with a capital that stand beside a word for somebody other than the child."""
    return once(plan, "names beside people", lambda: tuple(_beside(plan, phrases("other people"))))


def _beside(plan: Plan, people: re.Pattern[str]) -> Iterator[str]:
    """The words with a capital that stand after or before these words for people."""
    for hit in matches(whole(plan)[0], people):
        after = _AFTER.match(plan.text, hit.end())
        left = plan.text[max(0, hit.start() - 60) : hit.start()]
        near = "".join(left.rsplit(" ", _NEAR)[-_NEAR:])
        before = None if near.islower() else _BEFORE.search(left)  # no capital: no name
        yield from (match.group(1) for match in (after, before) if match)


def relatives(plan: Plan) -> set[str]:
    """The first names of parents and carers, as far as the plan says who they are: "Ceri, Ana's mother"."""
    return once(plan, "names of relatives", partial(_names_of_relatives, plan))


def _names_of_relatives(plan: Plan) -> set[str]:
    names = {word for name in _beside(plan, phrases("parent")) for word in NAME.findall(name)}
    return {name for name in names if name.lower() not in own_names(plan) | words_of("no names")}


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


def called(plan: Plan) -> Iterator[Passage]:
    """Words that stand where the child's name stands: "... will", "...'s needs"."""
    for piece in lettered(plan, BODY):
        for match in matches(piece, _acts()):
            yield piece.cut(*match.span(1 if match.group(1) else 2))


def given(plan: Plan) -> Iterator[Passage]:
    """Given names where something is done to or with a child: "teach Harry", "works with Harry"."""
    from ehcp_audit.privacy.words import given_names

    for piece in lettered(plan, BODY):
        for match in _OBJECT.finditer(piece.text):
            if match.group().lower() not in given_names():
                continue
            before = piece.text[max(0, match.start() - 16) : match.start()].split()
            if before and before[-1].lower() in words_of("given to"):
                yield piece.cut(*match.span())


def in_company(plan: Plan) -> Iterator[Passage]:
    """Words with a capital, on no list of names, where a child would be the company: "walks with Kenver for"."""
    from ehcp_audit.language.lexicon import look_at

    for code in ("F", "G", "H1", "H2"):
        pieces = (*lettered(plan, (code,)), *_cells(plan, code))
        for hit in _named_in(tuple(dict.fromkeys(pieces)), _COMPANY):
            if not look_at(hit.text, "provision").under("types."):
                yield hit


def _cells(plan: Plan, code: str) -> Iterator[Passage]:
    """The fields of a section's items, some of which stand in columns of their own."""
    for item in plan.section(code).items:
        yield from (field.passage for field in item.fields)


_COMPANY = re.compile(
    r"\b(?:(?:walk|work|sit|stay|go|play|read|travel|eat|talk|practi[sc]e|stand|wait|rehearse)(?:e?s|ing)? "
    r"(?:[a-z]+ ){0,2}?(?:with|beside|alongside|next to)|(?:support|accompan|supervis|prompt|remind|assist|collect)"
    r"(?:s|es|ies|y|e|ing)?) ([A-Z][a-z]{2,15})"
    r"(?= (?:for|to|at|on|in|each|every|daily|twice|once|through|throughout|during|how|from|while|when|as|if|before|"
    r"after|until|one|alone|and (?:the|an?|his|her|their|two|three))\b|[.,;]|\s*$)"
)
"""What staff do with one child, and a name right after it."""


def told(plan: Plan) -> Iterator[Passage]:
    """Given names that do or have something in sections B to H, and other families: "Harry writes"."""
    from ehcp_audit.privacy.words import given_names

    for code in BODY:
        for hit in _acting(plan, code):
            if hit.text.lower() in given_names():
                yield hit
    yield from _named_in(lettered(plan, BODY), _FAMILY)


def owning(plan: Plan) -> Iterator[Passage]:
    """Given names that own reports or a plan in section K: "Harry's reports are attached"."""
    from ehcp_audit.privacy.words import given_names

    for hit in _named_in(lettered(plan, "K"), _OWNS):
        if hit.text.lower() in given_names():
            yield hit


def told_in_a(plan: Plan) -> Iterator[Passage]:
    """Given names that do or have something in section A, where neither the child nor a quotation speaks."""
    from ehcp_audit.privacy.words import given_names

    for sentence in sentences(lettered(plan, "A")):
        if holds(sentence, phrases("I speak")):
            continue
        for match in _SUBJECT.finditer(unquoted(sentence.text)):
            if match.group(1).lower() in given_names():
                yield sentence.cut(*match.span(1))


def unquoted(text: str) -> str:
    """The text with blanks where somebody is quoted."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), text)
