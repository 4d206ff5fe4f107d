"""Is the plan about one child only? Other names, pronouns that change, another setting."""

from __future__ import annotations

import re
from operator import attrgetter

from ehcp_audit.checks import check
from ehcp_audit.checks.acquaintances import acquaintances, heads_a_sentence, is_known_to_the_child
from ehcp_audit.checks.introduced import names_introduced
from ehcp_audit.checks.names import BODY, NAME, called, given, in_company, others, own_names, owning, told, told_in_a
from ehcp_audit.checks.passages import first, found, in_sentences, lettered, sentences_holding
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.pronouns import pronouns
from ehcp_audit.checks.scanning import holds
from ehcp_audit.checks.strangers import strangers
from ehcp_audit.model import Answer, Passage, Plan, Verdict
from ehcp_audit.months import SHORTENED
from ehcp_audit.rare import rarely

_SMALL = rarely(r"[a-z]{3,15}")
_start = attrgetter("start")


@check("identity.other_names")
def other_names(plan: Plan) -> Answer:
    """Is every child named in sections A to H the child whose plan this is?

    Parents, siblings, friends, staff and names that the cover or section K hold are left out, and so are ordinary
    words, the names of services and places, words that the plan also writes without a capital, and in section A what
    the child says. Without the child's name nothing can be compared.
    """
    own = own_names(plan)
    named = sorted({*told_in_a(plan), *told(plan), *called(plan), *given(plan), *owning(plan)}, key=_start)
    standing = [hit for hit in map(_without_ending, named) if not _is_no_name(plan, hit)]
    if not own:
        return Answer(
            Verdict.NEEDS_PERSON, note="The child's name was not found, so other names cannot be compared with it."
        )
    known = others(plan) | names_introduced(plan)
    spoken = [
        hit
        for hit in standing
        if (word := hit.text.lower()) not in own
        and word not in known
        and (_inside_sentence(plan, hit) or not (_is_written_small(plan, word) or _is_said_of_a_thing(plan, hit)))
        and not is_known_to_the_child(plan, hit)
    ]
    met = acquaintances(plan) if spoken else frozenset()
    if strange := [hit for hit in spoken if hit.text.lower() not in met]:
        names = list(dict.fromkeys(hit.text for hit in strange))
        many = "A name that is" if len(names) == 1 else "Names that are"
        return Answer(
            Verdict.NOT_MET, in_sentences(plan, strange), f"{many} not the child's stands where the child's name would."
        )
    beside = {hit for hit in in_company(plan) if _may_be_a_child(plan, hit, own | known)} | {*strangers(plan)}
    unknown = [hit for hit in beside if not is_known_to_the_child(plan, hit)]
    if asked := sorted((hit for hit in unknown if hit.text.lower() not in acquaintances(plan)), key=_start):
        note = "A word with a capital stands where the child's name would: is it a name?"
        return Answer(Verdict.NEEDS_PERSON, in_sentences(plan, asked), note, proposed=Verdict.NOT_MET)
    if asked := sorted((hit for hit in {*spoken, *unknown} if heads_a_sentence(plan, hit)), key=_start):
        note = "A sentence opens with a name that the plan gives to somebody beside the child: is the child meant?"
        return Answer(Verdict.NEEDS_PERSON, in_sentences(plan, asked), note, proposed=Verdict.NOT_MET)
    return Answer(Verdict.MET, note="No other child's name was found in sections A to H.")


def _may_be_a_child(plan: Plan, hit: Passage, known: frozenset[str]) -> bool:
    """Is it nobody of these, no ordinary word and nothing that the plan writes small?"""
    from ehcp_audit.privacy.words import fold, is_plain

    word = hit.text.lower()
    ordinary = word in words_of("no names") or is_plain(fold(word)) or _is_written_small(plan, word)
    return not ordinary and word not in known


def _without_ending(hit: Passage) -> Passage:
    """The name without what makes it a possessive: "is kept for Haroon's use"."""
    return hit.cut(0, len(hit.text) - 2) if hit.text.endswith(("'s", "’s")) else hit


