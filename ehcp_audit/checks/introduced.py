"""Who is introduced with a role: staff whom a plan calls by name once it has said what they are.

"By Nicola, Level 3 teaching assistant", "the SENCO, Mrs Hope", a table of names and roles, the list of section K: after
that "by Nicola" names a role, and Nicola is no other child. "Oliver, helped by the assistant" introduces nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ehcp_audit.checks.names import BODY, own_names
from ehcp_audit.checks.passages import whole
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import matches, once, section_at
from ehcp_audit.language.actors import actors
from ehcp_audit.language.lexicon import look_at
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely


class Introduced(NamedTuple):
    """Somebody and a role."""

    name: str  # the first name, in small letters; "" where the plan gives a title and the family's name
    family: str
    role: str
    passage: Passage  # the words that say it


_ONE = r"[A-Z][a-z]{1,15}(?:['’-][A-Z]?[a-z]{1,15})?"
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\.? "
_PERSON = rf"(?:{_TITLE})?{_ONE}(?: (?:[A-Z]\.? )?{_ONE}){{0,2}}"
_OF_WHOM = r"(?:(?:the|an?|his|her|their|my|our|your|this) |[A-Z][a-z]{1,15}['’]s? )"
_IN_A_ROLE = (  # the words before the last of a role: "Level 3 teaching", "speech and language"
    r"(?:(?!(?:by|with|from|to|for|at|in|on|as|when|if|while|who|whom|that|which|is|was|are|were|has|had|have|will|can|"
    r"an?|the|his|her|their|my|our|needs?|sees?|uses?|likes?|says?|said|or|peer|pupil|student|friends?|then|not)\b)"
    r"[\w'’/&-]{1,20} ){0,6}"
)
_LEFT = 110  # characters before the last word of a role, among which the name stands
_NAMED = re.compile(  # a name, and all of a role but its last word: "Colin, qualified ", "Mrs Hope (", "Amir is her "
    rf"(?<![\w'’.-])(?P<name>{_PERSON})"
    rf"(?:(?:,|(?P<bracket> \()|(?P<dash> [–—-])) ?(?:who is |now )?(?P<of>{_OF_WHOM})?(?:school['’]s )?"
    rf"|(?P<verb> is (?:now )?){_OF_WHOM}(?:school['’]s )?|(?P<cell>(?:\n|\t(?:[^\t\n]{{1,50}}\t)?)))"
    rf"(?P<role>{_IN_A_ROLE})$"
)
_BESIDE = re.compile(rf"(?<![\w'’.-])({_PERSON})(?:, | and |, and | & )$")
_AND_MORE = re.compile(rf"(?:, | and |, and | & )({_PERSON})(?![\w-])")
_FURTHER = r"(?: (?:of|for)(?: [\w’'-]{2,20}){1,4}?(?= ?[,.;:()\n\t]|$| and ))?"
_MORE = re.compile(_FURTHER)
_ROLE_BEGINS = re.compile(rf"(?<![\w'’-]){_IN_A_ROLE}$")
_ENDS = re.compile(  # where a role ends, or goes on with where, for whom or with what training it is
    r" ?(?:[,.;:)\t\n\]–—/]|$)| (?:who|holding|trained|qualified|employed|based|on behalf)\b|"
    r" (?:of|for|at|from|in|with)\b(?! (?:him|his|her|hers|them|their|support|help|reach|sight)\b)|"
    r" and (?:[A-Z][a-z]|(?:[\w-]+ ){0,3}(?:teacher|lead|manager|co-?ordinator|assistant|SENCO|SENCo)\b)"
)
_DASH = re.compile(r" ?[–—-]")
_DOES_TOO = re.compile(r" and [a-z]{3,12}s\b")  # "Ioan is the learning mentor and sees him"
_BRACKET_ENDS = re.compile(r"(?: (?:of|for|at|from|in) [^()\n\t]{1,50})?(?: ?[,;/&] ?[^()\n\t]{1,60})?\)")
_IN_A_LIST = re.compile(r",? and (?:the|an?|his|her|their|my|our|two|three|some|other|one)\b")
_AFTER = re.compile(  # the name after a role: ", Mrs Hope", ": Amir", " (Ros)", " is Amir", " Kim Doyle"
    rf"{_FURTHER}(?:(?:,|(?P<bracket> \()) ?(?:called |named )?|(?P<colon>(?: name)?: ?)|(?P<verb> is )|(?P<cell>\t)|"
    rf"(?P<called> (?:called|named|(?:who )?is called) )|(?P<bare> ))(?P<name>{_PERSON})(?![\w-]|['’]s)"
)
_NAME_ENDS = re.compile(r" ?(?:[.;)\t\n\]–—(]|,(?! (?:who|which|the|an?|his|her|their)\b)|$)| and [A-Z]")
_LINE_ENDS = re.compile(r" ?(?:[.;\t\n(]|$)")
_FRONTED = re.compile(
    r"(?:^|[.:;\n\t] ?)(?:With|From|After|Before|Like|Beside|Alongside|As|When|If|(?:Supported|Helped|Taught) by) "
    r"[^.,;\n\t]{0,60}$"
)
_COULD_DO = re.compile(r"\b(?:will|to|and|can|shall|must|may|not|[a-z]{2,14}s|he|she|they|I)(?: then| also| now)? $")
_A_VERB_TOO = re.compile(r"\b(?:coach|lead|tutor|mentor|head|doctor|nurse|escort)(?:es|s)?$")
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)(?: [\w-]+){0,4} $")
_ANY = re.compile(r"\b[Aa]n?(?: [\w-]+){0,4} $")
_CELL_OF_A_ROLE = re.compile(rf"(?:^|[\t\n])(?:[Tt]he |[Hh]is |[Hh]er )?{_IN_A_ROLE}$")
_TITLED = re.compile(_TITLE)


def introduced(plan: Plan) -> tuple[Introduced, ...]:
    """All who are introduced with a role, in the plan's order, then those whom section K lists with one."""
    return once(plan, "introduced with a role", lambda: (*_in_words(plan), *_in_section_k(plan)))


