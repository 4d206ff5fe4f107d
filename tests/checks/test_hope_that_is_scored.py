"""A hope that the child scores is a measure, and no wish; what the child hopes stays one."""

from __future__ import annotations

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import section_of

CARD = "By 21 July 2028 Keira will use her time-out card and return within ten minutes"


@pytest.mark.parametrize(
    ("told", "is_wish"),
    [
        (f"{CARD}; she will score her hope for the future at seven out of ten.", False),
        ("By July 2028 Keira will rate her hopes at eight out of ten in each review.", False),
        ("Her hope is to be a vet by July 2028.", True),
        ("By July 2028 Keira will work towards her dream of being a vet.", True),
        ("Keira would like to put her hopes to the test by July 2028.", True),
    ],
)
def test_a_hope_that_is_scored_is_no_wish(told, is_wish):
    outcome = section_of("E", told).section("E").items[0]
    found = checks()["outcomes.not_aspiration"].function(outcome)
    assert (found.verdict is not Verdict.MET) is is_wish
    if not is_wish:
        assert checks()["outcomes.measurable"].function(outcome).verdict is Verdict.MET
