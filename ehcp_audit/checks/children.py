"""Checks on the child in the plan: their own words in section A, and that the plan is about one child only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ehcp_audit.checks import check
from ehcp_audit.checks.names import name_of_child, relatives, surname
from ehcp_audit.checks.parents_labelled import hopes_for_child, speaks_at_head, tells_of_own_child
from ehcp_audit.checks.passages import first, found, is_long, lines, over_school_age, sentences
from ehcp_audit.checks.phrases import phrases, source
from ehcp_audit.checks.scanning import holds
from ehcp_audit.checks.titled import is_headed_by_title, speaks_by_title
from ehcp_audit.language import beside
from ehcp_audit.language.wordlists import Lists
from ehcp_audit.model import Answer, Passage, Plan, Section, Verdict
from ehcp_audit.rare import rarely

_NAME = re.compile(r"\b[A-Z][a-z]{2,15}")


def _voices(plan: Plan, section: Section, parents: set[str], name: str = "") -> Iterator[tuple[Passage, str]]:
    """Each line of section A with whose part it stands in: child, parent, both or unsaid.

    The short line above it says so, and below a row of such lines ("Ama | Ama's parents") the one at the head of its
    column.
    """
    family = surname(plan)
    told = list(lines(section.pieces))
    places = [plan.stretch_at(line.start).table for line in told]
    filled = {(at[0], at[2]) for line, at in zip(told, places, strict=True) if at is not None and not _is_short(line)}
    columns: dict[tuple[int, int], tuple[int, str]] = {}  # of the cells in the first row of a table: row, voice
    first_rows: dict[int, int] = {}
    voice = "unsaid"
    for line, at in zip(told, places, strict=True):
        said = _voice_of_heading(line, parents, name, family) if _is_short(line) else None
        voice = "child" if _introduces(line.text, name) else said or voice
        if at is None:
            yield line, voice
            continue
        table, row, cell = at
        if first_rows.setdefault(table, row) == row and (table, 1) in filled and _is_short(line):
            columns[table, cell] = (row, said or "unsaid")
        of_column = columns.get((table, cell))
        heads = {said for (one, _), (_, said) in columns.items() if one == table}
        by_column = of_column is not None and of_column[0] < row and len(heads) > 1
        yield line, of_column[1] if by_column and of_column is not None else voice


def _introduces(text: str, name: str) -> bool:
    """Does a line begin by saying that the child speaks: "I'm Ama"?"""
    speaks = _I_AM.match(text) if len(name) > 1 else None
    return speaks is not None and re.match(rf"{re.escape(name)}\b", text[speaks.end() :]) is not None


_I_AM = re.compile(r"\W{0,3}(?:I['’]m|I am|My name is) ")


def _is_short(line: Passage) -> bool:
    most = _FROM if line.text.startswith("From ") else _HEADING
    return len(line.text.split()) <= most and not line.text.endswith((".", "!"))


_HEADING = 12  # words
_FROM = 24  # of "From Ama, heard by her teacher of the deaf on 22 July 2026"


def _voice_of_heading(line: Passage, parents: set[str], name: str, family: str) -> str | None:
    """Whose part a short line opens, if it says."""
    headed = holds(line, phrases("parent heading")) or _names_one(line, parents) or _is_titled(line.text, family)
    if headed and not holds(line, phrases("I am")) and not _TOLD_US.match(line.text):
        both = phrases("child and").search(_COUPLE.sub("parents", line.text)) or _names_beside_others(line.text, name)
        return "both" if both else "parent"
    return "child" if holds(line, phrases("child heading")) or _of_the_child(line.text, name) else None


def _is_titled(text: str, family: str) -> bool:
    """Does a heading name somebody of the child's family: "Ms Tamblyn" over what Jory Tamblyn's mother says?"""
    if not family or family not in text:
        return False
    return re.search(rf"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (?:and Mrs )?{re.escape(family)}\b", text) is not None


def _names_beside_others(text: str, name: str) -> bool:
    """Does a heading name the child, then others: "Ama, her family and their hopes", and not "Ama's family"?"""
    if len(name) < 2 or name not in text:
        return False
    return re.search(rf"\b{re.escape(name)}(?:,| and| with|,? &| ?[/|+·–-])(?=\s?\w)", text) is not None


def _of_the_child(text: str, name: str) -> bool:
    """Does a heading begin with the child's name, or hold no more: "Ama's views", "A1: Ama", "From Ama, heard by"?"""
    if len(name) < 2 or name not in text:
        return False
    of_it = re.escape(name)
    head = rf"(?:[A-K]?\d{{1,2}}[a-z]?[.:)]?\s+)?{of_it}(?:['’]s?\b|[:.]?$)|From {of_it}(?:,|:|$)"
    return re.match(head, text) is not None


