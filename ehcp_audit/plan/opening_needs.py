"""Paragraphs of section B that are no needs: over them what goes well or only a diagnosis; between them praise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.model import Passage
from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.plan.vocabulary import area_of
from ehcp_audit.rare import rarely

_FEWEST = 2  # needs that stand apart from what is over them
_AVERAGE = 25  # the percentile from which a score is no need
_CHILD = r"(?:He|She|They|I|(?!(?:Staff|Adults|Teachers|The|An?|All|Each)\b)[A-Z][\w’'-]+)"
_DIAGNOSED = rarely(
    _CHILD + r" (?:is autistic|(?:has|have) (?:an? )?(?:\w+ )?diagnos[ie]s of [^,.;:]{3,80}|"
    r"(?:was|were|has been|have been) diagnosed (?:with|as) [^,.;:]{3,90}|"
    r"(?:has|have) (?:an? )?(?:Down['’]?s? syndrome|autism|ADHD|cerebral palsy|dyslexia|"
    r"(?:(?:permanent|bilateral|mild|moderate|severe|profound|sensorineural|conductive) ){1,4}hearing loss"
    r"(?: in both ears)?(?:: [^.;]{3,60})?|developmental language disorder|"
    r"foetal alcohol spectrum disorder)(?: and (?:autism|ADHD|dyslexia))?)\.?"
)
_GOES_ON = rarely(r"\b(?:and|so|but|which|who|that) (?:he|she|they|cannot|does|is|has|finds?|needs?)\b")
_WELL = rarely(
    _CHILD + r" (?:(?:is|are) (?:very |always |an? )?(?:very )?(?:able(?! to)|practical|patient|kind|accurate|"
    r"gifted|bright|exact|"
    r"precise|truthful|honest|loyal|witty|gentle|warm|courteous|clever|quick(?! to)|brave|thorough|"
    r"trusted|keen|skilled|"
    r"thoughtful|caring|funny|curious|articulate|capable|observant|imaginative|creative|inventive|determined|cheerful|"
    r"friendly|sociable|affectionate|generous|polite|hard-?working|talented|musical|artistic|happy|lively|resilient)\b|"
    r"(?:has|have) an? (?:very )?(?:good|strong|excellent|wonderful|great|vivid|lively|fine|remarkable|"
    r"sharp|keen|lovely)\b"
    r"(?! (?:dislike|aversion|fear|need|preference|reaction|resistance|dread|hatred|urge|wish)\b))"
)
_OWN_CODE = rarely(r"\W{0,3}(?:[A-Z]{1,3}\.?\s?|(?:[Nn]eed|NEED)\s)\d{1,2}(?:\.\d{1,2})?[a-z]?(?:[.):–—-]|\s)")
_HOW_WELL = (
    r"(?:well|quickly|fluently|easily|confidently|accurately|happily|skilfully|carefully|patiently|clearly|brilliantly|"
    r"beautifully|expertly|with (?:great |real )?(?:skill|ease|care|confidence|pride|accuracy|expression))"
)
_GOOD = (
    r"(?:good|strong|excellent|wonderful|great|fine|remarkable|exceptional|outstanding|sound|secure|lovely|brilliant|"
    r"talented|skilled|gifted|confident|careful|natural)"
)
_PRAISED = rarely(
    _CHILD
    + r" (?:(?:also|always|often|usually|already|can) ){0,2}(?:"
    # reads fluently, steers the chair with skill
    + r"(?!(?:is|are|was|has|have|needs)\b)[a-z]{2,14}(?:,? [\w’'-]+){0,5} "
    + _HOW_WELL
    + r"\b|[a-z]{2,14} "
    + _HOW_WELL
    + r"\b"
    # cheers others on
    r"|(?:cheers|encourages|praises|comforts|thanks|welcomes) (?:[\w’'-]+ ){0,2}"
    r"(?:children|others?|people|pupils|friends|classmates|peers|everybody|everyone)\b"
    # is a good listener, of average ability, clear about what he wants, kind
    r"|(?:is|am|are) (?:(?:a|an|very|really|both|always) ){0,2}(?:"
    + _GOOD
    + r"\b|kind\b|cheerful|friendly|sociable|polite|well[- ]liked|popular|punctual|truthful|generous|thoughtful|caring|"
    r"(?:at least |well |of )?(?:above )?average(?: in)? ability|of (?:at least |above |high )?average (?:ability|"
    r"intelligence)|clear about what|at ease with|proud of (?:his|her|their|my))"
    # has good rhythm
    r"|(?:has|have) (?:(?:a|an|very|really) ){0,2}"
    + _GOOD
    + r"\b(?! (?:dislike|aversion|fear|need|preference|reactions?|resistance|dread|hatred|urge|wish|temper)\b))"
)
"""What is said well of a child, in the first words of a sentence."""
_SOUND = rarely(
    r"(?:(?:His|Her|Their|My|Both) )?(?:[Ss]ight|[Ee]yesight|[Vv]ision|[Hh]earing|[Hh]ealth)"
    r"(?: and (?:sight|eyesight|vision|hearing))? (?:is|are) (?:normal|good|sound|within (?:the )?normal limits)\.?"
)
_ON_TERMS = rarely(
    r"\b(?:when|if|unless|once|with (?:help|support|an adult|adults|prompt\w*)|one[- ]to[- ]one|in (?:a )?small|"
    r"at (?:hiding|avoiding|masking)|alone|by (?:him|her|my)self|one ear|in the (?:left|right))\b",
    re.IGNORECASE,
)
_OF_CHILD = rarely(r"(?:" + _CHILD + r"|(?:These|His|Her|Their|My) (?:\w+ )?(?:strengths|gifts|talents)) [a-z]")
_STRENGTHS = rarely(
    r"(?:(?:Among |First, |We (?:begin|start) with )?(?:[Tt]hese|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|"
    r"(?!It)[A-Z][\w’'-]{1,20}['’]s?)"
    r" (?:(?:main|many|real|chief|particular|greatest) )?(?:strengths|gifts|talents)\b"
    r"|(?:(?:We (?:begin|start) with |First, )?[Ww]hat|There is much that) (?:[A-Z][\w’'-]{1,20}|he|she|they|I) "
    r"(?:does|do) well\b"
    r"|Before (?:[\w’'-]{1,20} )?needs, (?:[\w’'-]{1,20} )?(?:strengths|gifts|talents)\b)"
)
"""What is said to be a strength, whichever words say it."""
_BUT = rarely(r"\b(?:but|few|although|though|yet|however|cannot|not|limited|despite)\b", re.IGNORECASE)
_SCORED = rarely(r"(?P<number>\d{1,2})(?:st|nd|rd|th) (?:per)?centile")
_HARD = rarely(
    r"\b(?:not|cannot|never|no|only|but|until|unless|without|needs?|finds?|difficult\w*|hard|struggl\w+|delay\w*|"
    r"limited|less|fewer|low|few|below|behind|percentile|centile|slow\w*|weak\w*|poor\w*|anxi\w+|worr\w+|upset|"
    r"distress\w*|anybody|anyone|strangers?|run off|runs off|constantly|repeatedly|too|hits?|bites?|asks for|"
    r"disorder|\w*impair\w+|autis\w+|adhd|dys\w+|all day|although|though|yet|tires?|avoids?|refus\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
_TITLED = rarely(r"(?!\S+ (?:is|are|was|has|have|had|can|will)\b)[A-Z][^.:\d]{2,50}(?:\.|:)\s+(?=[A-Z\d“])")
_LONGEST_TITLE = 6  # words
_COLUMN = rarely(r"\bcolumns? (?:headed |marked )?[(“'‘]?[B-H][12]?\b")
_OF_A_LETTER = rarely(  # "All of F runs from 2 May ...", "H1 and H2 are reviewed every six months ..."
    r"(?:All of |Everything in |Each line of |Section )?[E-H][12]? (?:and [E-H][12]? )?"
    r"(?:runs?|is|are|starts?|begins?|lasts?|holds?|covers?|appl(?:y|ies)) "
)


def without_opening(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without a first loose paragraph of what goes well or of the diagnosis, where two or more of the others
    stand apart from it by a number, a row or a title of their own ("Learning. He ..."); and without first paragraphs
    that only say how the section, or what stands in columns beside it, is to be read or is looked at.
    """
    while len(drafts) > 1 and not _stands_apart(drafts[0]) and _only_leads(drafts[0].passages[-1].text):
        drafts = drafts[1:]
    if len(drafts) <= _FEWEST or _stands_apart(drafts[0]) or not _stands_apart(drafts[1]):
        return list(drafts)
    text = drafts[0].passages[-1].text
    sentences = [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]
    left = [one for one in sentences if not leads_in("need", one)]
    if sentences[-1] not in left:  # "I learn fast by listening, and I write well. There are five needs."
        return list(drafts[1:])
    if not all(map(_stands_apart, drafts[1:])):
        return list(drafts)
    named = [one for one in left if _is_diagnosis(one)]
    rest = [one for one in left if one not in named]
    if not rest or _goes_well(rest) or (named and all(_OF_CHILD.match(one) and not _is_hard(one) for one in rest)):
        return list(drafts[1:])
    return list(drafts)


