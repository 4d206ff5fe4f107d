"""Where a draft settles that the child stays: the present setting, named as the one that is to come.

"She will stay at Oakdene until she is eleven" decides the placement, as does "Oakdene will provide all of this". That
the child is there now, and what is done there, may stand in a draft.
"""

from __future__ import annotations

import re
from functools import partial

from ehcp_audit.checks.names import BODY
from ehcp_audit.checks.passages import lettered, sentences
from ehcp_audit.checks.phrases import words_of
from ehcp_audit.checks.scanning import once
from ehcp_audit.checks.setting_names import is_decided_on, told
from ehcp_audit.model import Passage, Plan

_SPOKEN_OF = ("A", *BODY, "J")


def kept_there(plan: Plan) -> list[Passage]:
    """The sentences of a draft's sections that keep the child at the present setting."""
    name = once(plan, "pattern of the present setting", partial(_pattern, plan.facts.setting or ""))
    if name is None:
        return []
    return [one for one in sentences(lettered(plan, _SPOKEN_OF)) if _keeps(one, name)]


def _pattern(setting: str) -> re.Pattern[str] | None:
    """The setting's name, with or without the words for its kind: "Oakdene", "Oakdene Primary", "Oakdene School"."""
    words = setting.split(",")[0].removeprefix("The ").split()
    own = list(words)
    while own and own[-1].lower() in words_of("kinds of settings"):
        own.pop()
    if not own or not own[0][:1].isupper():
        return None
    kinds = "".join(rf"(?: {re.escape(one)})?" for one in words[len(own) :])
    return re.compile(rf"\b(?:[Tt]he )?{re.escape(' '.join(own))}{kinds}(?: [Ss]chool)?(?!\w)")


def _keeps(sentence: Passage, name: re.Pattern[str]) -> bool:
    """Does the sentence decide on the setting?"""
    for hit in name.finditer(sentence.text):
        one = told(sentence, *hit.span(), sentence, planned=True)
        if is_decided_on(one) and not one.follows("of others") and not one.follows("wished by a family"):
            return True
    return False
