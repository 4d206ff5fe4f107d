"""Names that may be another child's wherever they stand: a person is asked about them.

A given name that the cover, section K and the words for people do not explain; a word with a capital, on no list, where
a child would be spoken of; and whose views sections A and K hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ehcp_audit.checks.acquaintances import concerns_the_child
from ehcp_audit.checks.introduced import names_introduced
from ehcp_audit.checks.names import BODY, NAME, own_names
from ehcp_audit.checks.passages import lettered, lines
from ehcp_audit.checks.phrases import phrases, words_of
from ehcp_audit.checks.scanning import holds, once, section_at
from ehcp_audit.model import Passage, Plan
from ehcp_audit.rare import rarely

_CAPITAL_BEFORE = re.compile(r"(?:[A-Z][\w'’-]*,?|\b[A-Z]\w{0,3}\.) (?:and |of |de |van |el |al )?$")
_CAPITAL_AFTER = re.compile(
    r"[-–/]?[A-Z]| (?:(?:and|&) (?!M(?:um|am|rs?|s|iss)\b|Dad\b|Dr\b))?[A-Z][\w'’-]+|\d| \d|[-–/]\w"
)
_OPENING = rarely(r"(?:^|[.:;!?“\"‘(|•\n\t)\]–—-]\s*|\d\s+)$")
_FAMILY = (
    r"(?:brothers?|sisters?|siblings?|twins?|cousins?|friends?|peers?|buddy|classmates?|pupils?|dog|cat|puppy|horse|"
    r"pony|rabbit|guinea pig|hamster|mums?|mummy|mother|mam|dads?|daddy|father|aunt\w*|uncle|nan|nana|gran\w*|step\w+|"
    r"foster\w*|carers?|partner|son|daughter|baby|parents?|family)"
)
_AFTER_PEOPLE = rarely(
    rf"\b{_FAMILY}(?:,| \(|:| is| are| called| named|,? who is)? (?:is |called |named )?\(?"
    r"(?:[A-Z][a-z]+(?:,| and|, and) )?$|"
    r"\b(?:[Mm]rs?|[Mm]s|[Mm]iss|Mx|Dr|Prof|Professor|Sir|St|Saint|Aunt\w*|Uncle|Nan|Grandma|Grandad)\.? "
    r"(?:[A-Z]\w+ )?$|\b(?:[Tt]he|an?) $",
)
_BEFORE_PEOPLE = rarely(
    r"(?: [A-Z]\w+)?(?:,? (?:\(|is |who is )?|, )\(?(?:(?:his|her|their|my|the|an?|one|who) (?:[\w-]+ ){0,2})"
    r"(?!parents\b|famil|carers\b|friends\b|peers\b|brothers\b|sisters\b|teachers\b)"
    rf"{_FAMILY}\b|(?: [A-Z]\w+)? \((?:[\w-]+ ){{0,3}}{_FAMILY}\b|"
    r"['’]s? (?:road|street|school|hospital|centre|house|college|trust|day|church|team|model|scale)",
    re.I,
)
_PERSON_BEFORE = rarely(
    r"\b(?:with|for|teach(?:es)?|sees?|helps?|so that|until|when|if|while|once|before|after|that|asks?|gives?|shows?|"
    r"lets?|visits?|observes?|examines?|coach(?:es)?|beside|near|next to|between|and|means|supports?|reminds?|takes?|"
    r"sits|seats?|assess(?:es)?|settles?|prompts?|teaching|helping|supporting|watch(?:es)?|meets?|joins?|"
    r"accompan(?:y|ies)|by|to|of|because|where|what|how|whom|which|as|than|from|about) $"
)
_PERSON_AFTER = rarely(
    r"(?: (?:alone|and (?:his|her|their|an?|the|one|two|three|a parent|another)|to (?:[a-z]+)|can|will|shall|is|has|"
    r"does|cannot|should|must|may|needs?|also|never|often|rarely|still|at|each|every|for|in|on|how|what|whenever|"
    r"before|after|within|until|during|so|out|from|together|one-to-one|its|his|her|two|three|four|five|six|ten|"
    r"(?!needs|sets|plans|sessions|groups|lessons|cards|apps|games|classes|courses|books|tests|lists|boards|signs)"
    r"[a-z]{3,12}s)\b|['’]s?\b|[,.;:)\t\n]|$)"
)
_GIVEN = rarely(  # what is given to a person, or done by one: "gives Kenver a job", "to help Kenver talk about"
    r"\b(?:gives?|shows?|hands?|offers?|tells?|asks?|teach(?:es)?|giving|showing|telling|teaching) $"
)
_GIFT = rarely(r" (?:an?|the|one|two|three) [a-z]")
_LET = rarely(r"\b(?:helps?|lets?|makes?|watch(?:es)?|hears?|helping|letting) $")
_DOING = rarely(
    r" (?!(?:and|or|with|for|to|in|at|on|by|from|as|when|if|is|was|has|will|can)\b)[a-z]{3,12} (?:about|his|her|their|"
    r"to|how|what|an?|the|when|with|on|in|at|each|up|out|down|back|without|for|this|one|two|more|adults?|words?)\b"
)
_ACTS_AS_A_PERSON = rarely(
    r" (?:also |never |often |rarely |still |now |usually |mostly )?"
    r"(?:reads?|writes?|finds?|likes?|dislikes?|needs?|knows?|says?|wants?|lives|enjoys?|remembers?|sits|plays?|loses|"
    r"tires|asks|uses|wears|eats|drinks|sleeps|walks|runs|speaks|talks|listens|looks|watches|understands?|cannot|feels|"
    r"becomes|struggles|learns|attends|joins|chooses|counts|spells|hears|sees|takes|worries|forgets|shows|tells|copies|"
    r"cries|leaves|avoids|responds|tolerates|washes|dresses|travels|recognises|begins|keeps|weighs|pulls|puts|holds|"
    r"completes|plans|told|said|was born|was seen|lived|came|went|has (?:a|an|no|not|been|had|difficulty|two)|"
    r"gets (?:an?|the|his|her|help|support|extra)(?! bit\b)|"
    r"is (?:able|unable|autistic|a|an|at|in|very|often|taught|working|taken|given|shown|liked|aware|deaf|anxious))\b"
)
_ACTS = rarely(
    r" (?!is\b|has\b|was\b)[a-z]{2,12}s (?:his|her|their|an adult|him|them)\b|"
    r" shall (?:have|work|hold|attend|use|see|go)\b|"
    r" and (?:his|her|their|one|two|three|four|five)\b"
)
_STATE = rarely(r" (?:is|has|was)\b")
_IS_HELPED = rarely(  # as only a person is: "is given a script", where medicine is given at noon, and a day before
    r" (?:is|will be|should be|must be) (?:also |then |always |first )?(?:"
    r"(?:given|shown|handed|offered|lent) (?:an?|his|her|their|where|how|what|one) "
    r"(?!day|week|night|hour|half|minute|month|dose|second|third|further)[a-z]|"
    r"(?:told|asked|reminded|encouraged|helped|prompted|allowed|warned|shown how|taught how) "
    r"(?:to|that|what|where|how|when|of|about|before) )"
)
_STATES = rarely(  # what a child has or does, at the head of a sentence: "Perfectionism leads her to tear up work"
    r"(?:.{3}(?:ism|lalia|phagia|phasia|praxia|thymia|phobia|lepsy|opathy|aemia|algia|osis|itis|plegia|paresis|"
    r"kinesia|calculia|lexia|graphia|tonia|trophy|mobility|ivity)|ologies)$"
)
_HURTS = rarely(  # what a thing does to a part of the child: "Glare hurts her eyes"
    r" (?:also |often |always |sometimes |quickly |easily |soon )?"
    r"(?:hurts?|tires?|strains?|stings?|burns?|dazzles?|irritates?|inflames?|dries|swells?|weakens?|stiffens?|affects?|"
    r"damages?|worsens?|blurs?|disturbs?|breaks|triggers?|masks?|drains?|slows?|lowers?|raises?) "
    r"(?:his|her|their|my|both|the|all) (?:\w+ )?(?:eyes?|ears?|head|skin|hands?|fingers|feet|legs?|arms?|back|neck|"
    r"stomach|tummy|joints?|muscles?|lungs?|chest|throat|mouth|hearing|sight|vision|sleep|breathing|balance|speech|"
    r"headaches?|seizures?|pain|mood|energy|appetite|concentration|attention|memory|weight|eczema|asthma)\b"
)
_DOES = rarely(
    r" (?:also |never |always |often |rarely |still |now |usually |mostly |[a-z]+ly )?([a-z]{3,15})\b"
    r"(?! (?:are|were|is|was|will|can|have|must|should|may|help|show|give)\b)"  # "Dojo points are given"
)
_DOES_SO = rarely(  # verbs that things have too, with what only a person does so
    r" (?:also |never |always |often |rarely |still |now |usually |easily |quickly )?(?:"
    r"follows (?:an?|the|one|two|three|adults?|others|instructions?|simple|spoken|routines?|rules|along|peers|any)|"
    r"gets (?:lost|upset|cross|angry|stuck|dressed|undressed|up|tired|anxious|frustrated|muddled|distracted|confused|"
    r"bored|into|on with)|gives (?:up|in|away|one|short|answers?|no|adults?|only|little|up on)|"
    r"turns (?:away|round|around|to|pages?|over)|moves (?:away|from|around|about)|goes (?:to|red|quiet|up|under)|"
    r"(?:stops|starts|keeps|begins) (?!work|happen|fad|show|help)[a-z]{2,12}ing|mixes up|lines up|stands|lies|"
    r"falls (?:over|on|off|asleep|down|from|out|when|often|about|up)|drops (?:an?|the|things|objects|cutlery|food|"
    r"items|pencils|everything|whatever|toys|to the (?:floor|ground))|jumps (?:on|off|from|over|up|out|when|at)|"
    r"signs (?:with|to|in|at|when|for|only|yes|no|more|single|one|two)|wakes (?:at|up|two|three|in|several|often)|"
    r"misses (?:an?|the|what|out|words?|parts|endings|mum|dad)|accepts (?:an?|only|help|adults?|no|praise)|"
    r"calls (?:out|for|adults?)|picks (?:up|at)|puts (?:on|up|away|hands|things|everything|objects)|leaves out|"
    r"makes (?:friends|few|little eye|eye|no|one|marks|noises|sounds|choices|mistakes|errors|up)|has to be|"
    r"repeats|rubs (?:eyes|hands|ears)|names|counts|sorts|matches|builds|blends|adds|cuts|answers|settles|shares|"
    r"responds|works (?:at|below|slowly|best|alone|hard|out)|thinks|believes|hopes|seeks (?:out|adults?)|"
    r"takes (?:turns|part|things|longer|time|everything|words|off)|notices|ignores|speaks|does not|has (?:yet )?to)\b"
)
_IS_A_PERSON = rarely(
    r" is (?:also |still |now |very |often |sometimes |usually |rarely |not |not yet |fully |mostly |almost )?(?:"
    r"able to|unable|autistic|deaf|dry (?:by|at|in)|toilet|shy|sociable|clumsy|restless|fidgety|impulsive|proud|upset|"
    r"frightened|scared|afraid|worried|reluctant|unwilling|willing|keen|eager|happy|unhappy|lonely|polite|kind|caring|"
    r"cheerful|friendly|popular|(?:non-?|pre-?)?verbal|right-handed|left-handed|curious|articulate|distractible|"
    r"learning to|working (?:at|below|towards)|unaware|anxious|"
    r"(?:easily |quickly )?(?:distracted|led|upset|frustrated|overwhelmed|tired|confused|startled|bored|teased|"
    r"bullied|discouraged|influenced|embarrassed)|"
    r"an? (?:[a-z]+,? ){0,3}(?:boy|girl|child|pupil|student|learner|reader))\b|"
    r" has (?:also |only |just |not yet |never )?(?:learn(?:ed|t)|begun to (?!work|help|take|show)|started to (?!work|"
    r"help|take|show)|mastered|outgrown|few friends|no friends|one friend|friends|trouble|difficulty|a fear|tantrums)\b"
)
_OF_A_THING = rarely(r" [a-z]+ (?:its|itself)\b")
_INSIDE = rarely(r"[a-z,] $")
_NEEDS_AND_OUTCOMES = ("B", "C", "D", "E")
_MOST = 2  # how often a name that is left over stands in a plan
_SHORT = 3  # letters: "Air passes through"


def strangers(plan: Plan) -> Iterator[Passage]:
    """The words that may be another child's name."""
    yield from _listed(plan)
    yield from _unlisted(plan)
    yield from _whose_views(plan)