_COUPLE = re.compile(  # "Mum and Dad" are no child and parent
    r"\b(?:mum|mummy|mother|dad|daddy|father)(?: and| &) (?:(?:my|his|her|their) )?"
    r"(?:mum|mummy|mother|dad|daddy|father)\b",
    re.IGNORECASE,
)
_TOLD_US = rarely(
    r"what (?:we|i) (?:believe|think|feel) [\w'’]+ (?:would|might|wants?)\b|"
    r"what (?:we|i) (?:(?:were|was|have|had) )?(?:been )?(?:told|shown|asked|learn(?:ed|t)|saw|seen|noticed)\b"
    r"(?! as\b)",
    re.IGNORECASE,
)


def _is_parents(heading: str) -> bool:
    """Does what stands over a piece of the section give it to the parents alone: "A2: What my parents hope for"?"""
    return len(heading) < 120 and phrases("views of parents").search(heading) is not None


def _names_one(words: Passage, parents: set[str]) -> bool:
    return bool(parents) and not parents.isdisjoint(_NAME.findall(words.text))


def _parent_speaks(words: Passage, parents: set[str], family: str = "") -> bool:
    """Does a parent say or want something: by that word, by name, or as one of the child's surname or a couple?"""
    if speaks_by_title(words, family):
        return True
    if holds(words, phrases("parent speaks")) or holds(words, phrases("we speak")):
        return True
    return _names_one(words, parents) and holds(words, phrases("view verbs")) is not None


_PRONOUN = re.compile(r"(?:He|She|They) ")
_ANY_NAME = rarely(r"(?!Staff|School|Teachers?|Report|Mr|Mrs|Ms|Dr|This|The)[A-Z][a-z]+ ")


def _subject(text: str, name: str) -> int | None:
    """Where the words after the child's name (any name, where it is not known) or pronoun begin, if one comes first.

    What the child was asked or shown may stand before it: "Asked what she wants to be, she signed dancer".
    """
    if asked := _ASKED_OR_SHOWN.match(text):
        return asked.end()
    if len(name) > 1 and text.startswith(f"{name} "):
        return len(name) + 1
    one = _PRONOUN.match(text) or (_ANY_NAME.match(text) if len(name) <= 1 else None)
    return one.end() if one else None


_ASKED_OR_SHOWN = rarely(r"(?:Asked|Shown|Given|Offered|When (?:asked|shown))\b[^.;\n]{2,110}?, (?:he|she|they) ")


@cache
def _verb(phrase_list: str, lists: Lists) -> re.Pattern[str]:
    """A verb of the list, with what may stand before it, by these lists, which are the ones that are asked now."""
    return re.compile(rf"(?:\w+ly |also |has |have )?{source(phrase_list)}\b")


def _follows(text: str, subject: int | None, phrase_list: str) -> bool:
    """Does a verb of this list follow the subject?"""
    return subject is not None and _verb(phrase_list, beside.lists()).match(text, subject) is not None


def _label(text: str, name: str) -> str | None:
    """What a label over a child's part asks of them, as in a table of what a child without words was seen to show:
    "What he showed he wants", "Things Ama does not like".
    """
    child = rf"he|she|they|{re.escape(name)}" if len(name) > 1 else "he|she|they"
    match = re.match(rf"(?:what|things|who) (?:else )?(?:{child}) (?P<asked>[^.:?]{{3,30}})[:?]?$", text, re.I)
    return match["asked"] if match is not None and _ASKED.match(match["asked"]) else None


