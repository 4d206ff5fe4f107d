"""What is done? Named therapies, programmes, equipment, adjustments, training and described activities.

types.yml names what is known; beyond it a head with a word of content before it ("pottery sessions", "help card"), a
stated aim of work ("focusing on handwriting posture") and a plain verb with an object name a type too. Bare support,
help, input, strategies, approaches and opportunities never do.
"""

from __future__ import annotations

from ehcp_audit.language.spans import Span, apart
from ehcp_audit.language.tokens import Hit, Look
from ehcp_audit.language.verbs import is_adverb
from ehcp_audit.language.wordlists import is_number, word_set

_SKILLED = frozenset({"trained", "qualified", "experienced", "experience", "skilled", "knowledge"})
_MODALS = frozenset({"will", "to", "should", "must", "may", "can", "could", "might"})
_GOES = frozenset({"leave", "join", "enter", "miss", "attend", "change", "move", "start", "finish", "return"})
_AUXILIARIES = _MODALS - {"to"} | {"not", "does", "do", "did"}
_BREAKS = frozenset({"of", "and", "or", "with", "in", "on", "at", "by", "as", "from", "within", "during", "across"}) | {
    *("to", "for", "about", "so", "that", "which", "who", "when", "where", "if", "while", "will", "is", "are", "be"),
    *("between", "into", "near", "beside", "through", "without", "plus", "until", "before", "after", "around", "using"),
}
_PURPOSES = frozenset({"to", "for", "so", "with", "in", "on", "at", "by", "from", "about", "within", "during"}) | {
    *("across", "that", "which", "who", "when", "where", "if", "while", "between", "into", "near", "beside", "through"),
    *("without", "until", "before", "after", "around"),
}
_OBJECTS = frozenset({"the", "a", "an", "his", "her", "their", "him", "them", "each", "every", "all", "how", "two"})
_COURSES = frozenset({"programme", "programmes", "course", "courses", "sessions", "session", "lessons", "training"})
_PRONOUNS = frozenset({"him", "her", "them", "it", "me", "us", "you"})
_HANDS_ON = ("hands", "on")  # says how, and not what
_CHANCES = frozenset({"opportunities", "opportunity", "chances", "chance"})
_THERAPIES = frozenset({"ot", "slt", "salt", "physio"})
_STARTS = frozenset({"", ":", ";", ",", "and", "to", "will", "-", "by", "should", "then", "must", "for"})


def types(look: Look) -> tuple[Span, ...]:
    """Every type named; `kind` is therapy, programme, equipment, adjustment, training or activity."""
    found: list[Span] = []
    for name, hits in look.hits.items():
        if not name.startswith("types."):
            continue
        kind = "activity" if name in {"types.activity_verbs", "types.focus"} else name.removeprefix("types.")
        for hit in hits:
            if (name != "types.activity_verbs" or _acts(look, hit)) and not _qualifies(look, hit):
                found.append(look.span(hit.first, hit.last, kind))
    if look.find("amounts.amount"):
        roles = look.covered("roles.named", "roles.loose")  # a teaching assistant teaches nothing by that name
        found.extend(
            look.span(hit.first, hit.last, "activity")
            for hit in look.find("lines.domain")
            if hit.first not in roles or look.words[hit.first] in _THERAPIES
        )
    found.extend(_heads(look))
    found.extend(_actions(look))
    found.extend(_therapist_sessions(look))
    return apart(found)


_ON_RAILS = frozenset({"and", "the", "a", "by", "model", "toy", "his", "her", "bus"})
_RAIL = frozenset({"club", "set", "sets", "track", "journey", "journeys", "station", "ticket", "times", "driver", "or"})


def _qualifies(look: Look, hit: Hit) -> bool:
    """Do the words only say what somebody is trained in, or what there are chances to do?"""
    if hit.list in {"types.focus", "types.activity_verbs"} and hit.first > 0:
        place = hit.first - 1 - (look.word(hit.first - 1) == "to")
        if look.word(place) in _CHANCES:
            return True  # "opportunities to practise social skills"
    if look.words[hit.first] == "train" and (
        look.word(hit.first - 1) in _ON_RAILS or look.word(hit.first + 1) in _RAIL
    ):
        return True  # "a train club"
    for back in range(1, 4):
        before = look.word(hit.first - back)
        if before in _SKILLED:
            return True
        if before == "with" and look.words[hit.first] == "training":
            return True  # "a teacher with specific training in language disorder"
        if before == "training" and look.word(hit.first - back - 1) in {"with", "has", "have", "additional"}:
            return True
    if "see" in look.words[max(0, hit.first - 3) : hit.first] and "(" in look.words[max(0, hit.first - 4) : hit.first]:
        return True  # "(see one-page profile)": where it is written
    if look.word(hit.first - 1) == "who" and hit.list == "types.training":
        return True
    return look.word(hit.first - 1) == "with" and look.words[hit.first] == "training"