def _is_diagnosis(sentence: str) -> bool:
    """Does it only say what the child has, by its names, and who said so and when: "He has dyslexia and ADHD"?"""
    if _DIAGNOSED.fullmatch(sentence):
        return _GOES_ON.search(sentence) is None
    return _CONDITIONS.fullmatch(sentence) is not None


_CONDITION = (
    r"(?:(?:an? )?(?:(?:mild|moderate|severe|profound|specific|global|permanent) ){0,2}"
    r"(?:autism(?: spectrum (?:disorder|condition))?|ADHD|dyslexia|dyspraxia|dyscalculia|cerebral palsy|epilepsy|"
    r"attention deficit (?:hyperactivity )?disorder|developmental (?:language|co-?ordination) disorder|"
    r"Down['’]?s? syndrome|(?:foetal|fetal) alcohol spectrum disorder|(?:hearing|sight|vision) (?:loss|impairment)|"
    r"learning (?:difficult(?:y|ies)|disabilit(?:y|ies))))"
)
_BY_WHOM = (
    r"(?:,? (?:which was )?diagnosed (?:(?:by|in|at|on|when) "
    r"(?:(?!\b(?:and(?! language)|which|who|so|but)\b)[\w’'. -]){3,60}){1,2})"
)
_CONDITIONS = rarely(
    _CHILD + rf" (?:has|have) {_CONDITION}{_BY_WHOM}?(?:(?:,? and|,) {_CONDITION}{_BY_WHOM}?){{0,3}}\.?"
)


