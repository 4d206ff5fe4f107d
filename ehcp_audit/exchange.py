"""What may leave the authority for a moderation with another: grades under keyed references, and never a plan's words.

A reference is the HMAC-SHA-256 of a purpose and the plan's id under a secret that both authorities hold for this round:
whoever has neither the key nor a list of ids cannot tell whose plan it is. With them anyone can: pseudonymised data
stays personal data. A file is checked against its schema on the way out and on the way in; an unknown field is refused.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ehcp_audit.errors import AuditError, ManyErrors
from ehcp_audit.intervals import COUNTS_ONLY, NO_RATE, many_open
from ehcp_audit.judgements import BLIND_ROUNDS, GRADES, Kept
from ehcp_audit.model import Judgement, Verdict
from ehcp_audit.runs import Run
from ehcp_audit.scoring import meets

HEAD, GRADE, FIGURE = "ehcp-audit/exchange/1", "ehcp-audit/exchange-grade/1", "ehcp-audit/exchange-figure/1"

KEY_BYTES = 32
PARTED = b"\x1f"
REFERENCE = 13
RATER = 6

PROMISE = (
    "Pseudonymised, not anonymous: whoever holds the key and a list of ids can tell whose plans these are. Treat it as"
    " personal data, under your agreement."
)

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_REFERENCE = re.compile(rf"[A-Z2-7]{{{REFERENCE}}}")
_RATER = re.compile(rf"[A-Z2-7]{{{RATER}}}")
_CODE = re.compile(r"[A-Za-z0-9]{2,12}")
_CRITERION = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
_PURPOSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}")
PHASES = ("early years", "primary", "secondary", "post-16")


@dataclass(frozen=True, slots=True)
class Round:
    """What two authorities agreed on for one exchange: who sends, for what, under which key."""

    authority: str
    purpose: str
    key: bytes

    @property
    def fingerprint(self) -> str:
        """By what two sides see that they hold the same key: 8 hex digits."""
        return hmac.new(self.key, b"fingerprint", hashlib.sha256).hexdigest()[:8]

    def reference(self, id: str) -> str:
        """What a plan is called in this exchange."""
        return self._keyed(id.strip(), REFERENCE)

    def rater(self, key: str) -> str:
        """What a rater is called in this exchange."""
        return self._keyed(f"rater\x1f{self.authority}\x1f{key}", RATER)

    def _keyed(self, text: str, length: int) -> str:
        message = self.purpose.encode() + PARTED + text.encode()
        return base64.b32encode(hmac.new(self.key, message, hashlib.sha256).digest()).decode()[:length]


def agreed_round(authority: str, purpose: str, key: bytes) -> Round:
    """The round of an exchange. Raises AuditError where a name could say too much."""
    if _CODE.fullmatch(authority.strip()) is None:
        raise AuditError("--authority takes a short code of letters and digits, such as BFD.")
    if _PURPOSE.fullmatch(purpose.strip()) is None:
        raise AuditError("--purpose takes a few words that both sides use alike, such as moderation-2026Q4.")
    return Round(authority.strip(), purpose.strip(), key)


def new_key() -> str:
    """A fresh key as text, to be kept apart from all data and passed on by a way of its own."""
    return secrets.token_hex(KEY_BYTES) + "\n"


def read_key(path: Path) -> bytes:
    """The key in a file. Raises AuditError when it holds none; never with a word of it."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        raise AuditError(f"There is no key {path}; one side makes it with `exchange key -o FILE`.") from None
    except (OSError, ValueError) as error:
        raise AuditError(f"{path} holds no key of `exchange key`.") from error
    if len(key) != KEY_BYTES:
        raise AuditError(f"{path} holds no key of `exchange key`.")
    return key


# --- out ------------------------------------------------------------------------------------------------------