_ASKED = rarely(
    r"(?:has |have )?(?:showed|shown|told|tells|said|says|chose|signed|pointed)\b|"
    r"(?:(?:really|also|does not|do not|doesn['’]t|don['’]t) )?(?:(?:dis)?likes?|enjoys?|loves?|wants?|hates?)\b|"
    r"(?:seems?|appears?) (?:not )?to (?:(?:dis)?like|enjoy|love|want|prefer|hate|hope|ask)\b",
    re.I,
)
_HOW_GATHERED = re.compile(  # a label beside how the views came to be known
    r"(?:how )?(?:(?:his|her|their|the|these|[A-Z][\w-]*['’]s?) )?(?:views?|wishes|voice|preferences)(?: and \w+)? "
    r"(?:(?:were|was|have been|has been) )?(?:gathered|found|taken|collected|obtained|sought|recorded|heard|known)"
    r"(?: out)?[:?]?$|how (?:we|staff|adults) (?:found out|know|learn(?:ed|t)|gathered (?:his|her|their|the) views)"
    r"[:?]?$",
    re.IGNORECASE,
)
_BY_WATCHING = rarely(  # by those who are no parents: "Keyworker watched three sessions"
    r"(?!.*\b(?:not|never|nobody|unable)\b)(?!\W{0,3}(?:(?:his|her|their|the) )?(?:parents?|mother|father|mum|dad|"
    r"family|carers?)\b).*\b(?:watch|observ|film)\w*\b",
    re.IGNORECASE,
)
_ANSWERED = 3  # words


@check("children.own_views")
def own_views(section: Section, plan: Plan) -> Answer:
    """Are the child's or young person's own views here: in the first person, quoted, or told as theirs?

    "He enjoys", "she wants" may be somebody else's account, so where nothing firmer stands a person decides. What a
    child was seen to show stands as theirs where it is said that the views were gathered by watching.
    """
    parents = relatives(plan)
    name = name_of_child(plan)
    family = surname(plan)
    evidence: list[Passage] = []
    accounts: list[Passage] = []
    watched: list[Passage] = []
    seen: list[Passage] = []
    done: list[Passage] = []
    told = list(_voices(plan, section, parents, name))
    to_child = len(name) > 1 and any(f"Dear {name}" in piece.text for piece in section.pieces)
    for (line, voice), (answer, _) in zip(told, [*told[1:], (Passage("", 0), "")], strict=True):
        asked = _label(line.text, name) if voice != "parent" else None
        if asked is not None and len(answer.text.split()) >= _ANSWERED and not _parent_speaks(answer, parents, family):
            accounts.append(answer)  # whether it was the child's to show, a person sees
        if voice != "parent" and _HOW_GATHERED.match(line.text) and _BY_WATCHING.match(answer.text):
            watched.append(answer)
        for sentence in sentences((line,)):
            text = sentence.text
            subject = _subject(text, name)
            if voice == "parent" or _parent_speaks(sentence, parents, family):
                if _QUOTED.search(text) and _follows(text, subject, "tells"):
                    seen.append(sentence)  # in what may be the parents' part: a person sees whose it is
                continue
            speaks = holds(sentence, phrases("I speak")) and len(text.split()) > 2 and not to_child
            if speaks or _follows(text, subject, "tells") or (to_child and _YOU_SAID.search(text)):
                evidence.append(sentence)
            elif _follows(text, subject, "saying") or _follows(text, subject, "shows liking"):
                accounts.append(sentence)
            if holds(sentence, phrases("views watched")):
                watched.append(sentence)
            elif holds(sentence, phrases("child seen")):
                seen.append(sentence)
            elif (subject is not None and _IS.match(text, subject) is None) or (
                voice == "child" and len(text.split()) >= _ANSWERED
            ):
                done.append(sentence)
    if evidence or (accounts and watched):
        evidence = evidence or [*watched[:1], *accounts]
        return Answer(Verdict.MET, first(evidence, 3), "The child's or young person's own views are here.")
    note = "Nothing here is said in the child's or young person's own words, or told as their view."
    if accounts:
        note = "What the child wants or enjoys is told, and nothing says that the child said so."
        return Answer(Verdict.NEEDS_PERSON, first(accounts, 3), note, proposed=Verdict.NOT_MET)
    if watched or seen:
        note = "The child does not speak, or was watched: is what is told here their own view?"
        return Answer(Verdict.NEEDS_PERSON, first([*watched, *seen], 3), note, proposed=Verdict.NOT_MET)
    if done:
        note = "The child is spoken of: is their own view told here?"
        return Answer(Verdict.NEEDS_PERSON, first(done, 3), note, proposed=Verdict.NOT_MET)
    named = [line for line in lines(section.pieces) if len(name) > 1 and name in line.text][1:]
    if named:  # in more than one line: the first may be a heading, "One page profile: Poppy"
        note = "The child is spoken of, and these checks did not recognise whose view is told: is it their own?"
        return Answer(Verdict.NEEDS_PERSON, first(named, 3), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, first(lines(section.pieces), 1), note)