def _explained(plan: Plan) -> frozenset[str]:
    """Names on the cover and in section K, and those that stand beside a word for people somewhere."""
    return once(plan, "names explained", partial(_names_explained, plan))


def _names_explained(plan: Plan) -> frozenset[str]:
    texts = [plan.facts.setting or "", *(one.passage.text for one in plan.facts.contributors)]
    texts += [piece.text for piece in (*plan.outside, *lettered(plan, "K"))]
    known = {word.lower() for text in texts for word in NAME.findall(text)} | own_names(plan) | words_of("no names")
    known |= names_introduced(plan)
    for match in NAME.finditer(plan.text):
        if match.group().lower() not in known and _beside_people(plan, match.start(), match.end()):
            known.add(match.group().lower())
    return frozenset(known | {part for word in known for part in word.split("-")})


def _beside_people(plan: Plan, start: int, end: int) -> bool:
    before = plan.text[max(0, start - 60) : start].rpartition("\n")[2]
    return _AFTER_PEOPLE.search(before) is not None or _BEFORE_PEOPLE.match(plan.text, end) is not None


def _single(plan: Plan, hit: Passage) -> bool:
    """Does it stand by itself, with no other word with a capital beside it but the child's own family name?"""
    before = plan.text[max(0, hit.start - 30) : hit.start]
    if _CAPITAL_BEFORE.search(before):
        return False
    after = _CAPITAL_AFTER.match(plan.text, hit.end)
    return after is None or after.group().split(" ")[-1].lower() in own_names(plan)


