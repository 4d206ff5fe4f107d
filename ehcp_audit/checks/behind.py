"""Who is behind the work and does not give it: what is done by whoever only plans it or looks after it.

"Reading practice, overseen by the SENCO" names nobody who reads with the child. Each check adds what says so in its
own place alone: after "by" a name may be that of whoever "made" a plan, where a role has "made" the lunch.
"""

from __future__ import annotations

DONE_BEHIND = (
    r"set|planned|designed|devised|drawn up|prescribed|advised|recommended|suggested|agreed|approved|signed off|"
    r"updated|overseen|monitored|reviewed|co-?ordinated"
)
"""What is done to it, before "by". Not "supervised", "guided", "checked", "prepared": these may be the help itself."""
PAPERS = (
    r"programmes?|plans?|sheets?|advice|targets?|lists?|activities|exercises?|materials?|guidance|ideas|packs?|notes|"
    r"reports?|recommendations?"
)
"""What comes from whoever is behind the work, and others work from."""
SEES_TO_IT = (
    r"sees? (?:to it )?that|mak(?:e|es|ing) sure|ensur(?:e|es|ing)|check(?:s|ing)? that|keep(?:s|ing)? an eye on|"
    r"oversee(?:s|ing)?"
)
"""What whoever is behind it does, after the role or the name."""
