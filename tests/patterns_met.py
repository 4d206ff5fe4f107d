"""Which of the patterns that were looked up in plans were made for one of them.

The look-up learns each pattern for all plans to come (`checks.scanning`): one that is made of a plan's words is never
asked again, costs every later plan time, and at length drives out those that are of use. Such a pattern is searched
plainly.
"""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from ehcp_audit.checks import scanning
from ehcp_audit.checks.openings import openings


@contextmanager
def noting_patterns() -> Iterator[Callable[[], list[str]]]:
    """While this lasts, patterns that are met are noted; what it gives tells those that nothing keeps any longer."""
    noted: dict[str, weakref.ref[re.Pattern[str]]] = {}
    meet = scanning._meet

    def noting(pattern: re.Pattern[str]) -> None:
        noted[pattern.pattern] = weakref.ref(pattern)
        meet(pattern)

    def passing() -> list[str]:
        scanning.learn_afresh()
        openings.cache_clear()
        re.purge()
        gc.collect()
        return [words for words, one in noted.items() if one() is None]

    scanning.learn_afresh()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scanning, "_meet", noting)
        yield passing
