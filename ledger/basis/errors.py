"""Refusals are data: every finding of an operation, told at once, each with its remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One reason why an operation is refused (or, as a warning, worth a second look).

    `code` is stable English, `message` says what with the figures, `clause` why
    (`甘肃·五`), `remedy` what to do. `row` and `field` point into a file, `key` names the
    event. `unreadable` tells words that cannot be read from a rule that refuses;
    `permission` tells a rule of permission, which `irregular` may pass, from one of form;
    `older` a fact that was lawful by the rules in force when it was posted (按旧规则).
    `fact` names what `verify` found it of: code and fact are what an 验证事项说明 refers to.
    """

    code: str
    message: str
    remedy: str
    clause: str = ""
    row: int | None = None
    field: str = ""
    key: str = ""
    unreadable: bool = False
    permission: bool = False
    older: bool = False
    fact: str = ""


class LedgerError(Exception):
    """Whatever the door turns into an exit code; anything else is a programming error."""

    exit_code = 1


class Refused(LedgerError):
    """A rule refuses, or the words cannot be read; nothing was changed. Exit code 1 or 2."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        assert self.findings, "a refusal names its reasons"
        super().__init__("\n".join(finding.message for finding in self.findings))

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """2 where any word cannot be read, else 1."""
        return 2 if any(finding.unreadable for finding in self.findings) else 1


class PartlyRefused(Refused):
    """Some `books` of a verb are refused and unchanged; `done` is what the others came to."""

    def __init__(
        self, findings: Iterable[Finding], *, books: Sequence[str], done: Sequence[Any]
    ) -> None:
        super().__init__(findings)
        self.books = tuple(books)
        self.done = tuple(done)


class Unsound(LedgerError):
    """The books do not prove: what is wrong, and where. Exit code 3."""

    exit_code = 3

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))


def refuse(code: str, message: str, remedy: str, *, clause: str = "") -> Refused:
    """Build the refusal that has a single reason."""
    return Refused([Finding(code=code, message=message, remedy=remedy, clause=clause)])


def refuse_by_row(findings: Iterable[Finding]) -> None:
    """Refuse for findings, in order of rows; where there are none, nothing is refused."""
    ordered = sorted(findings, key=lambda finding: finding.row or 0)
    if ordered:
        raise Refused(ordered)


def unclear(code: str, message: str, remedy: str) -> Refused:
    """Build the refusal of a single word that cannot be read (exit code 2)."""
    return Refused([Finding(code=code, message=message, remedy=remedy, unreadable=True)])
