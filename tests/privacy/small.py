"""A small dictionary to mask by: one invented child, family and school."""

from __future__ import annotations

from datetime import date

from ehcp_audit.privacy.identities import Identity, Lexicon
from ehcp_audit.privacy.masking import Masker

LEXICON = Lexicon(
    (
        Identity("CHILD", ("Oluwaseun Adé Smith-Jones", "Seun")),
        Identity("PARENT", ("Ngozi Smith-Jones",)),
        Identity("PARENT", ("Grace Hopewell",)),
        Identity("PROFESSIONAL", ("Janet Obi",)),
        Identity("SCHOOL", ("Larkrise Primary School",)),
        Identity("ADDRESS", ("Quernmore Close",)),
        Identity("NHS NUMBER", ("999 123 4567",)),
    ),
    date(2015, 5, 4),
)


def masked(text: str, lexicon: Lexicon = LEXICON) -> str:
    return Masker(lexicon).mask(text)