def _named(plan: Plan, codes: tuple[str, ...]) -> Iterator[Passage]:
    """The words with a capital in these sections that nothing explains, where the child does not speak."""
    for code in codes:
        yield from once(plan, ("names unexplained", code), partial(_names_left_over, plan, code))


def _names_left_over(plan: Plan, code: str) -> tuple[Passage, ...]:
    known = _explained(plan)
    left: list[Passage] = []
    for line in lines(lettered(plan, (code,))):
        if known.issuperset(map(str.lower, NAME.findall(line.text))) or holds(line, phrases("I speak")):
            continue
        names = [match for match in NAME.finditer(line.text) if match.group().lower() not in known]
        hits = (line.cut(*one.span()) for one in names if not _beside_the_child(plan, line, one.start()))
        left.extend(hit for hit in hits if _single(plan, hit))
    return tuple(left)


def _beside_the_child(plan: Plan, line: Passage, at: int) -> bool:
    """Does the child stand before it in its sentence of section A: "Tom plays with Esme next door"?"""
    if section_at(plan, line.start) != "A":
        return False
    before = line.text[:at].rpartition(". ")[2]
    named = not own_names(plan).isdisjoint(word.lower() for word in NAME.findall(before))
    return named or _WITH.search(before) is not None


_WITH = rarely(r"\b(?:[Hh]e|[Ss]he|[Tt]hey) [^.]*(?:with|and|like|likes|loves|called|by|,) $")