def names_introduced(plan: Plan) -> frozenset[str]:
    """The names, in small letters, of those who are introduced with a role."""
    return once(plan, "names introduced", partial(_names, plan))


def _names(plan: Plan) -> frozenset[str]:
    return frozenset(name for one in introduced(plan) for name in (one.name, one.family) if name)


def named_in(text: str, plan: Plan) -> Iterator[tuple[re.Match[str], Introduced]]:
    """Where a text calls somebody by name whose role or qualification the plan gives, and who that is."""
    known = once(plan, "introduced by name", partial(_by_name, plan))
    for match in _CALLED.finditer(text) if known else ():
        title, word = match["title"] is not None, match["word"].lower()
        if one := known.get((title, word)):
            yield match, one


_CALLED = rarely(rf"(?<![\w'’-])(?P<title>{_TITLE})?(?P<word>{_ONE}?)(?: (?P<more>{_ONE}))?(?![\w-])")


def _by_name(plan: Plan) -> dict[tuple[bool, str], Introduced]:
    """Those whose role tells what they can do, by whether a title stands before the name, and the name."""
    known: dict[tuple[bool, str], Introduced] = {}
    for one in introduced(plan):
        if actors(look_at(one.role, "provision")):
            for title, name in ((False, one.name), (True, one.family)):
                if name:
                    known.setdefault((title, name), one)
    return known


def _in_section_k(plan: Plan) -> Iterator[Introduced]:
    for one in plan.facts.contributors:
        if one.name is None or one.role is None or not phrases("staff by role").search(one.role):
            continue
        if person := _person(plan, one.name):
            yield Introduced(person[0], person[1], one.role, one.passage)


def _in_words(plan: Plan) -> Iterator[Introduced]:
    text = plan.text
    for hit in matches(whole(plan)[0], phrases("staff by role")):
        begin = max(0, hit.start() - _LEFT)
        left = text[begin : hit.start()]
        if not left.islower():  # no capital: no name
            yield from _named_before(plan, left, begin, hit.end())
        if (after := _AFTER.match(text, hit.end())) and _is_its_name(plan, left, after):
            yield from _named_after(plan, left, hit.span(), after)


def _named_before(plan: Plan, left: str, begin: int, end: int) -> Iterator[Introduced]:
    """Whoever stands before a role that ends here: "Colin, qualified teacher"; of "teachers" all names before."""
    text = plan.text
    named = _NAMED.search(left)
    if named is None or not _ends(plan, named, end):
        return
    further = _MORE.match(text, end)
    stop = further.end() if further else end
    names = [named.span("name")]
    while text[end - 1] == "s" and (more := _BESIDE.search(left, 0, names[-1][0])):
        names.append(more.span(1))
    if text[end - 1] == "s" and len(names) == 1:
        return
    start = begin + named.start("role")
    for place in names:
        yield from _introduces(plan, (begin + place[0], begin + place[1]), (start, stop))


