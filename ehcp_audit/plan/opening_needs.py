"""The paragraph over the needs of section B that tells what goes well, or only the diagnosis, and no need."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehcp_audit.plan.drafts import Draft
from ehcp_audit.plan.introductions import leads_in
from ehcp_audit.plan.sentences import sentence_spans
from ehcp_audit.rare import rarely

_FEWEST = 2  # needs that stand apart from what is over them
_AVERAGE = 25  # the percentile from which a score is no need
_CHILD = r"(?:He|She|They|I|(?!(?:Staff|Adults|Teachers|The|An?|All|Each)\b)[A-Z][\w’'-]+)"
_DIAGNOSED = rarely(
    _CHILD + r" (?:is autistic|(?:has|have) (?:an? )?(?:\w+ )?diagnos[ie]s of [^,.;:]{3,80}|"
    r"(?:was|were|has been|have been) diagnosed (?:with|as) [^,.;:]{3,90}|"
    r"(?:has|have) (?:an? )?(?:Down['’]?s? syndrome|autism|ADHD|cerebral palsy|dyslexia|"
    r"developmental language disorder|foetal alcohol spectrum disorder)(?: and (?:autism|ADHD|dyslexia))?)\.?"
)
_GOES_ON = rarely(r"\b(?:and|so|but|which|who|that) (?:he|she|they|cannot|does|is|has|finds?|needs?)\b")
_WELL = rarely(
    _CHILD
    + r" (?:(?:is|are) (?:very |always |an? )?(?:very )?(?:able(?! to)|practical|patient|kind|accurate|gifted|bright|"
    r"thoughtful|caring|funny|curious|articulate|capable|observant|imaginative|creative|inventive|determined|cheerful|"
    r"friendly|sociable|affectionate|generous|polite|hard-?working|talented|musical|artistic|happy|lively|resilient)\b|"
    r"(?:has|have) an? (?:very )?(?:good|strong|excellent|wonderful|great|vivid|lively|fine|remarkable)\b"
    r"(?! (?:dislike|aversion|fear|need|preference|reaction|resistance|dread|hatred|urge|wish)\b))"
)
_OF_CHILD = rarely(r"(?:" + _CHILD + r"|(?:These|His|Her|Their|My) (?:\w+ )?(?:strengths|gifts|talents)) [a-z]")
_STRENGTHS = rarely(r"(?:These|His|Her|Their|My) (?:strengths|gifts|talents)\b")
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


def without_opening(drafts: Sequence[Draft]) -> list[Draft]:
    """Needs without a first loose paragraph of what goes well or of the diagnosis, where two or more of the others
    stand apart from it by a number, a row or a title of their own ("Learning. He ...").
    """
    if len(drafts) <= _FEWEST or _stands_apart(drafts[0]) or not all(map(_stands_apart, drafts[1:])):
        return list(drafts)
    text = drafts[0].passages[-1].text
    sentences = [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]
    left = [one for one in sentences if not leads_in("need", one)]
    if all(_DIAGNOSED.fullmatch(one) and _GOES_ON.search(one) is None for one in left) or _goes_well(left):
        return list(drafts[1:])
    return list(drafts)


def _stands_apart(draft: Draft) -> bool:
    if draft.number is not None or draft.row is not None:
        return True
    title = _TITLED.match(draft.passages[-1].text)
    return title is not None and len(title.group().split()) <= _LONGEST_TITLE


def _goes_well(sentences: Sequence[str]) -> bool:
    """Is each sentence of the child, the first of what goes well, and none of anything hard?"""
    return _WELL.match(sentences[0]) is not None and all(
        _OF_CHILD.match(one) and (_STRENGTHS.match(one) or _HARD.search(_SCORED.sub(_unless_low, one)) is None)
        for one in sentences
    )


def _unless_low(score: re.Match[str]) -> str:
    return "" if int(score["number"]) >= _AVERAGE else score.group()