def _acts(look: Look, hit: Hit) -> bool:
    """Does the verb stand as one, with an object: "will read with Sam", "Break tasks into steps"?"""
    index = hit.first - 1
    while is_adverb(look.word(index)):
        index -= 1
    before = look.word(index)
    word = look.words[hit.first]
    if look.word(hit.last) in {"", ".", ",", ";"} and hit.last - hit.first == 1:
        return False
    if hit.first in look.covered("roles.named"):
        return False
    if look.words[hit.last - 1] in {"to", "with", "about"} and look.word(hit.last) in {"", ".", ",", ";"}:
        return False  # "someone to talk to"
    if look.gap(hit.last).strip() == "-":
        return False  # "play-based learning"
    opening = hit.first == look.sentence(hit.first)[0]
    if word.endswith("ing"):
        led = index + 1 in look.lasts("roles.loose") and index <= look.sentence(hit.first)[0] + 1
        return look.word(hit.last) not in word_set("after_nouns") and (
            opening or led or before in {"by", "for", "and", ","}
        )
    if word.endswith(("s", "ed")):
        done_by = look.lasts("roles.named", "roles.loose")
        return index + 1 in done_by or (before in {"and", ","} and not done_by.isdisjoint(range(index - 12, index + 1)))
    return before in _STARTS or opening


def _heads(look: Look) -> list[Span]:
    """A head with a word of content before it: "pottery sessions", "yoga club", "help card"."""
    found: list[Span] = []
    programmes, equipment = word_set("activity_heads"), word_set("equipment_heads")
    for index, word in enumerate(look.words):
        if word not in programmes and word not in equipment:
            continue
        kind, before = "programme" if word in programmes else "equipment", look.word(index - 1)
        if word in _COURSES and (last := _of_what(look, index + 1)):
            found.append(look.span(index, last, kind))
            continue
        if before in word_set("empty_modifiers") and look.gap(index - 1) == "-":
            before = look.word(index - 2)  # "solution-focused training"
        if not before.isalpha() or before in word_set("empty_modifiers") or is_number(before):
            continue
        if (
            index == look.sentence(index)[0]
            or (before in word_set("services") and before != "care")
            or before.endswith("ed")
            or before in _PRONOUNS
            or before in _MODALS
            or before in _PURPOSES - {"in"}
            or (word == "plan" and before in {"health", "care"})
            or (word == "work" and _is_subject(look, index - 1))
            or look.word(index - 2) in _AUXILIARIES  # "so that he does not miss teaching"
            or (look.word(index - 2) == "to" and before in _GOES)  # "a pass to leave lessons"
            or is_adverb(before)
        ):
            continue
        if index - 1 in look.covered("roles.named", "roles.loose", "hedges.amount", "hedges.commitment", "hedges.mild"):
            continue
        found.append(look.span(index - 1, index + 1, kind))
    return found


def _is_subject(look: Look, index: int) -> bool:
    """Is it a name, or a verb, so that "work" is no head: "Staff at Harrow Beck work from", "may show work"?"""
    name = index > look.sentence(index)[0] and look.text[look.starts[index]].isupper()
    done = look.word(index - 1) in _MODALS or (look.words[index].endswith("s") and look.word(index - 1) in _PRONOUNS)
    return name or done


def _of_what(look: Look, index: int) -> int:
    """ "A programme of phonological awareness": the token after what it is of; 0 where that names nothing."""
    if look.word(index) not in {"of", "on"}:
        return 0
    for place in range(index + 1, index + 4):
        word = look.word(place)
        if not word.isalpha() or (word in _BREAKS and word != "of"):
            return 0
        if _is_content(word) and word not in word_set("determiners"):
            return place + 1
    return 0


def _actions(look: Look) -> list[Span]:
    """A person "will" do something that says what it is: "will plait his hair with him"."""
    found: list[Span] = []
    empty = {hit.first for hit in look.find("hedges.mild") if hit.last - hit.first >= _SAYING}
    for hit in look.find("roles.named", "roles.loose"):
        cursor = hit.last
        while look.word(cursor) == ")":
            cursor += 1
        if look.word(cursor) == "working":  # "physiotherapist working in the hall to adjust his frame"
            cursor = next((place for place in range(cursor, cursor + 8) if look.word(place) == "to"), cursor)
        if look.word(cursor) in {"will", "to", "should", "must"}:
            cursor += 1
        elif not _does(look, cursor):
            continue
        while is_adverb(look.word(cursor)):
            cursor += 1
        verb, following = look.word(cursor), look.word(cursor + 1)
        if not verb.isalpha() or verb in word_set("empty_actions") or following in {"", ".", ","} or cursor in empty:
            continue
        if following in {"to", "with", "about"} and look.word(cursor + 2) in {"", ".", ","}:
            continue  # "someone to talk to"
        if following in word_set("generic_objects") and look.word(cursor + 2) in {"", ".", ","}:
            continue
        found.append(look.span(cursor, min(cursor + 3, look.sentence(cursor)[1]), "activity"))
    return found


