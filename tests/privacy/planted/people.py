"""The invented people and numbers of one generated plan, and the ways in which their names are written."""

# ruff: noqa: E501  (tables of values; chance is only for variety)
from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

_SHORT = {"Samantha": "Sam", "Alexander": "Alex", "Benjamin": "Ben", "Charlotte": "Lottie", "Katherine": "Kate",
          "Nicholas": "Nick", "Rebecca": "Becky", "Matthew": "Matt", "Jessica": "Jess", "Thomas": "Tom",
          "Elizabeth": "Lizzie", "Joshua": "Josh", "Gabriella": "Gabby", "Christopher": "Chris", "Amelia": "Millie",
          "Daniel": "Danny", "Isabella": "Izzy", "William": "Billy", "Madison": "Maddie", "Nathaniel": "Nate",
          "Winifred": "Winnie", "Zachary": "Zac", "Harrison": "Harry", "Imogen": "Immy", "Tobias": "Toby"}  # fmt: skip


@cache
def pools() -> dict[str, list[str]]:
    return yaml.safe_load((Path(__file__).parent / "pools.yml").read_text(encoding="utf-8"))


@cache
def templates() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load((Path(__file__).parent / "templates.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Cast:
    """Who and what one plan is about. `kind` says what is odd of the child's name."""

    kind: str  # plain, foreign, short, word
    first: str
    middle: str
    family: str
    born: date
    parents: tuple[str, str]
    professionals: tuple[str, ...]
    school: str
    nhs: str
    upn: str
    uln: str
    nino: str
    reference: str
    phones: tuple[str, ...]
    email: str
    web: str
    street: str
    address: str
    postcode: str
    word: str

    @property
    def child(self) -> str:
        return f"{self.first} {self.family}"


def cast(draw: random.Random) -> Cast:
    kind = draw.choices(("plain", "foreign", "short", "word"), (9, 5, 3, 3))[0]
    given, family = draw.choice(pools()["given"]), draw.choice(pools()["family"])
    if kind == "foreign":
        given, _, family = draw.choice(pools()["foreign"]).partition(" ")
    elif kind == "short":
        given = draw.choice(pools()["short"])
    elif kind == "word":
        given = draw.choice(pools()["words"])
        family = draw.choice([family, draw.choice(pools()["word_families"])])
    born = date(2004, 9, 1) + timedelta(draw.randrange(5500))
    others = draw.sample([one for one in pools()["given"] if one != given], 8)
    last = draw.sample([one for one in pools()["family"] if one != family], 6)
    town, road = draw.choice(pools()["towns"]), draw.choice(pools()["streets"])
    street = f"{road} {draw.choice(('Road', 'Street', 'Lane', 'Avenue', 'Close', 'Terrace', 'Crescent'))}"
    number = draw.randrange(1, 240)
    postcode = f"{draw.choice(('ZX', 'QV', 'XZ'))}{draw.randrange(1, 30)} {draw.randrange(1, 10)}{draw.choice(('ZZ', 'XQ', 'ZD'))}"
    word = given if kind == "word" else draw.choice([one for one in pools()["words"] if one != given])
    return Cast(
        kind=kind,
        first=given,
        middle=draw.choice([one for one in pools()["given"] if one not in others and one != given]),
        family=family,
        born=born,
        parents=(f"{others[0]} {family}", f"{others[1]} {draw.choice((family, last[0]))}"),
        professionals=tuple(f"{others[2 + i]} {last[1 + i]}" for i in range(4)),
        school=f"{draw.choice(pools()['schools'])} {draw.choice(('Primary School', 'Academy', 'Special School', 'High School'))}",
        nhs=_spaced(draw, f"9{draw.randrange(10**9):09}"),
        upn=f"{draw.choice('ABCDEFGHJKLMNPQRTUVWXYZ')}{draw.randrange(10**12):012}",
        uln=f"{draw.randrange(10**9, 10**10)}",
        nino=f"QQ {draw.randrange(100):02} {draw.randrange(100):02} {draw.randrange(100):02} {draw.choice('ABCD')}",
        reference=draw.choice((f"LL-{draw.randrange(10**6):06}", f"{draw.randrange(10**6, 10**7)}", f"SEN/{draw.randrange(1000):03}/{draw.randrange(10000):04}")),
        phones=tuple(_phone(draw) for _ in range(3)),
        email=f"{others[0].lower().split('-')[0]}.{last[0].lower().split('-')[0].replace(chr(39), '')}{draw.randrange(100)}@mail.example",
        web=draw.choice((f"www.{last[2].lower().replace(chr(39), '')}-family.example.org", f"https://blog.example.com/{others[3].lower()}")),
        street=street,
        address=f"{number} {street}, {town}, {postcode}",
        postcode=postcode,
        word=word,
    )  # fmt: skip


def _spaced(draw: random.Random, digits: str) -> str:
    form = draw.choice(("{} {} {}", "{}{}{}", "{}-{}-{}", "{}  {} {}"))
    return form.format(digits[:3], digits[3:6], digits[6:])


def _phone(draw: random.Random) -> str:
    digits = f"{draw.randrange(1000):03}"
    return draw.choice((f"07700 900{digits}", f"07700900{digits}", f"+44 7700 900 {digits}", f"(01632) 960{digits}",
                        f"01632 960 {digits}", f"07700-900-{digits}"))  # fmt: skip


def born_as(draw: random.Random, born: date) -> str:
    return draw.choice((f"{born.day}/{born.month}/{born.year}", f"{born:%d.%m.%y}", f"{born.day} {born:%B} {born.year}",
                        f"{_nth(born.day)} {born:%b} {born.year}", f"{born:%B} {born.day}, {born.year}", born.isoformat(),
                        f"{_nth(born.day)} of {born:%B} {born.year}", f"{born:%d-%m-%Y}"))  # fmt: skip


def _nth(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


def folded(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("đ", "d"))
    return "".join(one for one in spread if not unicodedata.combining(one))


def misspelt(draw: random.Random, name: str) -> str:
    """One slip of the pen in a name of five letters or more: never in its first letter."""
    at = draw.randrange(1, len(name) - 1)
    how = draw.choice(("drop", "double", "swap", "change"))
    if how == "swap" and name[at] != name[at + 1]:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if how == "drop":
        return name[:at] + name[at + 1 :]
    if how == "double":
        return name[:at] + name[at] + name[at:]
    return name[:at] + draw.choice([one for one in "aeiourstln" if one != name[at].lower()]) + name[at + 1 :]


def short_form(name: str) -> str:
    return _SHORT.get(name, name)
