"""What a need says that sounds like help and is none: how the need shows beside others, and on the child's own body.

A need is told by what the class can do ("his class is given four"), by what the child wears or is carried by ("I use a
powered chair"), by what people around do in the child's place ("Adults fill in for him"), by what the child's own
care takes ("He is fed by an adult"), and by how long the child lasts ("sits at the table for two minutes"). Each is
taken out of the sentence before it is asked whether the rest tells help. None is taken out where it says who on the
staff does it, how often, or who pays.
"""

from __future__ import annotations

import re

from ehcp_audit.checks.phrases import words_of
from ehcp_audit.rare import rarely

_OWN = r"(?:his|her|their|my|the)"
_OTHERS = (
    rf"(?:(?:most|all|half|the rest|many|some|others|the others) (?:of|in) )?{_OWN} (?:own )?(?:whole )?"
    r"(?:class(?:mates)?|year(?: group)?|peers|age group|peer group|other (?:children|pupils|students))"
)
_TOLD = (
    r"(?:is|are|was|were|works?|gets?|has|have|does|do|learns?|reads?|writes?|sits?|follows?|uses?|can|manages?|takes?|"
    r"moves?|counts?|spells?|tells?|carr(?:y|ies))"
)
_OTHERS_DO = rarely(
    rf"(?:(?<=[;:(,–-] )|(?<=[;:(,–-])|^)(?:(?:but|and|while|whilst|whereas|when|where|though|as|of which) )?"
    rf"{_OTHERS} {_TOLD}\b[^.;:,)]{{0,80}}?"
    r"(?=[.;:,)–]|$| (?:and|but|while|whilst|whereas|so) (?:he|she|they|I|[A-Z][\w'’-]+) )",
    re.IGNORECASE,
)
_OTHERS_BESIDE = rarely(  # "while his class is taught fractions", "than the rest of her class are given"
    rf"\b(?:while|whilst|whereas|than|as|what|which|that|from which|on which|with which|in which|when|"
    rf"once) {_OTHERS} "
    r"(?:(?:is|are|was|were) (?:\w+ly |being |now )?(?:given|taught|set|shown|asked|told|expected|reading|using|"
    r"learning|"
    r"working|doing)|has|have|uses?|reads?|gets?|works?|does|do|learns?)\b[^.;:,)]{0,60}",
    re.IGNORECASE,
)
_SO_THAT_WITH_CHILD = rarely(r"\b(?:with|for|to|about) (?:him|her|them|me)\b|\bso (?:that|as)\b", re.IGNORECASE)

_WORN = (
    r"(?:splints?|orthos[ei]s|orthotics|afos?|gaiters|insoles|(?:hearing )?aids?|(?:cochlear )?implants?|"
    r"processors?|glasses|"
    r"spectacles|lenses|(?:eye )?patch(?:es)?|braces?|collar|helmet|(?:special |built-up )?(?:boots|shoes)|jacket|"
    r"bandages?|prosthes[ei]s|stockings|nappy|nappies|pads|hood|(?:insulin )?pump)"
)
_CARRIES = (
    r"(?:(?:powered |electric |electronic |manual |self-propelled |attendant |lightweight |active )*"
    r"(?:wheelchair|chair|buggy|walker|scooter)|walking (?:frame|sticks?|aid)|(?:rollator|kaye walker|k-walker|"
    r"crutch(?:es)?|frame to walk|long cane|white cane|cane)|"
    r"(?:voice output |speech-generating |communication )(?:device|aid)|gastrostomy|feeding tube|catheter|stoma)"
)
_PUTS = (  # by whom it comes, how it is paid, what adults do with it: then it is provision
    r"(?:provid|suppli|supply|fund|lent|loan|issued|fitted|given|checked|put on by|by the|by an?|with (?:a|the|two|an)|"
    r"from the|for (?:the )?school|staff|adults?|assistants?|each|every|daily|weekly|times a|minutes)"
)
_WEARS = rarely(
    r"(?:\b(?:wears?|has|have|uses?|is in|in|with) (?:[\w'’-]+ ){0,4}?)?"
    rf"\b{_WORN}(?:[\w ]{{0,24}}?),? (?:(?:which |that )?(?:is |are )?(?:to be )?worn|on) "
    r"(?:for )?(?:(?:about|up to|at least) )?(?:all (?:day|night)|[\w-]+ hours? (?:a|each|every|per) (?:day|night)|"
    r"(?:at|by|every|each|day and) night|throughout (?:the )?(?:day|school day)|during (?:the )?(?:day|"
    r"waking hours))",
    re.IGNORECASE,
)
_GOES_BY = rarely(
    r"\b(?:uses?|using|has|have|needs?|owns?|drives?|depends on|relies on|travels (?:in|by)|sits in|"
    r"gets about (?:in|with|by)|"
    rf"walks with) (?:an? |his |her |their |my |two |the )(?:own )?{_CARRIES}\b"
    rf"(?![^.;]{{0,60}}\b{_PUTS})(?: (?:to|for|on|in|outside|outdoors|when|beyond)\b[^.;:,]{{0,60}}?"
    r"(?=[.;:,]|$| and | but | so ))?|"
    rf"^(?:An? |The |My |His |Her )?(?:own )?{_CARRIES} (?:is|are) used (?:for|to|in|on|indoors|outside|outdoors|at)\b"
    rf"(?![^.;]{{0,60}}\b{_PUTS})[^.;:,]{{0,60}}",
    re.IGNORECASE,
)

