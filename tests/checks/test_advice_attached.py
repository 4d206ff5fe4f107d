"""What a list of advice says of reports that are not there."""

import pytest

from ehcp_audit.checks import checks
from ehcp_audit.model import Verdict
from tests.checks.small import small


@pytest.mark.parametrize(
    ("told", "absent"),
    [
        ("The medical report is outstanding.", True),
        ("Audiology report: awaited", True),
        ("No advice was outstanding.", False),
        ("Nothing is awaited.", False),
        ("None of the reports was outstanding.", False),
    ],
)
def test_advice_is_not_attached_where_the_list_says_so(told, absent):
    plan = small(K=f"Parents' views, Ann Oak, 24 June 2026\n{told}")
    answer = checks()["advice.appended"].function(plan.section("K"), plan)
    assert (answer.verdict in (Verdict.NOT_MET, Verdict.PARTLY_MET)) is absent