def _listed(plan: Plan) -> Iterator[Passage]:
    """Given names; one that is an ordinary word too, inside a sentence."""
    from ehcp_audit.privacy.words import fold, given_names, is_plain, known_capitals

    for hit in _named(plan, ("A", *BODY, "I", "J")):
        word = fold(hit.text)
        given = word in given_names() or given_names().issuperset(map(fold, hit.text.split("-")))  # "Ellie-Mae"
        if not given or _stands_often(plan, hit.text):
            continue
        if is_plain(word) or len(word) <= _SHORT or word in known_capitals():
            opens = _OPENING.search(plan.text[max(0, hit.start - 3) : hit.start]) is not None
            acts = _ACTS_AS_A_PERSON.match(plan.text, hit.end) is not None and not _is_small(plan, hit.text)
            if not (acts if opens else _INSIDE.search(plan.text, max(0, hit.start - 3), hit.start)):
                continue
        yield hit


def _unlisted(plan: Plan) -> Iterator[Passage]:
    """Words on no list where a child would be spoken of: "works with Kenver alone", "Kenver reads"."""
    from ehcp_audit.language.lexicon import look_at
    from ehcp_audit.privacy.words import acronyms, family_names, fold, given_names, is_plain, known_capitals

    for hit in _named(plan, BODY):
        word = fold(hit.text)
        if word in given_names() or word in family_names() or word in known_capitals() or word in acronyms():
            continue
        if any(is_plain(fold(part)) for part in (word, *hit.text.split("-"))) or _is_small(plan, hit.text):
            continue
        if len(word) <= _SHORT or _stands_often(plan, hit.text) or look_at(hit.text, "provision").under("types."):
            continue
        before = plan.text[max(0, hit.start - 3) : hit.start]
        begins = _OPENING.search(before) or _INSIDE.search(before)
        if _OPENING.search(before) and _STATES.search(word):
            continue
        if _OPENING.search(before) and (_HURTS.match(plan.text, hit.end) or concerns_the_child(plan, hit)):
            continue
        if _as_a_child(plan, hit) or (begins and _acts(plan, hit)):
            yield hit


def _acts(plan: Plan, hit: Passage) -> bool:
    """Does it do what a person does? Medicine and light may be or have something."""
    if _IS_HELPED.match(plan.text, hit.end) or (_is_at_the_head(plan, hit) and _does_as_a_person(plan, hit)):
        return True
    if _STATE.match(plan.text, hit.end):
        return False
    return any(acts.match(plan.text, hit.end) is not None for acts in (_ACTS_AS_A_PERSON, _ACTS))