_PEOPLE = (
    r"(?:(?:an?|one|two|other|familiar|most|the|both|all|unfamiliar|busy) ){0,2}(?:adults?|people|others|grown-ups)"
)
_IN_PLACE = (  # what is done in the child's place, and the child's own care
    r"(?:(?:often |usually |sometimes |always |still |have to |has to |must |need to |tend to |will |to )?"
    r"(?:fills? in(?! (?:an?|the|his|her|their|my) \w*(?:[ -]\w+)? ?(?:book|form|planner|chart|diary|record|sheet|"
    r"log|card|timetable))|"
    r"answers? for|speaks? for|talks? for|guess(?:es)?|steps? in|jumps? in|finish(?:es)? (?:his|her|their|my|off)|"
    r"(?:does|do) (?:it|this|that|things|most things|everything|all (?:of )?(?:it|this)|(?:his|her|their|my) \w+) for|"
    r"complete (?:his|her) sentences|repeats? what (?:he|she|they|I)|"
    r"(?:(?:un)?dress|feed|wash|bath|change|lift|carr(?:y|ie)|wipe|toilet|move|turn)e?s? (?:him|her|them|me)|"
    r"(?:cut|mash)s? up (?:his|her|their|my)|fastens? (?:his|her|their|my)|pushe?s? (?:him|her|them|me|his|her|my)|"
    r"takes? (?:him|her|them|me) to the (?:toilet|bathroom)|blows? (?:his|her|their|my) nose|"
    r"ma(?:ke|kes) out|works? out what (?:he|she|they|I)))\b"
)
_DOSED = r"(?:each|every|daily|weekly|twice|once|times a|minutes?|hours?|by tube|using|with (?:a|the|two|an)\b)"
_STANDS_IN = rarely(
    rf"(?:^|(?<=[;:,] )|(?<=and )|(?<=but )|(?<=so )|(?<=At home )|"
    rf"(?<=that )){_PEOPLE}(?: who [^.;,]{{3,30}}?)? {_IN_PLACE}"
    rf"(?![^.;]{{0,80}}\b{_DOSED})[^.;:]{{0,100}}",
    re.IGNORECASE,
)
_CARED_FOR = rarely(
    r"\b(?:is|are|am|has to be|have to be|needs? to be|must be|still) (?:often |usually |still |now |both )?"
    r"(?:lifted|fed|dressed|undressed|washed|bathed|carried|pushed|changed|turned|toileted|wiped|cleaned|spoon-fed|"
    r"helped (?:on|off|up|into|out|with (?:his|her|buttons|zips|shoes)))\b(?: and \w+ed)?[^.;:,]{0,30}? by "
    rf"{_PEOPLE}\b(?![^.;]{{0,80}}\b{_DOSED})",
    re.IGNORECASE,
)