_SAYING = 3  # words: "keeps an eye on" says nothing that is done


def _does(look: Look, index: int) -> bool:
    """Is it a verb of the present with an object: "writes the homework", "shows him"?"""
    word, following = look.word(index), look.word(index + 1)
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return False
    return following in _OBJECTS or (index + 1 < len(look.words) and look.text[look.starts[index + 1]].isupper())


def _therapist_sessions(look: Look) -> list[Span]:
    """A named therapist's sessions are therapy; so is "will see him for 45 minutes"."""
    met = {"session", "sessions", "block", "blocks"} | ({"see", "sees"} if look.find("amounts.amount") else set())
    if met.isdisjoint(look.words):
        return []
    return [look.span(hit.first, hit.last, "therapy") for hit in look.find("lines.therapist")]


_AMOUNTS = tuple(f"amounts.{name}" for name in ("amount", "frequency", "occasion", "length", "yearly", "group"))
_KNOWN = (
    *("roles.named", "roles.loose", "hedges.commitment", "hedges.amount", "hedges.mild", "hedges.actor", "hedges.soft"),
    *_AMOUNTS,
)
_ABSTRACT = ("ity", "ance", "ence", "ness", "ship", "hood", "ency", "ancy")
_TITLES = frozenset({"mr", "mrs", "miss", "ms", "dr"})


def unlisted(look: Look) -> tuple[Span, ...]:
    """The concrete words of a fragment that no list knows: "Signed videos of stories" names a thing all the same.

    Asked only where nothing was found and nothing hedges. The head of a phrase decides: help, advice and ethos name
    nothing whatever stands before them, nor does what they are for ("techniques to aid listening").
    """
    if len(look.words) > 14 or not look.words or look.find("traps.money", "lines.reference") or _refused(look):
        return ()
    if _promises(look):
        return ()
    known = look.covered(*_KNOWN)
    counted = look.covered(*_AMOUNTS)
    for first, last in _phrases(look, known):
        while last > first and (last - 1 in counted or look.words[last - 1].endswith("ed")):
            last -= 1
        if last - first == 1 and look.word(last) in {"will", "has", "needs", "requires", "should", "must"}:
            continue  # "Sam will have a good relationship": who it is about
        kept = [
            index
            for index in range(first, last)
            if index not in known and _is_content(look.words[index]) and look.words[index : index + 2] != _HANDS_ON
        ]
        short = last - first == 1 and last - first == len(kept) and look.span(first, last).text.isupper()
        if kept and kept[-1] == last - 1 and look.word(last - 2) not in _TITLES and not (short and len(kept) == 1):
            return (look.span(kept[0], last, "activity"),)
    return ()


def _phrases(look: Look, known: frozenset[int]) -> list[tuple[int, int]]:
    """The stretches of a fragment that could name a thing: what stands before "to" or "for", and after "of"."""
    found: list[tuple[int, int]] = []
    first, purpose = 0, False
    for index, word in enumerate((*look.words, ".")):
        if word in _BREAKS or not word[0].isalnum():
            if index > first and not purpose:
                found.append((first, index))
            if not known.issuperset(range(first, index)):  # "half a day at a farm": what was before is an amount
                purpose = word in _PURPOSES or (purpose and word not in {".", ";", ",", ":"})
            first = index + 1
    return found


def _promises(look: Look) -> bool:
    """Does somebody "will" or "to" do something? Then the verb says whether a type is named (see _actions)."""
    return any(
        look.word(hit.last) in _MODALS and not look.find("types.") for hit in look.find("roles.named", "roles.loose")
    ) or any(one in look.words[:6] and look.word(look.words.index(one) + 1) == "be" for one in ("will", "should", "to"))


def _is_content(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and not word.endswith(_ABSTRACT) and not _is_empty(word)


def _refused(look: Look) -> bool:
    """Was a type found and set aside, because it only says what somebody is trained in?"""
    return any(name.startswith("types.") and name != "types.activity_verbs" for name in look.hits)


def _is_empty(word: str) -> bool:
    return (
        any(word in word_set(name) for name in ("abstract", "empty_modifiers", "empty_actions", "services"))
        or is_adverb(word)
        or is_number(word)
    )