def _named_after(plan: Plan, left: str, role: tuple[int, int], after: re.Match[str]) -> Iterator[Introduced]:
    """Whoever stands after a role: "the SENCO, Mrs Hope"; of "assistants" all names after."""
    text, names = plan.text, [after.span("name")]
    plural = text[role[1] - 1] == "s"
    while plural and (more := _AND_MORE.match(text, names[-1][1])):
        names.append(more.span(1))
    if plural and len(names) == 1:
        return
    words = _ROLE_BEGINS.search(left)
    start = role[0] - (len(words.group()) if words else 0)
    further = _MORE.match(text, role[1])
    for place in names:
        yield from _introduces(plan, place, (start, further.end() if further else role[1]))


def _introduces(plan: Plan, name: tuple[int, int], role: tuple[int, int]) -> Iterator[Introduced]:
    """The person, where these are the words of a name, with the words from the one to the other."""
    person = _person(plan, plan.text[slice(*name)])
    if person is not None:
        first, family, skipped = person
        start, end = min(name[0] + skipped, role[0]), max(name[1], role[1])
        yield Introduced(first, family, plan.text[slice(*role)], Passage(plan.text[start:end], start))


def _ends(plan: Plan, named: re.Match[str], end: int) -> bool:
    """Is it a role that ends here, with nothing that makes it one of a list or part of a sentence?"""
    text = plan.text
    titled = _TITLED.match(named["name"]) is not None
    if named["bracket"]:
        return _BRACKET_ENDS.match(text, end) is not None
    if named["cell"]:
        before = named.string[: named.start()][-1:]
        apart = before in ("\n", "") or (before == "\t" and named["cell"] != "\n")
        return apart and section_at(plan, end) not in BODY and _ENDS.match(text, end) is not None
    alone = " " not in named["name"]
    if (
        named["dash"] and alone and section_at(plan, end) in BODY
    ):  # and no hours: "Oliver – teaching assistant, 15 hours"
        return _DASH.match(text, end) is not None
    if named["verb"] and _DOES_TOO.match(text, end):
        return True
    if _ENDS.match(text, end) is None:
        return False
    return titled or not (_IN_A_LIST.match(text, end) or _is_of_two(named, text, end))


def _is_of_two(named: re.Match[str], text: str, end: int) -> bool:
    """Do two roles stand after the name, which may be of two more people: "Oliver, her tutor and job coach"?"""
    two = " and " in named["role"] and phrases("staff by role").search(named["role"]) is not None
    return named["of"] is not None and (two or text.startswith(" and ", end))


def _is_its_name(plan: Plan, left: str, after: re.Match[str]) -> bool:
    """Is the name after a role that of whoever has it, and not the next that the sentence speaks of?"""
    text, end = plan.text, after.end()
    full = " " in after["name"]  # with a title or a family's name
    if after["cell"]:
        return section_at(plan, end) not in BODY and _CELL_OF_A_ROLE.search(left) is not None
    if after["called"]:
        return "is" in after["called"] or _ANY.search(left) is not None  # "the teacher called Oliver" is another thing
    if after["bracket"]:
        return text[end : end + 1] in (")", ",", ";")
    if after["colon"]:
        return full or _LINE_ENDS.match(text, end) is not None
    ends = _NAME_ENDS.match(text, end) is not None
    if after["bare"] and _COULD_DO.search(left) and _A_VERB_TOO.search(text, after.start() - 7, after.start()):
        return False  # "will then coach Oliver"
    if after["bare"]:
        return full or ((ends or _DETERMINED.search(left) is None) and _FRONTED.search(left) is None)
    return ends and (full or after["verb"] is not None or _FRONTED.search(left) is None)


def _person(plan: Plan, name: str) -> tuple[str, str, int] | None:
    """The first name and the family's, in small letters, of words with a capital, and where among them the name
    begins ("By Heather"); None where they are no name.
    """
    from ehcp_audit.privacy.words import family_names, fold, given_names, is_plain

    title = _TITLED.match(name)
    found = list(_WORD.finditer(name, title.end() if title else 0))
    words = [one.group() for one in found]
    if title and len(words) == 1:
        return "", words[0].lower(), 0
    while words and not title and not _may_be_called(words[0]):
        words.pop(0)
    if not words or words[0].lower() in own_names(plan):
        return None
    folded = [fold(word) for word in words[1:]]
    if any(is_plain(word) and not (word in family_names() or word in given_names()) for word in folded):
        return None
    begin = 0 if title else found[-len(words)].start()
    return words[0].lower(), words[-1].lower() if len(words) > 1 else "", begin


_WORD = re.compile(r"[A-Z][\w'’-]+")


def _may_be_called(word: str) -> bool:
    """May the word be a first name, beside a role: on the list of them, or no word that is known?"""
    from ehcp_audit.privacy.words import fold, given_names, is_plain, known_capitals

    folded = fold(word)
    if word.lower() in words_of("no names"):
        return False
    return folded in given_names() or not (is_plain(folded) or folded in known_capitals())