def exchange_text(run: Run, kept: Kept, agreed: Round) -> str:
    """The file that may leave: a head, then the blind grades under keyed references. Checked before it is given out."""
    cards = {card.reference: card for card in run.scorecards}
    ids = plan_ids(run)
    lines: list[Mapping[str, Any]] = [_head(run, agreed, "grades")]
    for one in kept.judgements:
        if one.blind and one.plan in ids and one.round in BLIND_ROUNDS:
            phase = cards[one.plan].plan.phase
            lines.append(
                {
                    "schema": GRADE,
                    "plan": agreed.reference(ids[one.plan]),
                    "criterion": one.criterion,
                    "grade": one.grade,
                    "round": one.round,
                    "rater": agreed.rater(one.rater),
                    "phase": phase if phase in PHASES else None,
                }
            )
    if len(lines) == 1:
        raise AuditError("There is no blind judgement in this run: nothing of it may be compared, so nothing is sent.")
    body = sorted(lines[1:], key=lambda one: (one["plan"], one["criterion"], one["rater"], one["round"]))
    text = "".join(json.dumps(one, ensure_ascii=True) + "\n" for one in [lines[0], *body])
    check_exchange(text, "the file")
    return text


def figures_text(run: Run, agreed: Round) -> str:
    """Counts alone, for an authority that may see no plan: each criterion's k of n, small cells suppressed.

    The n are the plans of which it is known; where many more wait for a person, these are too few to tell.
    """
    lines: list[Mapping[str, Any]] = [_head(run, agreed, "figures")]
    counts: dict[str, list[bool | None]] = {}
    for card in run.core:
        for result in card.criteria:
            if result.verdict is not Verdict.NOT_APPLICABLE:
                counts.setdefault(result.id, []).append(meets(result))
    for id, met in counts.items():
        open = met.count(None)
        if open == len(met):
            continue
        k, n = suppressed(met.count(True), len(met) - open)
        k = None if many_open(open, len(met)) else k
        says = "" if k is not None else "too few"
        lines.append({"schema": FIGURE, "criterion": id, "k": k, "n": n, "says": says})
    text = "".join(json.dumps(one, ensure_ascii=True) + "\n" for one in lines)
    check_exchange(text, "the file")
    return text


def suppressed(k: int, n: int) -> tuple[int | None, int | None]:
    """k of n as it may leave: nothing below five, on either side, and no rate of fewer than ten.

    A small number of plans that do not meet a criterion is hidden too, or n less k would tell it.
    """
    if n < NO_RATE:
        return None, None
    if n < COUNTS_ONLY or k < NO_RATE or n - k < NO_RATE:
        return None, n
    return k, n


def plan_ids(run: Run) -> dict[str, str]:
    """What each plan is known by to both authorities: its caseload id, else its file's checksum."""
    ids = {card.reference: card.id or run.inputs.get(card.reference, "") for card in run.scorecards}
    return {reference: id for reference, id in ids.items() if id}


def _head(run: Run, agreed: Round, holds: str) -> dict[str, Any]:
    return {
        "schema": HEAD,
        "holds": holds,
        "authority": agreed.authority,
        "purpose": agreed.purpose,
        "key_fingerprint": agreed.fingerprint,
        "rubric": run.rubric.id,
        "rubric_sha256": run.rubric.sha256,
        "month": run.as_of.isoformat()[:7],
        "promise": PROMISE,
    }


# --- checked -----------------------------------------------------------------------------------------------------

_Check = Any

_FIELDS: dict[str, dict[str, _Check]] = {
    HEAD: {
        "holds": lambda one: one in ("grades", "figures"),
        "authority": lambda one: _CODE.fullmatch(one),
        "purpose": lambda one: _PURPOSE.fullmatch(one),
        "key_fingerprint": lambda one: re.fullmatch("[0-9a-f]{8}", one),
        "rubric": lambda one: re.fullmatch(r"[a-z][a-z0-9-]{0,39}", one),
        "rubric_sha256": lambda one: re.fullmatch("[0-9a-f]{64}", one),
        "month": lambda one: _MONTH.fullmatch(one),
        "promise": lambda one: one == PROMISE,
    },
    GRADE: {
        "plan": lambda one: _REFERENCE.fullmatch(one),
        "criterion": lambda one: _CRITERION.fullmatch(one),
        "grade": lambda one: one is None or one in GRADES,
        "round": lambda one: one in BLIND_ROUNDS,
        "rater": lambda one: _RATER.fullmatch(one),
        "phase": lambda one: one is None or one in PHASES,
    },
    FIGURE: {
        "criterion": lambda one: _CRITERION.fullmatch(one),
        "k": lambda one: one is None or (type(one) is int and one >= NO_RATE),
        "n": lambda one: one is None or (type(one) is int and one >= NO_RATE),
        "says": lambda one: one in ("", "too few"),
    },
}
"""Every field that may travel, and what it may hold. There is none for words of a person or of a plan."""


