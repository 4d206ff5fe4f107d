"""What its writer forgot in a plan: a form's words to its writer, and jobs that somebody was still to do on the plan.

No frame of words holds them all. What they share is another voice than the plan's, of which leftovers.yml holds the
signs: here they are added up, sentence by sentence. What staff are to do with the child reads much alike ("Keep
instructions short", "The teacher is to write targets"), and takes points away again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from ehcp_audit.checks.leftover_signs import HINT, PLAIN, PROVISION, SURE, Sign, part, signs
from ehcp_audit.checks.names import own_names, unquoted
from ehcp_audit.checks.passages import lettered, lines, lines_holding, whole
from ehcp_audit.checks.phrases import phrases
from ehcp_audit.checks.scanning import matches, once, section_at
from ehcp_audit.model import Passage, Plan
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely


class Leftover(NamedTuple):
    """Words that seem to be left over, and whether there is no other way to read them."""

    words: Passage
    certain: bool


class _Hit(NamedTuple):
    sign: Sign
    code: str
    match: re.Match[str]

    @property
    def points(self) -> int:
        return self.sign.provided if self.code in PROVISION else self.sign.points


def leftovers(plan: Plan) -> list[Leftover]:
    """The sentences of sections A to K that speak to the writer, or of what is still to be done on the plan."""
    found: list[Leftover] = []
    for line, hits in sorted(_lines_of_signs(plan).items()):
        if sum(hit.points for hit in hits) < PLAIN and not any(hit.sign.kind == "verb" for hit in hits):
            continue
        for words, of_it in _by_sentence(plan, line, hits):
            points = _weigh(plan, words, of_it)
            if points >= PLAIN:
                found.append(Leftover(words, points >= SURE and not _may_be_printed(plan, of_it[0].code, words)))
    return found


def _lines_of_signs(plan: Plan) -> dict[tuple[int, int], list[_Hit]]:
    """What stands of the signs, under where its line or cell begins and ends."""
    text = plan.text
    stands = partial(_stands, text.lower(), " ".join({*text.lower().split()}))
    held: dict[tuple[int, int], list[_Hit]] = defaultdict(list)
    for sign in signs():
        if sign.beside and not any(map(stands, sign.beside)):
            continue
        for match in matches(whole(plan)[0], sign.words):
            code = section_at(plan, match.start())
            if code not in sign.where or (sign.leads and not _leads(text, match.start())):
                continue
            hit = _Hit(sign, code, match)
            if hit.points:
                held[_line_around(text, match.start())].append(hit)
    return held


def _stands(text: str, vocabulary: str, words: str) -> bool:
    """Do these words stand in the text? Each is looked for among its different words first, which are far fewer."""
    parts = words.split()
    return all(map(vocabulary.__contains__, parts)) and (parts == [words] or words in text)


def _line_around(text: str, place: int) -> tuple[int, int]:
    begin = max(text.rfind("\n", 0, place), text.rfind("\t", 0, place)) + 1
    ends = [end for end in (text.find("\n", place), text.find("\t", place)) if end >= 0]
    return begin, min(ends, default=len(text))


def _leads(text: str, place: int) -> bool:
    """Does a sentence or a clause begin here?"""
    before = text[max(0, place - 8) : place].rstrip(' •·▪*"“‘')
    if not before or before[-1] in "\n\t.!?:;(–—…" or before.endswith((" -", "\n-")):
        return True
    begin, end = _line_around(text, place)
    if before[-1] == "[":  # "[Say here who was asked]", and not "[Insert name] needs time"
        return text[begin:end].rstrip(" .").endswith("]")
    return _NUMBER.fullmatch(text, begin, place) is not None


_NUMBER = rarely(r"\W{0,3}[A-K]?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?[.):]? ")  # "A1.4 Add a short history here"


def _by_sentence(plan: Plan, line: tuple[int, int], hits: list[_Hit]) -> Iterator[tuple[Passage, list[_Hit]]]:
    """The sentences of a line with what stands of signs in each, outside quotation marks."""
    start, end = line
    text = plan.text[start:end]
    bare = _own_words(text)
    spans = sentence_spans(text)
    begins = [low for low, _ in spans]
    held: dict[int, list[_Hit]] = defaultdict(list)
    for hit in hits:
        place = hit.match.start() - start
        number = bisect_right(begins, place) - 1
        if number >= 0 and place < spans[number][1] and not bare[place].isspace():
            held[number].append(hit)
    for number, of_it in sorted(held.items()):
        low, high = spans[number]
        words = text[low:high].lstrip(_BULLETS)
        yield Passage(words, start + high - len(words)), of_it


_BULLETS = " \u00a0•·▪*–-"


def _weigh(plan: Plan, words: Passage, hits: list[_Hit]) -> int:
    """The points of a sentence: of its marks, and of the rest less what shows that staff are told what to do.

    Hints of one kind count once, and are never sure: what everybody writes now and then is a sign beside another alone.
    """
    own, said = own_names(plan), _own_words(words.text)
    plain: Counter[str] = Counter()
    hinted: set[str] = set()
    for hit in {hit.sign: hit for hit in hits}.values():
        points = _points(plan, words, said, hit)
        if points > HINT:
            plain[hit.sign.kind] += points
        elif points:
            hinted.add(hit.sign.kind)
    sums = Counter({kind: plain[kind] + (kind in hinted) for kind in {*plain, *hinted}})
    rest = sums.total() - sums["mark"]
    if _OFTEN.search(said) and _HERE_OR_PLAN.search(said) is None:
        rest -= min(PLAIN, sum(sums[kind] for kind in _OF_STAFF))  # so often: it is done with the child
    form = sums["form"] + sums["verb"]
    if 0 < form < SURE and _of_somebody(said, own):
        rest -= form if form < PLAIN else 1
    total = sums["mark"] + max(0, rest)
    if total < PLAIN and any(hit.sign.kind == "verb" for hit in hits) and _is_guidance(words.text):
        return PLAIN
    return total if plain else min(total, SURE - 1)


def _points(plan: Plan, words: Passage, said: str, hit: _Hit) -> int:
    """What a sign weighs in this sentence, where another reading does not take it away."""
    sign, match, own = hit.sign, hit.match, own_names(plan)
    if sign.spoken and _speaks(plan, hit.code, words):
        return 0
    if sign.kind == "doubted":
        return PLAIN if (_ASKS if hit.code != "A" else _ASKS_OF_IT).match(said) else HINT
    if sign.kind == "job":
        return _of_jobs(said, hit.code, own)
    if sign.kind == "call" and not _is_called(plan, match.start(), own):
        return 0
    return 0 if match.groupdict().get("who", "").lower() in own else hit.points


_ASKS = rarely(r"\W*(?:is|are|was|were|does|do|did|has|have|should|can|could) (?=[^?.\n]{3,100}\?)", re.IGNORECASE)
_ASKS_OF_IT = rarely(  # in the views a child may ask, but not of the plan
    r"\W*(?:is|are|was|were|does|do|should|has|have|did) (?:this|that|these|those|we)\b", re.IGNORECASE
)


def _is_called(plan: Plan, place: int, own: frozenset[str]) -> bool:
    """Is somebody but the child called by name before these words: "Jan, can you"?"""
    before = _NAME_BEFORE.search(plan.text[max(0, place - 24) : place])
    return before is not None and before[1].lower() not in own


_OF_STAFF = ("work", "ask", "job", "form", "verb", "telegram", "edit")  # what staff are told to do as well
_NAME_BEFORE = rarely(r"(?:\A|[\n\t.!?:;(–—] {0,2})([A-Z][a-z]{1,14})(?:,| ?[–-]) \Z")


def _own_words(text: str) -> str:
    """The text with blanks where somebody is quoted, between straight single marks too."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), unquoted(text))