def _only_leads(text: str) -> bool:
    """Is each sentence over needs, provision and outcomes in one table about these: "Targets are set each term ..."?

    Or does the first name a column of that table: "All provision in column F starts in May"?
    """
    if (named := _COLUMN.search(text)) is not None and named.start() < sentence_spans(text)[0][1]:
        return True
    return all(
        any(leads_in(noun, text[start:end]) for noun in ("need", "provision", "outcome"))
        for start, end in sentence_spans(text)
    )


def without_later_sections(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without the loose paragraphs on sections that come later: "G runs until July and is reviewed ..."."""
    kept = [one for one in drafts if one.number or one.row or not _OF_A_LETTER.match(one.passages[0].text)]
    return kept or list(drafts)


def without_praise(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without the loose paragraphs that praise the child, where two or more of the others have numbers.

    "Nate learns songs quickly" stands before need 2; "He holds a pencil in his fist" between needs may be one.
    """
    if sum(map(_is_numbered, drafts)) < _FEWEST:
        return list(drafts)
    return [one for one in drafts if _is_numbered(one) or one.row is not None or not _praises(one.passages)]


def _is_numbered(draft: Draft) -> bool:
    return draft.number is not None or _OWN_CODE.match(draft.passages[0].text) is not None


def _praises(passages: Sequence[Passage]) -> bool:
    """Is each sentence of the child, or of sound senses, and of what goes well, and none of anything hard?"""
    text = " ".join(one.text for one in passages)
    said = [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]
    if len(said) > 1 and area_of(said[0].rstrip(" .:")) is not None:
        del said[0]
    first = _PRAISED.match(said[0])
    return first is not None and all(
        (_PRAISED.match(one) or _SOUND.fullmatch(one) or _WELL.match(one))
        and _HARD.search(_SCORED.sub(_unless_low, one)) is None
        and _ON_TERMS.search(one) is None
        for one in said
    )


def _stands_apart(draft: Draft) -> bool:
    if draft.number is not None or draft.row is not None:
        return True
    text = draft.passages[-1].text
    title = _TITLED.match(text) if _STRENGTHS.match(text) is None else None
    return title is not None and len(title.group().split()) <= _LONGEST_TITLE


def _goes_well(sentences: Sequence[str]) -> bool:
    """Is each sentence of the child, the first of what goes well, and none of anything hard?"""
    if not any(pattern.match(sentences[0]) for pattern in (_STRENGTHS, _WELL, _PRAISED)):
        return False
    return all(
        _BUT.search(one) is None if _STRENGTHS.match(one) else _OF_CHILD.match(one) and not _is_hard(one)
        for one in sentences
    )


def _is_hard(sentence: str) -> bool:
    return _HARD.search(_SCORED.sub(_unless_low, sentence)) is not None


def _unless_low(score: re.Match[str]) -> str:
    return "" if int(score["number"]) >= _AVERAGE else score.group()