def _is_at_the_head(plan: Plan, hit: Passage) -> bool:
    """Does it open a sentence where needs and outcomes are told?"""
    opens = _OPENING.search(plan.text[max(0, hit.start - 3) : hit.start]) is not None
    return opens and section_at(plan, hit.start) in _NEEDS_AND_OUTCOMES


def _does_as_a_person(plan: Plan, hit: Passage) -> bool:
    """Does it do what only a person does, and not to the child: "Keppra gives him ..."?"""
    if concerns_the_child(plan, hit) or _OF_A_THING.match(plan.text, hit.end):
        return False
    does = _DOES.match(plan.text, hit.end)
    if does is not None and does.group(1) in words_of("person does"):
        return True
    return any(acts.match(plan.text, hit.end) is not None for acts in (_DOES_SO, _IS_A_PERSON))


def _as_a_child(plan: Plan, hit: Passage) -> bool:
    """Do the words around it speak of a person?"""
    before = plan.text[max(0, hit.start - 20) : hit.start]
    if (_GIVEN.search(before) and _GIFT.match(plan.text, hit.end)) or (
        _LET.search(before) and _DOING.match(plan.text, hit.end)
    ):
        return True
    return _PERSON_BEFORE.search(before) is not None and _PERSON_AFTER.match(plan.text, hit.end) is not None


def _stands_often(plan: Plan, word: str) -> bool:
    """Does it stand more often than a name that is left over?"""
    return once(plan, ("stands often", word), partial(_is_often, plan, word))


def _is_often(plan: Plan, word: str) -> bool:
    often = plan.text.count(word) > _MOST
    return often and len(re.findall(rf"\b{re.escape(word)}\b", plan.text)) > _MOST


def _is_small(plan: Plan, word: str) -> bool:
    """Does the plan write it without a capital too?"""
    small = word.lower()
    return small in plan.text and re.search(rf"\b{re.escape(small)}\b", plan.text) is not None


def _whose_views(plan: Plan) -> Iterator[Passage]:
    """Whose views sections A and K hold: "I am Oliver", "Oliver's views", "Oliver Sample | Young person"."""
    from ehcp_audit.privacy.words import given_names

    own = own_names(plan)
    family = (plan.facts.child_name or "").split(" ")[-1]
    cover = {word.lower() for piece in plan.outside for word in NAME.findall(piece.text)}
    asked = [(piece, _I_AM) for piece in lettered(plan, "A")] + [(piece, _VIEWS) for piece in lettered(plan, "AK")]
    of_the_family = once(plan, "named of the family", partial(_of_the_family, family))
    asked += [(piece, of_the_family) for piece in lettered(plan, "K") if (family or "-") in piece.text]
    for piece, pattern in asked:
        for match in pattern.finditer(piece.text):
            group = "name" if match["name"] or pattern.groups == 1 else "after"
            word = match[group].lower()
            begin, end = (piece.start + place for place in match.span(group))
            of_kin = pattern.groups == 2 and _beside_people(plan, begin, end)
            if word in given_names() and not of_kin and word not in own | cover | words_of("no names"):
                yield piece.cut(*match.span(group))


_I_AM = re.compile(
    r"\b(?:I am|I['’]m|[Mm]y name is|[Cc]all me) (?P<name>[A-Z][a-z]{2,15})\b(?! (?:is|was|does|and I are)\b|['’])"
)
_VIEWS = re.compile(  # begins with its capital, which is found at once; what stands before it is asked then
    r"(?P<name>[A-Z](?=[a-z]{2,15}+['’])(?<!\w[A-Z])(?<![A-Z]\w\w [A-Z])(?<![A-Z]\w{3} [A-Z])(?<![A-Z]\w{4} [A-Z])"
    r"[a-z]{2,15}+)['’]s? "
    r"(?:own )?(?:views?|voice|words|wishes|story|contribution|hopes|history|likes|aspirations|interests|drawings)\b"
)


def _of_the_family(family: str) -> re.Pattern[str]:
    """A name with the child's family name, in a row of section K that speaks of a child or views."""
    child = r"(?i:young person|\bchild\b|\bpupil\b|\bstudent\b|\bme\b|\bmyself\b|views)"
    given, surname = "[A-Z][a-z]{2,15}", re.escape(family) or "-"
    before = rf"(?:^|(?<=[\t\n ,;(]))(?=[^\n]{{0,60}}?{child})\b(?P<name>{given}) {surname}\b"
    return re.compile(rf"{before}|{child}[^\n]{{0,40}}?\b(?P<after>{given}) {surname}\b")