_LASTS = rarely(  # how long, or how much, the child can do: a span that is no one's to give
    r"\b(?:attends? to|sits?|stays?|waits?|lasts?|concentrates?|listens?|looks?|stands?|works?|plays?|"
    r"attention[^.;]{0,40}? is "
    r"(?:sustained|held|kept))\b(?! (?:with|beside|next to) (?:an?|the|his|her|their|one|"
    r"M) ?)[^.;:,]{0,60}?\bfor (?:(?:about|up to|around|only|just|less than|at most|no more than) ){0,2}"
    r"(?:[\w-]+ ){1,2}(?:seconds?|minutes?)\b(?! (?:each|every|a|per|daily|with|of|twice|once)\b)|"
    r"\bmanages? (?:about |only )?[\w-]+ (?:seconds?|minutes?) of "
    r"(?:listening|sitting|reading|writing|work|waiting|play)\b",
    re.IGNORECASE,
)
_CHOSEN = rarely(  # whose the task is, and whom the child follows
    r"\b(?:chosen|set|led|given|asked|started|directed) by (?:an? |the |another |his |her )?adults?\b|"
    r"\badult-(?:chosen|set)\b|\b(?:easily|often|quickly) led\b(?: by [^.;,]{0,40})?|"
    r"[“\"‘'](?:everyone|everybody|someone)[”\"’']",
    re.IGNORECASE,
)
_TAKES = rarely(  # how much it takes to move the child
    r"\bneeds? (?:(?:an?|the|one|two|three|\d) )?(?:hoist|people|persons?|adults?|sling)(?: (?:and|or|"
    r"with) (?:(?:an?|the|one|two|"
    r"three|\d) )?(?:hoist|people|persons?|adults?|sling))? (?:to|for) (?:be )?(?:mov\w+|transfer\w*|lift\w*|"
    r"stand\w*|turn\w*|"
    r"chang\w+|get)\b(?!(?:(?! (?:and|but) |,)[^.;]){0,60}\b(?:each|every|daily|minutes|times a)\b)|"
    r"\b(?:an?|one|two|three|\d) (?:adults?|people|persons?|hoist|sling)"
    r"(?: (?:and|or|with) (?:an?|the|one|two|three|\d) (?:hoist|people|persons?|adults?|sling))?"
    r" (?:is|are) (?:needed|required) (?:for|in|at) (?:each|every|all|any) "
    r"(?:transfers?|moves?|lifts?|turns?|changes? of position)\b|"
    r"\bneeds? (?:an?|one|two|three|\d) adults? (?:for|with) (?![^.;]{0,80}\b(?:each (?!transfer)|every|daily|minutes|"
    r"hours|times a|lessons?|support)\b)[^.;]{3,80}",
    re.IGNORECASE,
)
_COUNTED = rarely(  # what was seen to happen about so often, and what was missed
    r"\b(?:(?:about|around|roughly|some|on average|up to|as often as) (?:once|twice|(?:[\w-]+ or )?[\w-]+ times)|"
    r"[\w-]+ or [\w-]+ times) (?:a|an|each|every|per) \w+(?:, (?:about )?[\w-]+ minutes each)?|"
    r"\b(?:missed|misses|lost|loses|misses out on) (?:about |around )?[\w-]+ (?:of (?:his|her|the) )?(?:lessons?|"
    r"sessions?|days?|"
    r"hours?|mornings?)\b[^.;:,]{0,20}|"
    r"\b(?:spends?|spent|has spent) (?:most |all |his |her |many |of |the )*(?:breaks?|playtimes?|lunchtimes?|lunches) "
    r"(?:with|beside|near|next to) (?:the |his |her )?(?:adults?|staff|grown-ups|assistants?)\b",
    re.IGNORECASE,
)
_HALF_USED = rarely(  # an aid that is of use in part alone
    r"\buses? [^.;:]{3,60}?,? but (?:not|only|does not|cannot|forgets?|refuses|rarely|slowly|still|"
    r"tires?)\b[^.;:]{0,60}",
    re.IGNORECASE,
)
_ONE_WORD = rarely(
    r"\b(?:follows?|understands?|carr(?:y|ies) out|remembers?|manages?|processes) "
    r"[^.;:,]{0,40}?\b(?:one|two|three|four|\d)[ -](?:key[ -])?(?:words?|parts?|steps?|key words?)\b(?: at a time)?",
    re.IGNORECASE,
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|few)"
_SO_FAR = rarely(  # how far the child has come with a thing: "uses 6 of about 60 commands"
    r"\b(?:ha(?:s|ve) )?(?:uses?|used|knows?|knew|learns?|learn(?:ed|t)|reads?|types?|recognises?|signs?)\b"
    rf"[^.;:]{{0,80}}?\b{_COUNT} (?:out )?of (?:(?:about|its|the|his|her|their|my|all|some|over) ){{0,2}}\d+"
    r"(?: [\w-]+){1,2}",
    re.IGNORECASE,
)
_ONE_HAS = (  # the child, or a sentence without a subject; what staff do not do is what they do for the child
    r"(?:(?:\b[Hh]e|\b[Ss]he|\bI|^(?!(?:School|Staff|Adults?|Teachers?|Nobody|They|We|It|There|This|That)\b)[A-Z][\w’'-]+)"
    r" |^)"
)
_NOT_DONE = rarely(  # what the child has not done, whatever help it would be
    rf"(?P<kept>{_ONE_HAS}"
    r"(?:[Hh](?:as|ave|ad) (?:never|not)|(?:[Dd]o(?:es)?|[Dd]id|[Cc]an)(?: not|not|n[’']t))(?: yet| ever)?) "
    rf"(?!only\b)(?![^.;:]{{0,140}}\b(?:{_DOSED}|unless))[^.;:]{{3,140}}?"
    r"(?=[.;:]|$|,? (?:and|but|so) (?:an?|the|one|two|he|she|they|I|his|her|my|staff|adults?|[A-Z][\w’'-]+) |"
    r",? (?:because|when|if|until|although|though|so)\b)"
)
_ASKS = rarely(r"\basks? (?:[\w’'-]+ ){0,5}?for (?:help|a break|more time)\b", re.IGNORECASE)
_BUT_FOR = rarely(  # "outside swimming (four hours a week) she does not go out"
    r"\b(?:[Oo]utside|[Aa]part from|[Oo]ther than|[Ee]xcept for|[Bb]esides) [^.;:]{3,80}? "
    r"(?=(?:[Hh]e|[Ss]he|[Tt]hey|I|[A-Z][\w’'-]+) (?:do(?:es)? not|never|goes nowhere|ha(?:s|ve) no))",
)
_SOURCE = rarely(r"\s?\([^()]{0,90}\b(?:19|20)\d\d\)(?=\W*$)")  # who found it, and when
_HAPPENED = rarely(  # "Left class 31 times in the summer term"
    r"\b(?:left|leaves|walked|ran|hit|kicked|cried|was|were|had|has|been|went|fell|refused|came|stopped)\b"
    r"[^.;:,]{0,40}? (?:\d+|[a-z]+) times (?:in|during|since|between|last|this|from|over)\b",
    re.IGNORECASE,
)
_OF_BODY = rarely(  # how often the body has to move, and how long a thing takes
    r"\b(?:(?:needs?|has|have|must)(?: to)? (?:move|rest|stand|stretch|lie down|get up|change position)|"
    r"position (?:must|has to|needs to) be changed) (?:about )?every [\w-]+(?: minutes?| hours?)?|"
    r"\btakes (?:(?:him|her|them|me) )?(?:about )?[\w-]+ minutes(?: with (?:[\w’'-]+ )?help)?(?=[.;,]|$)|"
    r"\b(?:is|are) done (?:for (?:him|her|me|them) )?by "
    rf"(?:{_PEOPLE}|staff)\b(?![^.;]{{0,80}}\b{_DOSED})",
    re.IGNORECASE,
)
_OWN_WORDS = rarely(  # "Single words and learned phrases are used", "and there are gaps in fractions"
    r"\b(?:words|phrases|sentences|signs|gestures|sounds|symbols) are (?:mostly |mainly |only |often )?used"
    r"(?= (?:to|for)\b|[,.;]|$)(?! by\b)(?![^.;]{0,40}\b(?:adults?|staff|teachers?)\b)|"
    r"\bthere (?:is|are) (?:still |also )?(?:(?:large|many|some|several|wide|a) )?(?:gaps?|delays?|errors|mistakes)\b"
    r"[^.;:]{0,60}|\bsets? (?:him|her|me|them) back\b|\b(?:is|are) relied on\b",
    re.IGNORECASE,
)
_SCORED = rarely(
    r"\b(?:places?|puts?|rates?|scores?) (?:his|her|their|my|it|this|him|them)\b[^.;:]{0,60}?\bat (?:the level of )?"
    r"(?:about )?(?:[\w-]+ to )?[\w-]+ (?:years?|months?|percentile|centile)\b",
    re.IGNORECASE,
)