_YOU_SAID = rarely(r"\b[Yy]ou (?:also )?(?:told|said|say|tell|asked|ask|wrote|chose|drew|want|hope|like|love)\b")
"""In a letter to the child."""
_QUOTED = re.compile('[“‘"]')
_IS = rarely(r"(?:is|was|has|had|lives?|attends?)\b")  # what others know of the child


@check("children.parents_views")
def parents_views(section: Section, plan: Plan) -> Answer:
    """Are the parents' or carers' views here? Not asked once the views owed are the young person's own."""
    parents, family = relatives(plan), surname(plan)
    told = [
        (line, voice == "parent" or _opens_with_parent(line, parents, family) or speaks_at_head(line, parents))
        for line, voice in _voices(plan, section, parents)
        if _parent_speaks(line, parents, family)
        or speaks_at_head(line, parents)
        or tells_of_own_child(line)
        or hopes_for_child(line, parents)
        or (voice == "parent" and len(line.text.split()) > 6)
    ]
    evidence = [line for line, plainly in told if plainly] or [line for line, _ in told]
    evidence = evidence or [
        sentence
        for piece in section.pieces
        if _is_parents(plan.stretch_at(piece.start - 1).text)
        for sentence in sentences((piece,))
    ]
    if evidence:
        return Answer(Verdict.MET, first(evidence, 3), "The parents' or carers' views are here.")
    over = over_school_age(plan)
    if over:
        return Answer(
            Verdict.NOT_APPLICABLE, note="Over compulsory school age the views owed are the young person's own."
        )
    if over is None:
        return Answer(
            Verdict.NEEDS_PERSON,
            note="No parents' views were found, and the age is not shown.",
            proposed=Verdict.NOT_MET,
        )
    note = "Nothing was found that a parent or carer says, wants, hopes or worries about."
    titled = [
        one
        for one in lines(section.pieces)
        if _names_one(one, parents) or _TITLED_HOPES.search(one.text) or is_headed_by_title(one, family)
    ]
    if named := first([*found(section.pieces, phrases("parent")), *titled], 3):
        return Answer(Verdict.NEEDS_PERSON, named, f"{note} They are named here.", proposed=Verdict.NOT_MET)
    name = name_of_child(plan)
    if others := first([one for one in sentences(section.pieces) if _another_hopes(one.text, name)], 3):
        note = f"{note} Somebody speaks or hopes here: is it a parent?"
        return Answer(Verdict.NEEDS_PERSON, others, note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.NOT_MET, note=note)


def _opens_with_parent(line: Passage, parents: set[str], family: str) -> bool:
    """Is a parent who speaks or hopes the first that a line or one of its sentences names?"""
    if speaks_by_title(line, family):
        return True
    return any(
        phrases("parent opens").match(one.text) or _names_one(Passage(one.text[:_FIRST_WORDS], one.start), parents)
        for one in sentences((line,))
        if _parent_speaks(one, parents, family)
    )