def check_exchange(text: str, where: str) -> list[dict[str, Any]]:
    """The lines of an exchange file. Raises ManyErrors with every line that holds what may not travel."""
    lines: list[dict[str, Any]] = []
    mistakes = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line:
            continue
        try:
            one = json.loads(line)
        except ValueError:
            one = None
        wrong = _wrong(one, first=not lines)
        if wrong:
            mistakes.append(f"{where}, line {number}: {wrong}")
        lines.append(one if isinstance(one, dict) else {})
    if not lines:
        mistakes.append(f"{where} is empty")
    if mistakes:
        raise ManyErrors(mistakes[:50])
    return lines


def _wrong(one: Any, *, first: bool) -> str:
    """What is wrong with a line, naming its fields and never what they hold."""
    if not isinstance(one, dict) or one.get("schema") not in _FIELDS:
        return "it is no line of an exchange file"
    if first != (one["schema"] == HEAD):
        return "the head stands first, and once"
    fields = _FIELDS[one["schema"]]
    unknown = sorted(one.keys() - fields.keys() - {"schema"})
    if unknown:
        return f"fields that may not travel: {', '.join(name[:30] for name in unknown)}"
    for name, check in fields.items():
        try:
            if name not in one or not check(one[name]):
                return f"'{name}' is not as it may be"
        except TypeError:
            return f"'{name}' is not as it may be"
    return ""


# --- in ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Received:
    """What an exchange file brought: judgements on plans of ours, and how many were of none."""

    authority: str
    judgements: tuple[Judgement, ...]
    plans: int
    unknown: int  # plans that are none of ours


def received(text: str, where: str, run: Run, kept: Kept, agreed: Round) -> Received:
    """Another authority's grades on the plans that both judged.

    Raises AuditError when the key, the purpose or the rubric is another, or when the grades are in already.
    """
    head, *lines = check_exchange(text, where)
    if head["holds"] != "grades":
        raise AuditError(f"{where} holds figures, which are for reading beside your own; there is nothing to import.")
    if head["key_fingerprint"] != agreed.fingerprint:
        raise AuditError(
            f"{where} was made with another key ({head['key_fingerprint']}, yours is {agreed.fingerprint}): no plan"
            " could be matched. Agree on one key."
        )
    if head["purpose"] != agreed.purpose:
        raise AuditError(f"{where} was made for '{head['purpose']}', not '{agreed.purpose}': say the same --purpose.")
    if head["rubric_sha256"] != run.rubric.sha256:
        raise AuditError(f"{where} was graded by another rubric ({head['rubric']}): grade with one shared rubric.")
    ours = {agreed.reference(id): reference for reference, id in plan_ids(run).items()}
    known = {one.id for card in run.scorecards for one in card.criteria}
    there = {(one.plan, one.criterion, one.rater, one.round) for one in kept.judgements}
    found = [_judgement(one, ours[one["plan"]], head["authority"]) for one in lines if one["plan"] in ours]
    strange = sorted({one.criterion for one in found} - known)
    if strange:
        raise AuditError(f"{where} grades criteria that your rubric has not: {', '.join(strange[:5])}.")
    if any((one.plan, one.criterion, one.rater, one.round) in there for one in found):
        raise AuditError(f"The grades of {where} are in already; nothing is ever overwritten.")
    unknown = {one["plan"] for one in lines} - ours.keys()
    return Received(head["authority"], _once(found, where), len({one.plan for one in found}), len(unknown))


def _judgement(line: Mapping[str, Any], plan: str, authority: str) -> Judgement:
    """A grade from elsewhere: blind, and marked, so that it enters agreement and never stands as our own audit."""
    reason = "" if line["grade"] is not None else "as the other authority judged"
    return Judgement(
        plan,
        line["criterion"],
        f"{authority}-{line['rater']}",
        line["round"],
        True,
        line["grade"],
        reason=reason,
        extra=(("from", authority),),
    )


def _once(found: Sequence[Judgement], where: str) -> tuple[Judgement, ...]:
    seen: dict[tuple[str, str, str, str], Judgement] = {}
    for one in found:
        if seen.setdefault((one.plan, one.criterion, one.rater, one.round), one) != one:
            raise AuditError(f"{where} holds two grades of one rater for {one.criterion} of a plan; ask for it again.")
    return tuple(replace(one) for one in seen.values())
