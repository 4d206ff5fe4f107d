"""Regular expressions that few plans call for: compiled when they are first asked.

Beside spaCy, compiling expressions is most of what one check takes to start, and a third of it is for lines that most
plans do not hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Rare:
    """Stands for a pattern. Each method is taken from it once and kept, so that asking again costs nothing more."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(re.compile(self._expression, self._flags), name)
        return found


if TYPE_CHECKING:
    rarely = re.compile
else:

    def rarely(expression: str, flags: int = 0) -> _Rare:
        """As `re.compile`, for a pattern that is not asked of most plans."""
        return _Rare(expression, flags)
