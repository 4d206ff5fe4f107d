"""What its writer forgot in a plan: a form's words to its writer, and jobs that somebody was still to do on the plan.

What staff are to do with the child reads much alike: "Keep instructions short", "The teacher is to write targets".
Words are for the writer where they speak of the form ("here", "this section", "no more than four bullet points", "the
child" in a plan that knows the child's name), and are a job where they speak of the plan's own words and figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ehcp_audit.checks.names import own_names, unquoted
from ehcp_audit.checks.passages import lettered, lines, sentences_holding
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely


class Leftover(NamedTuple):
    """Words that seem to be left over, and whether there is no other way to read them."""

    words: Passage
    certain: bool


def leftovers(plan: Plan) -> list[Leftover]:
    """The sentences of sections A to K that speak to the writer, or of what is still to be done on the plan."""
    named = bool(own_names(plan))
    found: dict[Passage, Leftover] = {}
    for code in _PROMPTED:
        for one in sentences_holding(lettered(plan, (code,)), _ASKS):
            sure = _tells_writer(_own_words(code, one), code, named)
            if sure is not None:
                found[one] = Leftover(one, sure and not _may_be_printed(plan, code, one))
    for code in _PROMPTED:
        for one in sentences_holding(lettered(plan, (code,)), _MAY_BE_A_JOB):
            sure = _is_a_job(_own_words(code, one), code, own_names(plan))
            if sure is not None and one not in found:
                found[one] = Leftover(one, sure)
    for one in _guidance(plan):
        if not any(one.start <= other.start < one.end for other in found):
            found[one] = Leftover(one, certain=False)
    return sorted(found.values(), key=lambda one: one.words.start)


_PROMPTED = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "J", "K")  # section I says itself that it waits
_OF_PROVISION = frozenset({"F", "G", "H1", "H2"})


def _own_words(code: str, sentence: Passage) -> str:
    """The sentence, of section A without what somebody is quoted as saying."""
    return unquoted(sentence.text) if code == "A" else sentence.text


def _may_be_printed(plan: Plan, code: str, words: Passage) -> bool:
    """May a form print them for its readers: right under the section's heading, or as the label of a cell?"""
    heads = {line.start for piece in lettered(plan, (code,))[:1] for line in list(lines((piece,)))[:1]}
    return words.start in heads or words.text.endswith(":") or _LABELS.match(plan.text, words.end) is not None


_LABELS = re.compile(r"[ ?:]{0,3}\t[^\t\n]*\w")  # a cell with words follows on the row

