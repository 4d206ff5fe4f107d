"""Lines among the needs that tell of what goes well alone, whether or not a label calls them strengths."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.checks.strengths import of_strengths_alone
from ehcp_audit.model import Verdict
from tests.checks.small import small

NEED = "He cannot follow an instruction with more than two parts, so he misses what the class is told."
PROVISION = "A teaching assistant gives him each instruction in two parts with a picture, in every lesson, daily."


@pytest.mark.parametrize(
    "text",
    [
        "Sensory and physical. I'm a fast runner.",
        "B7 Sensory and physical: she climbs well.",
        "2 Learning Good - mental recall, facts about ships",
        "Social, emotional and mental health. I’m funny, and I always say sorry.",
        "Cognition and learning. I'm where I should be in English and ahead in art.",
        "I am a strong climber.",
        "Ada has a good ear for rhythm and birdsong.",
        "He is good at chess, drawing and baking.",
        "She is kind, loyal and hard-working.",
        "Going well: he smiles and nods at the right time.",
        "My strengths first. I remember what I read, I am careful with tools and I stick at things.",
        "His memory for tunes is outstanding. (B4)",
        "Leo uses signs fluently.",
        "She is close to her sister.",
    ],
)
def test_what_goes_well_alone_is_told_in_many_ways(text):
    assert of_strengths_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "He is a good reader of words but takes in little of what he reads.",
        "She can dress with help.",
        "She works well only one to one.",
        "Leo works well in a small group.",
        "Ada is happiest alone.",
        "Ada plays well by herself.",
        "He is funny with adults.",
        "She is good at hiding how she feels.",
        "I am quick to lose my temper.",
        "He has strong reactions to smells.",
        "He has a strong temper.",
        "She is kind, hides under tables and bites.",
        "I am a strong climber. Bells make me run.",
        "He has good hearing in one ear.",
        "I'm autistic.",
        "Sensory and physical.",
        "Good health. I leave all talking at the surgery to my sister.",
        "Reads at the level of a child of six.",
        "She loves spinning.",
        "His fear of dogs is great.",
        "He is honest to a fault.",
        "He is close to permanent exclusion.",
        "She is sociable and goes off with anyone.",
        "Ada is loyal to friends who want her money.",
        "Moderate learning difficulties",
        "",
    ],
)
def test_what_goes_well_on_terms_or_beside_something_hard_is_a_need(text):
    assert not of_strengths_alone(text)


@pytest.mark.parametrize("id", ["thread.every_need_met", "thread.whole"])
def test_a_strength_without_a_label_is_asked_for_no_provision(id):
    outcome = "By July 2028 he will follow an instruction with three parts in four lessons out of five."
    plan = small(B=f"{NEED}\nI am a strong climber.", E=outcome, F=PROVISION)
    assert checks()[id].function(plan).verdict is Verdict.MET
    short = small(B=f"{NEED}\nI am a strong climber, but loud rooms frighten me.", E=outcome, F=PROVISION)
    assert checks()[id].function(short).verdict is not Verdict.MET


@pytest.mark.parametrize(
    "text",
    [
        "He is agile and climbs every fence.",
        "He is curious about electricity and takes plugs apart.",
        "She is determined to leave the house at night.",
        "She is affectionate and hugs people in the street.",
        "He shares a bedroom with three brothers.",
        "She notices every sound in the room.",
    ],
)
def test_what_a_child_does_with_an_ability_may_be_a_need(text):
    assert not of_strengths_alone(text)