def _is_no_name(plan: Plan, hit: Passage) -> bool:
    """Is it an ordinary word, or the end of a service's or a place's name ("NHS Trust", "St Aldhelm's")?"""
    from ehcp_audit.privacy.words import fold, given_names, is_plain

    word = hit.text.lower()
    if _SHORTENED.fullmatch(word) or _is_month(plan, hit):
        return True
    if word in words_of("no names") or phrases("other people").fullmatch(word):
        return True
    found = _CAPITAL_BEFORE.search(plan.text[max(0, hit.start - 25) : hit.start])
    before = found.group(1).lower() if found else "the"
    if word in given_names():
        return before in ("st", "saint")
    return is_plain(fold(word)) or not (before in given_names() or before in words_of("no names"))


def _is_month(plan: Plan, hit: Passage) -> bool:
    """Is it a month beside a day or a year: "Oct 2026 to Jun 2027", "4 Jan"? Some months are names too."""
    if not _MONTH.fullmatch(hit.text):
        return False
    return bool(
        _YEAR_AFTER.match(plan.text, hit.end) or _DAY_BEFORE.search(plan.text[max(0, hit.start - 8) : hit.start])
    )


_MONTH = re.compile(SHORTENED)
_YEAR_AFTER = rarely(
    r"\.?,? ?(?:['’]?\d\d\b|20\d\d)|\.? ?[-–/] ?(?:[A-Z][a-z]{2,8} )?20\d\d| to [A-Z][a-z]{2,8} 20\d\d"
)
_DAY_BEFORE = rarely(r"(?<!\d)[0-3]?\d(?:st|nd|rd|th)?(?: of)? $")
_SHORTENED = re.compile(r"i['’]\w+|\w+n['’]t")  # "I'm", "Can't"
_CAPITAL_BEFORE = re.compile(r"(?<![\w'’])([A-Z][A-Za-z'’-]+)\.? $")


def _is_written_small(plan: Plan, word: str) -> bool:
    """Does the plan also write the word without a capital?"""
    if word not in plan.text or not _SMALL.fullmatch(word):
        return False
    return re.search(rf"\b{word}\b", plan.text) is not None


def _is_said_of_a_thing(plan: Plan, hit: Passage) -> bool:
    """Does the word, no given name, open a sentence that says what it is: "Appetite is low at midday"?"""
    from ehcp_audit.privacy.words import given_names

    return hit.text.lower() not in given_names() and _IS.match(plan.text, hit.end) is not None


_IS = rarely(r" (?:is|has|was)\b")


def _inside_sentence(plan: Plan, hit: Passage) -> bool:
    """Does the word stand inside a sentence, where only a name has a capital?"""
    before = plan.text[max(0, hit.start - 3) : hit.start]
    return bool(re.search(r"[a-z0-9,] $", before))


@check("identity.setting")
def setting(plan: Plan) -> Answer:
    """Is the child's setting the same one throughout sections B to H?

    Settings called former, previous, next or new, and those of other people, are left out.
    """
    own = f"{plan.facts.setting or ''} {plan.section('I').text}".lower()
    if not own.strip():
        return Answer(Verdict.NOT_APPLICABLE, note="The plan names no setting to compare with.")
    strange = []
    for sentence in sentences_holding(lettered(plan, BODY), phrases("attends")):
        if "Virtual School" in sentence.text or holds(sentence, phrases("another setting")):
            continue
        for hit in found((sentence,), phrases("attends")):
            for name in found((hit,), phrases("setting name")):
                if name.text.lower() not in own and not set(NAME.findall(name.text.rsplit(" ", 1)[0])) & set(
                    NAME.findall(own.title())
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
    asked = [answer for answer in answers if answer.proposed is Verdict.NOT_MET]
    if wrong:
        wrong += asked
        evidence = first((passage for answer in wrong for passage in answer.evidence), 10)
        return Answer(Verdict.NOT_MET, evidence, " ".join(answer.note for answer in wrong))
    if asked:
        evidence = first((passage for answer in asked for passage in answer.evidence), 10)
        note = " ".join(answer.note for answer in asked)
        return Answer(Verdict.NEEDS_PERSON, evidence, note, proposed=Verdict.NOT_MET)
    if answers[0].verdict is Verdict.NEEDS_PERSON:
        return answers[0]
    return Answer(Verdict.MET, note="One name, one pronoun and one setting were found.")
