"""People's judgements, kept beside a run's findings and never over them: what was said, and what stands."""

from ehcp_audit.judgements.keeping import (
    BLIND_ROUNDS,
    ROUNDS,
    Action,
    Exported,
    Kept,
    Overall,
    keep,
    keep_export,
    read_exports,
    read_judgements,
)
from ehcp_audit.judgements.standing import GRADES, NA, Standing, as_judged, graded_by, own, standing, verdict_of

__all__ = [
    "BLIND_ROUNDS",
    "GRADES",
    "NA",
    "ROUNDS",
    "Action",
    "Exported",
    "Kept",
    "Overall",
    "Standing",
    "as_judged",
    "graded_by",
    "keep",
    "keep_export",
    "own",
    "read_exports",
    "read_judgements",
    "standing",
    "verdict_of",
]