_QUOTED = re.compile(r"(?<![\w'])'[^'\n]{1,80}(?:'[a-z][^'\n]{0,60})?'(?!\w)")


def _is_guidance(text: str) -> bool:
    from ehcp_audit.plan.form_words import is_guidance

    return is_guidance(text)


def _of_somebody(text: str, own: frozenset[str]) -> bool:
    """Does a sentence know the child, as a form does not?"""
    return _HER.search(text) is not None or any(word.lower() in own for word in _CAPITAL.findall(text))


_HER = rarely(r"\b(?:he|she|her|hers|his|him)\b", re.IGNORECASE)
_CAPITAL = rarely(r"[A-Z][a-z]+")


def _speaks(plan: Plan, code: str, words: Passage) -> bool:
    """Do other sentences of the section speak in the first person, outside quotation marks?"""
    codes = ("A",) if code == "A" else tuple("BCDEFGJ")
    held = once(plan, ("first person", codes), partial(_first_persons, plan, codes))
    return sum(one < words.start or one >= words.end for one in held) >= _FEW


_FEW = 2


def _first_persons(plan: Plan, codes: tuple[str, ...]) -> list[int]:
    """Where the sentences of a section that speak in the first person do so, outside quotation marks."""
    held: list[int] = []
    for line in lines_holding(lettered(plan, codes), phrases("I speak")):
        said = _own_words(line.text)
        spans = [one for one in sentence_spans(said) if phrases("I speak").search(said, *one)]
        held += [line.start + begin for begin, _ in spans]
    return held


def _may_be_printed(plan: Plan, code: str, words: Passage) -> bool:
    """May a form print them for its readers: right under the section's heading, or as the label of a cell?"""
    heads = {line.start for piece in lettered(plan, (code,))[:1] for line in list(lines((piece,)))[:1]}
    return words.start in heads or words.text.endswith(":") or _LABELS.match(plan.text, words.end) is not None


