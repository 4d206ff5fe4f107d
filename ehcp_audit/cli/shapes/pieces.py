"""What several of the printed documents hold: words of a closed list, figures, places, stamps."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

Verdict = Literal["met", "partly met", "not met", "not applicable", "needs a person"]
Tier = Literal["must", "should", "local"]
Mode = Literal["automatic", "assisted", "human"]
Act = Literal["writer", "advice-giver", "panel"]
Round = Literal["first", "second", "panel", "consensus"]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Reference = Annotated[str, Field(pattern=r"^P\d{2,}$")]
Fingerprint = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Exact = Annotated[str, Field(pattern=r"^\d+(/\d+)?$", description="An exact figure: 29/36")]
Percent = Annotated[float, Field(ge=0, le=100, description="Of 100, with one decimal")]
Count = Annotated[int, Field(ge=0)]
From1 = Annotated[int, Field(ge=1)]


class Tool(TypedDict):
    """Which version made this."""

    version: str


class RubricStamp(TypedDict):
    """Which rubric was asked, to the byte."""

    id: str
    version: str
    sha256: Sha256
    law_as_at: Day


class Stamp(TypedDict):
    """Which rubric, to the byte."""

    id: str
    version: str
    sha256: str