_FIRST_WORDS = 30  # characters
_MR_OR_MS = r"\bM(?:rs?|s|iss|x)\.? [A-Z][\w'’-]+"
_TITLED_HOPES = rarely(  # whether "Ms Oakes" is a parent or a teacher, a person sees
    rf"{_MR_OR_MS} (?:\w+ly |also )?(?:hopes?|wish(?:es)?|wants?|worr(?:y|ies)|fears?|dreams?|states?|"
    r"says?|said|told|describes?|reports?|feels?|explains?|considers?|believes?)\b|"
    rf"{_MR_OR_MS} (?:and|&) {_MR_OR_MS} (?:\w+ly |also |both )?"
    r"(?:state|say|write|tell|report|explain|feel|think|believe|consider|describe)\b"
)


_WE = rarely(r"\b(?:[Ww]e|[Oo]ur)\b")
_WANTS = r"(?:want|hope|wish|dream|ask|pray)"
_HOPES = rf"(?:{_WANTS}|like|love|long|fear|describe|say|tell|feel|believe|worr(?:y|ies|ied)(?! (?:him|her|them|me)\b))"
_SOMEBODY_HOPES = rarely(
    rf"(?<!\w[.,;:] )\b(?P<who>[A-Z][\w’'-]+) (?:\w+ly |also |both |would |has |have )?{_HOPES}s?d?\b"
)


def _another_hopes(text: str, name: str) -> bool:
    """Does a sentence say "we", or does somebody of another name speak or hope, or want something for the child?"""
    child = rf"(?:{re.escape(name)}|him|her|them)" if len(name) > 1 else "(?:him|her|them)"
    for_child = re.search(rf"\b{_WANTS}(?:s|d|ed)? (?:for |to see |that )?{child}\b", text) is not None
    named = any(match["who"] not in {name, *_NOBODY} for match in _SOMEBODY_HOPES.finditer(text))
    return for_child or named or _WE.search(text) is not None


_NOBODY = frozenset(
    ("I", "He", "She", "They", "It", "You", "This", "That", "What", "Who", "Things", "People", "Everyone", "Nothing")
)


@check("children.interests")
def interests(section: Section) -> Answer:
    """Does the section say what the child or young person likes and enjoys?"""
    if evidence := found(section.pieces, phrases("interests")):
        return Answer(Verdict.MET, first(evidence, 3), "Interests are here.")
    answer = _unsaid(section, "These checks did not recognise what the child or young person likes or enjoys.")
    spoken = sum(
        len(one.text.split())
        for one in sentences(section.pieces)
        if holds(one, phrases("I speak")) and _NO_LIKE.search(one.text) is None
    )
    if answer.verdict is Verdict.NEEDS_PERSON and spoken >= _MUCH_SPOKEN:
        return answer._replace(proposed=None)  # "I still drum": likes may be told in words of the child's own
    return answer


@check("children.communicates")
def communicates(section: Section) -> Answer:
    """Does the section say how the child communicates, or how they are drawn into decisions?"""
    if evidence := found(section.pieces, phrases("communicates")):
        return Answer(Verdict.MET, first(evidence, 3), "How the child or young person communicates is here.")
    return _unsaid(section, "These checks did not recognise how the child communicates or is drawn into decisions.")


def _unsaid(section: Section, note: str) -> Answer:
    if not is_long(section):
        return Answer(Verdict.NOT_MET, note=note)
    told = list(lines(section.pieces))
    own = [line for line in told if len(line.text.split()) >= _TELLING and holds(line, phrases("I speak"))]
    return Answer(Verdict.NEEDS_PERSON, first(own or told, 1), note, proposed=Verdict.NOT_MET)


_NO_LIKE = rarely(  # what a child wants, fears or asks of others is nothing that it likes
    r"\b(?:do not|cannot|worr(?:y|ies|ied)|scared|afraid|hates?|hard|wants?|would like|hopes?|wish(?:es)?|to me|"
    r"please)\b|"
    r"n['’]t\b|['’]d like\b",
    re.IGNORECASE,
)
_MUCH_SPOKEN = 25  # words of sentences in which the child speaks, of what may be liked
_TELLING = 8
"""Words of a line in which the child speaks: it shows what is asked sooner than the line over it."""
