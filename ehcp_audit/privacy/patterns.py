"""What identifies by its shape: numbers, postcodes, telephones, e-mail, web and street addresses, references.

Every pattern is bounded: none can take long on any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ehcp_audit.language.dates import find_dates


@dataclass(frozen=True, slots=True)
class Shape:
    """A stretch of text that is an identity by its shape: where it stands, and of what kind."""

    start: int
    end: int
    kind: str


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'’-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_URL = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"]{2,300}|\b[a-z0-9-]{2,63}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:org|com|net|gov|sch|ac|co|nhs)(?:\.uk)?\b(?:/[^\s<>\"]{0,200})?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z0-9_]{3,30}\b")
_UPN = re.compile(r"\b[A-Za-z]\s?\d{3}\s?\d{4}\s?\d{4}\s?[\dA-Za-z]\b|\b[A-Za-z]\d{11}[\dA-Za-z]\b")
_NINO = re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b", re.IGNORECASE)
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[A-Z]{2}|[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2}|[A-Z][a-z]?\d[a-z\d]?\s\d[a-z]{2})\b"
)
_NO_POSTCODE = ("st", "nd", "rd", "th", "hr", "am", "pm", "ta", "hrs", "xx")
_PHONE = re.compile(
    r"(?<![\w])(?:(?:\+\s?44|\(\s?\+?44\s?\)|0044|0)(?:[\s().–-]{0,3}\d){8,11}|\(0\d{2,5}\)(?:[\s.–-]{0,3}\d){5,8})"
    r"(?![\d])(?!\s?%)"
)
_TEN = re.compile(r"(?<![\d.,/£$€+-])(?<!£ )\d{3}[\s.–-]{0,2}\d{3}[\s.–-]{0,2}\d{4}(?![\d]|[.,/]\d)")
_LONG = re.compile(r"(?<![\d.,/£$€])(?<!£ )\d{6,20}(?![\d]|[.,/%]\d|%)")
_LAESTAB = re.compile(r"(?<![\d/])\d{3}\s?/\s?\d{4}(?![\d/])")
_CODE = re.compile(
    r"\b(?=[A-Za-z\d/_-]{6,24}\b)(?:[A-Z]{1,6}[/_-]{0,1}\d{4,12}(?:[/_-]\d{1,8}){0,2}[A-Z]?|\d{2,8}[/_-]?[A-Z]{1,5}[/_-]?\d{2,8}|[A-Z]{2,5}[/_-]\d{2,6}[/_-]\d{2,8})\b"
)
_LABELLED = re.compile(
    r"\b(?P<label>(?:our |your |case |file |client |pupil |student |system |hospital |patient |unit |plan |"
    r"ehcp? |ehcp |social care |mosaic |liquidlogic |liquid logic |care ?first |paris |systm ?one |rio |emis |"
    r"tribal |capita |one |synergy |impulse |eis |passport |licence |registration |hcpc |gmc |document |record )?"
    r"(?:ref(?:erence)?|id|identifier|case|number|no|mosaic|liquidlogic|carefirst|paris|urn|mrn|uci|uln|upn|nino)\.?"
    r"(?:\s(?:no|number|id|ref|code)\.?)?)"
    r"\s{0,2}[:#=–-]?\s{0,3}(?P<value>[A-Za-z]{0,6}[/_-]?\d[A-Za-z\d/_-]{2,20})\b",
    re.IGNORECASE,
)  # fmt: skip
_STREETS = (
    "Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Crescent|Cres|Court|Place|Way|Walk|Grove|Gardens|Gdns|Terrace|Square|Mews|Row|"
    "Hill|Rise|View|Parade|Park|Green|Mount|Croft|Fold|Gate|Bank|Garth|Meadow|Meadows|Wharf|Quay|Yard|Heights|Vale|"
    "Villas|Cottages|Buildings|House|Lodge|Grange|Boulevard|Broadway|Approach|Causeway|Common|Cottage|Flats|Mansions"
)
_STREET = re.compile(
    r"(?<![\w£.])(?:(?:[Ff]lat|[Aa]partment|[Uu]nit|[Rr]oom|Apt)\.?\s?\d{1,4}[A-Za-z]?,?\s{1,2})?\d{1,4}\s?[A-Za-z]?,?\s{1,2}"
    r"(?:(?:[A-Z][\w'’.-]{1,24}|of|the|St\.?)\s{1,2}){1,4}(?:" + _STREETS + r")\b\.?"
)
_STREET_NO_NUMBER = re.compile(
    r"\b(?:[Ll]ives?|[Ll]iving|[Ll]ived|[Rr]esid\w{1,5}|[Mm]oved|home|house|flat|address) "
    r"(?:at|on|in|to|is|off) (?:the )?"
    r"(?P<street>(?:[A-Z][\w'’.-]{1,24}\s){1,3}(?:" + _STREETS + r"))\b"
)
_STREET_SMALL = re.compile(
    r"(?<![\w£.])\d{1,4}[a-z]?\s(?:[A-Za-z][a-z'’]{2,20}\s){1,2}(?:street|road|lane|avenue|close|drive|crescent|grove|terrace)\b"
)
_BIRTH = re.compile(r"\b(?:born|birth|birthday|d\.?\s?o\.?\s?b|date of birth)\b", re.IGNORECASE)


def find_shapes(text: str, born: date | None = None) -> Iterator[Shape]:
    """Everything in the text that identifies by its shape. Where two overlap, both are given."""
    for pattern, kind in ((_EMAIL, "EMAIL"), (_URL, "WEB ADDRESS")):
        if "@" in text or "." in text:
            for match in pattern.finditer(text):
                yield Shape(match.start(), match.end() - len(match.group()) + len(match.group().rstrip(".,;)")), kind)
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield Shape(match.start(), match.end(), "WEB ADDRESS")
    yield from _streets(text)
    if not any(one.isdigit() for one in text):
        return
    yield from _birth_dates(text, born)
    for pattern, kind in ((_UPN, "UPN"), (_NINO, "NI NUMBER"), (_PHONE, "PHONE")):
        for match in pattern.finditer(text):
            yield Shape(match.start(), match.end(), kind)
    for match in _LABELLED.finditer(text):
        if sum(one.isdigit() for one in match["value"]) >= 3 and not find_dates(match["value"]):
            yield Shape(match.start("value"), match.end("value"), "REFERENCE")
    for pattern in (_TEN, _LONG, _LAESTAB):
        for match in pattern.finditer(text):
            yield Shape(match.start(), match.end(), _kind_of_number(text, match))
    for match in _CODE.finditer(text):
        yield Shape(match.start(), match.end(), "REFERENCE")
    for match in _POSTCODE.finditer(text):
        if match.group()[-2:].lower() not in _NO_POSTCODE or match.group().isupper():
            yield Shape(match.start(), match.end(), "POSTCODE")


def _streets(text: str) -> Iterator[Shape]:
    for match in _STREET_NO_NUMBER.finditer(text):
        yield Shape(match.start("street"), match.end("street"), "ADDRESS")
    for pattern in (_STREET, _STREET_SMALL):
        for match in pattern.finditer(text):
            yield Shape(match.start(), match.end(), "ADDRESS")


def _kind_of_number(text: str, match: re.Match[str]) -> str:
    """NHS number where the words before say so or its check digit fits; else a number."""
    before = text[max(0, match.start() - 30) : match.start()].lower()
    digits = [int(one) for one in match.group() if one.isdigit()]
    if "uln" in before or "learner" in before:
        return "ULN"
    if "nhs" in before:
        return "NHS NUMBER"
    if len(digits) == 10:
        check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
        if digits[9] == (0 if check == 11 else check):
            return "NHS NUMBER"
    return "NUMBER"


def _birth_dates(text: str, born: date | None) -> Iterator[Shape]:
    """The child's birth date however it is written, and any full date that follows a word of birth."""
    marks = [match.end() for match in _BIRTH.finditer(text)]
    for found in find_dates(text):
        known = born is not None and found.value is not None and found.value == born and found.precision == "day"
        if known or any(0 <= found.start - mark <= 24 for mark in marks):
            yield Shape(found.start, found.end, "DATE OF BIRTH")
    if born is not None:
        for match in _day_and_month(born).finditer(text):
            yield Shape(match.start(), match.end(), "DATE OF BIRTH")


def _day_and_month(born: date) -> re.Pattern[str]:
    """The birthday without its year ("4th May", "May 4th") and as bare digits (04052015)."""
    month = f"{born:%B}|{born:%b}"
    return re.compile(
        rf"\b0?{born.day}(?:st|nd|rd|th)?\s(?:of\s)?(?:{month})\b(?!\s?,?\s?(?:19|20)\d\d)"
        rf"|\b(?:{month})\s0?{born.day}(?:st|nd|rd|th)?\b(?!\s?,?\s?(?:19|20)\d\d)"
        rf"|\b{born:%d%m%Y}\b|\b{born:%Y%m%d}\b|\b{born:%d%m%y}\b",
        re.IGNORECASE,
    )


def dates_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Full dates, as month and year: where they stand and what to write ("[DATE 2026-03]")."""
    for found in find_dates(text):
        if found.precision == "day":
            yield found.start, found.end, f"[DATE {found.value:%Y-%m}]" if found.value else "[DATE]"