_LEADS = rarely(r"\blead to\b")  # "the bell and the corridors lead to shutdown", where nobody is a lead
_AS_LONG = "off and on still"  # a note stays as long as it was, for short ones tell help more often


def less_how_it_shows(text: str) -> str:
    """The sentence without what tells how a need shows; the same text where it tells none."""
    left = _OTHERS_BESIDE.sub(_unless_helped, text)
    left = _OTHERS_DO.sub(_unless_helped, left)
    for told in (
        _WEARS,
        _GOES_BY,
        _STANDS_IN,
        _CARED_FOR,
        _ONE_WORD,
        _SCORED,
        _CHOSEN,
        _LASTS,
        _TAKES,
        _HALF_USED,
        _BUT_FOR,
        _SO_FAR,
        _OF_BODY,
        _OWN_WORDS,
        _ASKS,
        _SOURCE,
    ):
        left = told.sub("", left)
    left = _NOT_DONE.sub(r"\g<kept>", left)  # that something is not done stays: "or she does not eat"
    return _LEADS.sub("cause", _COUNTED.sub(_AS_LONG, _HAPPENED.sub(_AS_LONG, left)))


def _unless_helped(told: re.Match[str]) -> str:
    """ "His class is taught Makaton so that they can talk with him" is done for the child."""
    words = re.findall(r"[\w-]+", told.group().lower())
    for_child = _SO_THAT_WITH_CHILD.search(told.group()) or not words_of("helping things").isdisjoint(words)
    return told.group() if for_child or "breaks" in words else ""
