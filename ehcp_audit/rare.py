"""Regular expressions that are compiled when they are first asked: those that part of the plans never call for.

Beside spaCy, compiling expressions is most of what one check takes to start.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Rare:
    """Stands for a pattern. Each method is taken from it once and kept, so that asking again costs nothing more."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern, self._flags = expression, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = self.__dict__[name] = getattr(self._compile(), name)
        return found

    def _compile(self) -> re.Pattern[str]:
        if self._compiled is None:  # asked of `re` for each method, it could be compiled anew: `re` keeps 512
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled


if TYPE_CHECKING:
    rarely = re.compile
else:

    def rarely(expression: str, flags: int = 0) -> _Rare:
        """As `re.compile`, for a pattern that is not asked of most plans."""
        return _Rare(expression, flags)


def flags_of(pattern: re.Pattern[str] | _Rare) -> int:
    """The flags that the pattern was made with. Asking a rare one for its own would compile it."""
    return pattern._flags if isinstance(pattern, _Rare) else pattern.flags