_LABELS = rarely(r"[ ?:]{0,3}\t[^\t\n]*\w")  # a cell with words follows on the row
_TIME = (
    r"(?:\w+ )?(?:day|week|fortnight|month|term|half-term|year|morning|afternoon|evening|lesson|session|visit|time|"
    r"meal|break|lunch|lunchtime|task|activity|change|hour|minutes|(?:mon|tues|wednes|thurs|fri)day)"
)
_OFTEN = rarely(
    rf"\b(?:(?:each|every|per) {_TIME}s?|daily|weekly|fortnightly|monthly|termly|yearly|annually|"
    rf"(?:once|twice|times|minutes?|hours?) (?:an?|per|of|each|every|in|weekly|daily)|throughout|whenever|an? {_TIME}|"
    r"at (?:the )?(?:end|start) of)\b",
    re.IGNORECASE,
)
_HERE_OR_PLAN = rarely(r"\bhere\b|\b(?:this|the) (?:section|plan|draft|final|column|box)\b", re.IGNORECASE)

# --- who is still to do what ---
_THINGS = (
    r"(?:details?|wording|dates?|figures?|scores?|frequency|frequencies|hours|numbers?|amounts?|names?|spelling|"
    r"levels?|"
    r"data|percentages?|results|report|advice|paragraph|sentence|line|page|section|views|comments|quote|words|baseline)"
)
_OF_THE_PLAN = rarely(  # what the job is about
    r"^\W*$|^ (?:this|these|the rest|the above|it)\W*$|\bhere\b|\bthis (?:section|part|line|bit|box|paragraph|page)\b|"
    r"\b(?:before|once|when|after) (?:the |this )?(?:plan|draft|final|panel|it)\b(?: (?:is|goes|can|has)\b)?|"
    r"\bfrom (?:the |her |his |their |a |school['’]?s? )?(?:[\w'’-]+ ){0,3}(?:reports?|advice|data|records?|letters?|"
    r"file|"
    r"assessments?|notes|figures|results)\b|"
    rf"^ (?:the |any |some |more |exact |further |missing |latest |correct |right ){{0,3}}{_THINGS}\W*$|"
    rf"^ (?:the )?(?:exact|missing|latest|correct|further|right|rest of the) (?:\w+ )?{_THINGS}\b",
    re.IGNORECASE,
)
_OF_WORDS = rarely(
    rf"^ (?:the |any |some |more |a |an |his |her |their |another |one ){{0,3}}(?:\w+ )?{_THINGS}\b|"
    r"^ (?:this|these|something|whether|if|what|how (?:many|much|often))\b|"
    r"^ (?:his|her|their|own|the|a) (?:own )?(?:bits?|part|half|side|piece|say|contribution)\b(?! (?:of|in|at)\b)",
    re.IGNORECASE,
)
_OTHER_WORK = rarely(
    r"^ (?:[\w'’-]+ ){0,4}?(?:assessments?|referrals?|applications?|courses?|training|homework|tasks?|forms?|diary|"
    r"programmes?|"
    r"exercises|log|chart|register|records?)\b",
    re.IGNORECASE,
)
_SAYS = frozenset({"say", "confirm", "advise", "specify", "clarify", "supply"})
_HOW_MUCH = rarely(r"^ how (?:many|much|often|long)\b", re.IGNORECASE)
_CERTAINLY_WRITTEN = frozenset({"complete", "confirm", "supply", "advise", "update", "draft", "clarify", "fill in"})


@cache
def _job() -> re.Pattern[str]:
    who, does = part("who"), part("does")
    return re.compile(
        rf"(?:^|[:;(–—] ?|[,-] )(?:and |so )?(?:(?P<who>{who})|(?P<name>(?-i:[A-Z][a-z]{{2,15}})))"
        rf"(?: (?:has|have) yet|(?P<still> still)| also| please| both| now)? to (?P<does>{does})\b(?P<what>[^.;)]*)",
        re.IGNORECASE,
    )


def _of_jobs(text: str, code: str, child: frozenset[str]) -> int:
    """The points of what a sentence says somebody "is to" do on the plan."""
    for job in _job().finditer(text):
        sure = _is_about_the_plan(job, code, child)
        if sure is not None:
            return SURE if sure else PLAIN
    return 0


def _is_no_name(word: str, child: frozenset[str]) -> bool:
    """Is it the child's own name, or an ordinary word: "Slow to finish."?"""
    from ehcp_audit.privacy.words import fold, given_names, is_plain

    return word.lower() in child or (is_plain(fold(word)) and fold(word) not in given_names())


def _is_about_the_plan(job: re.Match[str], code: str, child: frozenset[str]) -> bool | None:
    """Is what somebody "is to" do a job on the plan: surely, perhaps or (None) not at all?"""
    if job["name"] and (_is_no_name(job["name"], child) or _OF_THE_PLAN.search(job["what"]) is None):
        return None
    if _OTHER_WORK.match(job["what"]):
        return None
    if _OF_THE_PLAN.search(job["what"]):
        return code not in PROVISION or bool(job["what"].strip(" ."))  # not sure: "Health to advise."
    if code in PROVISION:
        if job["does"].lower() in _SAYS and _HOW_MUCH.match(job["what"]):
            return False
        return True if job["still"] and _OF_WORDS.match(job["what"]) else None
    if job["still"] or _OF_WORDS.match(job["what"]):
        return True
    return False if job["does"].lower() in _CERTAINLY_WRITTEN else None