# --- what a form tells its writer ---
_LEAD = (
    r"(?:(?:please|notes?|n\.?b\.?|guidance|writers?|here|briefly|clearly|only|where possible|"
    r"(?:in|for|under) (?:this|each) (?:section|box|part|need|outcome|line|row))[:,]? (?:[–-] )?){0,3}"
)
_WRITES = (
    r"(?:set out|describe|list|summari[sz]e|state|record|include|outline|specify|explain|say|note down|enter|insert|"
    r"quote|identify)"
)
_ASKS = rarely(
    rf"^{_LEAD}(?:{_WRITES}|give|use|keep|write|refer to|read|see|avoid|do not|don['’]t|complete|delete|put|provide|"
    rf"add|"
    r"attach|ensure|make sure|link|number|limit|no more than|at most|up to|maximum|max)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|ten|twelve)"
_MOST = (
    r"(?:no more than|not more than|fewer than|less than|at most|up to|(?:a )?maximum(?: of)?|max\.?|keep to|limit to)"
)
_OF_THE_FORM = rarely(  # signs that the form speaks
    r"\b(?:this section|(?:in|on|to|for|under|of|completing|complete|delete|use) this "
    r"(?:part|box|column|row|field|form|template|heading|paragraph|cell))\b(?! (?:of the )?(?:room|card|book|school))|"
    r"\b(?:in|on) this page\b|\bwrite this (?:section|part|page|bit)\b|"
    rf"\b{_MOST} {_NUMBER} (?:short |brief |clear )?(?:bullet(?:s| points?)|bulleted|sides?|pages?|paragraphs?|"
    r"characters)\b|"
    rf"\b{_MOST} (?:\d{{2,3}}0|\d{{2}}0|50|75) words\b|"
    r"\bthe (?:child|young person|pupil|student|learner)['’]s own words\b|"
    r"\b(?:child or young person|young person or child)\b|"
    r"\b(?:see|refer to|read|check|follow) (?:the )?(?:\w+['’]?s?['’]? )?guidance (?:notes?|document) ?"
    r"(?:$|[.;,]|(?:on|for|before|when) (?:writ|complet|fill|draft))",
    re.IGNORECASE,
)
_HERE = rarely(
    rf"^{_LEAD}{_WRITES} here\b(?! and now)|^{_LEAD}(?:{_WRITES}|add|put|give|write|avoid|use|do not (?:use|include|"
    rf"list|repeat|put|"
    r"name|write|give))\b(?![^.;]*\b(?:I|me|my|him|her|his|them)\b)[^.;]{1,120} here\W*$",
    re.IGNORECASE,
)
_SUMS_UP = rarely(
    rf"^{_LEAD}(?:summari[sz]e|outline|set out|describe)\b[^.;]*\b{_MOST} {_NUMBER} "
    r"(?:short |brief )?(?:sentences?|lines?|words)\b",
    re.IGNORECASE,
)
_OF_VIEWS = rarely(
    r"\b(?:in the first person|in (?:their|his or her) own words|(?:as|use|in) (?:short )?bullet points|"
    r"bullet points (?:are|if|only))\b",
    re.IGNORECASE,
)
_ANY_CHILD = rarely(r"\bthe (?:child|young person|pupil|student|learner)(?:['’]s)?\b", re.IGNORECASE)
_PLAINLY_WRITES = rarely(rf"^{_LEAD}(?:set out|describe|summari[sz]e|state|outline|specify)\b", re.IGNORECASE)
_KEEPS_TO = rarely(rf"^{_LEAD}keep (?:this|it|these|to)\b", re.IGNORECASE)
_TO_WRITE = rarely(rf"^{_LEAD}{_WRITES}\b", re.IGNORECASE)


def _tells_writer(text: str, code: str, named: bool) -> bool | None:
    """Does a sentence that begins as an order speak to the writer: surely, perhaps, or (None) not at all?"""
    if _ASKS.match(text) is None:
        return None
    if _OF_THE_FORM.search(text) or _HERE.match(text) or _SUMS_UP.match(text):
        return True
    if _OF_VIEWS.search(text):
        return None if code in _OF_PROVISION or code == "E" else True
    if not named or _ANY_CHILD.search(text) is None:
        return None
    plainly = _PLAINLY_WRITES.match(text) or _KEEPS_TO.match(text)
    if code in _OF_PROVISION:
        return False if plainly and _OFTEN.search(text) is None else None
    return True if plainly else False if _TO_WRITE.match(text) else None


def _guidance(plan: Plan) -> Iterator[Passage]:
    """Lines of the kind that forms print for their writers, left among a section's own words."""
    from ehcp_audit.plan.form_words import is_guidance

    for code in _PROMPTED:
        for piece in lettered(plan, (code,)):
            for line in sentences_holding((piece,), _ASKS):
                if is_guidance(line.text) and not _may_be_printed(plan, code, line):
                    yield line


# --- what is still to be done ---
_WHO = (
    r"(?:(?:the|his|her|their|school|school['’]s|class|head|specialist|advisory|community|case|plan|social|speech|"
    r"language|and|educational|occupational|link|family|foster|"
    r"short|breaks?|respite|SEND?|EHC|inclusion|sensory|support|health|key|visiting) ){0,4}"
    r"(?:mum|mummy|mother|dad|daddy|father|parents?|family|nan|gran\w{0,8}|carers?|case-?workers?|officers?|writers?|"
    r"authors?|co-?ordinators?|SENCO|SENDCO|teachers?|school|college|nursery|setting|EP|psychologist|OT|SLT|SALT|"
    r"therapists?|physio\w{0,9}|nurse|paediatrician|doctor|GP|workers?|care|health|audiologist|dietitian|team|admin|"
    r"manager)"
)
_DOES = (
    r"(?:complete|add|confirm|supply|send|say|fill in|update|check|double-check|write|chase|finish|draft|provide|"
    r"advise|clarify|give|forward|email|quantify|specify|reword|re-word|let us know|let me know|come back|tell us)"
)
_JOB = rarely(
    rf"(?:^|[:;(–—] ?|[,-] )(?:and |so )?(?:(?P<who>{_WHO})|(?P<name>(?-i:[A-Z][a-z]{{2,15}})))"
    rf"(?: (?:has|have) yet|(?P<still> still)| also| please| both| now)? to (?P<does>{_DOES})\b(?P<what>[^.;)]*)",
    re.IGNORECASE,
)
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
    r"^ (?:this|these|something|whether|if|what|how (?:many|much|often))\b",
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
_OFTEN = rarely(
    r"\b(?:each|every|daily|weekly|fortnightly|monthly|termly|yearly|annually|once|twice|times|minutes?|hours? (?:a|"
    r"per|of)"
    r"|per|throughout|whenever|an? (?:day|week|fortnight|month|term|year)|within|at (?:the )?(?:end|start) of)\b",
    re.IGNORECASE,
)
_DOCUMENT = (
    r"(?:reports?|advice|figures?|scores?|wording|letters?|details|data|views|comments|confirmation|reply|dates?)"
)
_START = r"(?:^|[:;(–—] ?)(?:\(| )?"
_AGAIN = r"(?: (?:again|back|first|today|tomorrow|please|on \w+day|(?:this|next) week|\w+day))?\W*$"
_NOTED = rarely(  # a note of the writer to the writer
    rf"{_START}(?:please )?(?:ring|call|phone|e-?mail|text|ask|chase|contact|remind|speak to) "
    rf"(?:{_WHO}|her|him|them)(?: (?:for|about|re) (?:this|these|it|(?:the |a |her |his |"
    rf"their )?{_DOCUMENT}))?{_AGAIN}|"
    rf"{_START}(?:please )?(?:chase|chasing) (?:up |for )?(?:{_WHO}\b|{_DOCUMENT}\b|(?:the |a )?\w+ {_DOCUMENT}\b)|"
    rf"{_START}(?:please )?ask {_WHO} (?:for (?:the |a |her |his |their )?(?:\w+ )?{_DOCUMENT}|to (?:send|confirm|"
    rf"supply))\b|"
    rf"{_START}(?:we |I )?(?:am |are )?still (?:waiting (?:for|on)|awaiting|need(?:s|ed)?|to (?:get|come|do|add|"
    rf"check))\b"
    rf"[^.;]{{0,50}}\b{_DOCUMENT}|"
    rf"{_START}(?:awaiting|waiting (?:for|on)) (?:the |an? |their )?(?:\w+ ){{0,4}}(?:report|advice|wording)\b|"
    rf"{_START}(?:we |I )?(?:still )?need to (?:find out|chase|(?:check|confirm|clarify|ask) (?:with |whether|if|"
    rf"{_WHO}\b|"
    r"this\b|which|when))|"
    rf"{_START}(?:I['’]m |I am )?(?:not sure|unsure) (?:if|whether) (?:this|these) (?:is|are|was|has|should)\b|"
    r"^(?:is|are|was) (?:this|these|that|it) (?:all )?(?:still )?(?:the )?(?:right|correct|true|accurate|current|"
    r"needed|"
    r"up to date|OK|okay|the case|same)\b[^?]{0,50}\?|"
    r"\bsame as (?:in )?(?:the )?(?:draft|last|previous|old|first|before)\b[^.?]{0,40}\?|"
    rf"{_START}(?:copy|copied|paste|pasted|cut and paste|lift|lifted|pull) (?:this |these |it |the \w+ )?"
    r"(?:across |over |in |through )?from (?:the |his |her |their )?(?:last|old|previous|first|current|draft|"
    r"\w{2,4} report|"
    r"\w+['’]s report)\b|"
    rf"{_START}(?:the |exact |final )?(?:\w+ )?(?:wording|details|figures|scores|frequency)(?: (?:of|for|on) "
    r"(?:[\w'’-]+ ){1,5}| )(?:still )?to be (?:agreed|supplied|confirmed|added|provided|checked|sent|finalised|"
    r"written)\b|"
    rf"{_START}(?:[\w'’-]+ ){{0,3}}(?:details|figures|dates?|frequency|wording|scores?|results|amounts?|percentages?|"
    r"paragraph|hours|numbers|report|advice)(?: from (?:the )?[\w'’]+)? (?:still )?to (?:follow|come)(?= from| once|"
    r" when| after| in| shortly|\W*$)|"
    rf"{_START}(?:{_WHO}|{_WHO},)[:,]? please {_DOES}\b|^query ?[:–-] |"
    rf"{_START}(?:double-?check|check) (?:this|these|date|spelling|figures?|scores?|the (?:date|spelling|figures?|"
    rf"scores?))"
    rf"(?: (?:with|against|of)\b|{_AGAIN})|"
    rf"{_START}add (?:something|a line|a sentence|more|wording|detail|more detail|details) (?:here|about|on|from)\b",
    re.IGNORECASE,
)
_MAY_BE_NOTED = rarely(  # a note, or the plan's words to somebody
    rf"{_START}(?:check|confirm|clarify) with (?:{_WHO})\b|"
    rf"{_START}(?:still )?(?:waiting (?:for|on)|awaiting) (?:the |an? )?(?:[\w'’]+ ){{0,3}}(?:results|reply|response|"
    rf"outcome|information|confirmation)\b|"
    rf"{_START}need to (?:find out|ask)|{_START}(?:not sure|unsure) (?:if|whether|what|when|which|"
    rf"how)\b(?![^.;]*\bI\b)|"
    rf"{_START}same as (?:the )?(?:draft|last|previous|old)\b|"
    rf"{_START}(?:[\w'’-]+ ){{0,3}}(?:report|advice|details|figures) (?:awaited|outstanding)\b",
    re.IGNORECASE,
)
_WITHOUT_SUBJECT = rarely(r"\b(?:when|if|before|because|so that|who)\b", re.IGNORECASE)
_MAY_BE_A_JOB = rarely(
    rf"\bto {_DOES}\b|\b(?:ring|call|phone|e-?mail|text|ask|chas\w+|contact|remind|speak to|waiting|awaiting|awaited|"
    r"outstanding|still|need to|not sure|unsure|same as|copy|copied|paste\w*|lift\w*|pull|to be|to follow|to come|"
    r"please|"
    r"query|check|double-?check|add|confirm|clarify)\b|\?",
    re.IGNORECASE,
)


def _is_a_job(text: str, code: str, child: frozenset[str]) -> bool | None:
    """Does a sentence say what is still to be done on the plan: surely, perhaps, or (None) not at all?"""
    if code == "K":  # which says of advice that it is awaited, or follows
        return True if _ASKED.match(text) else None
    if _IN_DOUBT.match(text):
        return _NOTED.search(text) is not None
    if _OFTEN.search(text) and _HERE_OR_PLAN.search(text) is None:
        return None  # so often: it is done with the child
    for job in _JOB.finditer(text):
        sure = _is_about_the_plan(job, code, child)
        if sure is not None:
            return sure
    provides = code in _OF_PROVISION
    if _NOTED.search(text):
        return not (provides and _WITHOUT_SUBJECT.search(text))
    return None if provides and _WITHOUT_SUBJECT.search(text) else False if _MAY_BE_NOTED.search(text) else None


_IN_DOUBT = rarely(r"^(?:is|are|was|should) (?:this|these) (?:\d|still\b|for\b|the \w+\?)[^?]{0,60}\?$", re.IGNORECASE)
_ASKED = rarely(rf"^{_WHO}[:,]? (?:[–-] )?please {_DOES}\b", re.IGNORECASE)
_HERE_OR_PLAN = rarely(r"\bhere\b|\b(?:this|the) (?:section|plan|draft|final)\b", re.IGNORECASE)


def _is_about_the_plan(job: re.Match[str], code: str, child: frozenset[str]) -> bool | None:
    """Is what somebody "is to" do a job on the plan: surely, perhaps or (None) not at all?"""
    if job["name"] and (job["name"].lower() in child or _OF_THE_PLAN.search(job["what"]) is None):
        return None
    if _OTHER_WORK.match(job["what"]):
        return None
    if _OF_THE_PLAN.search(job["what"]):
        return code not in _OF_PROVISION or bool(job["what"].strip(" ."))  # not sure: "Health to advise."
    if code in _OF_PROVISION:
        if job["does"].lower() in _SAYS and _HOW_MUCH.match(job["what"]):
            return False
        return True if job["still"] and _OF_WORDS.match(job["what"]) else None
    if job["still"] or _OF_WORDS.match(job["what"]):
        return True
    return False if job["does"].lower() in _CERTAINLY_WRITTEN else None
