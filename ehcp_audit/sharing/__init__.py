"""Share packs: the one way for a run to leave the authority, without a plan's words unless they are asked for.

`make_pack` builds a pack, `check_pack` says what in a pack should not be there, naming the sheet and the cell.
"""

from __future__ import annotations

from ehcp_audit.sharing.checking import check_pack
from ehcp_audit.sharing.packing import Pack, make_pack

__all__ = ["Pack", "check_pack", "make_pack"]
