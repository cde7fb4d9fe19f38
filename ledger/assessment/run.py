"""A version of a year's 核定 as stored: who ran and approved it, what each got and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.assessment.values import Step, step_of
from ledger.basis.terms import FUNDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ledger.events.registers.assessment import Assessment
    from ledger.events.registers.fund_gate import FundGate

HOLDER = "医疗机构"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRun:
    """A version of a year's 核定: who ran it when, who approved it, by which decision.

    `approved_by` is empty while it is a draft.
    """

    area: str
    area_name: str
    year: int
    version: int
    prepared_by: str
    prepared_at: str
    approved_by: str
    approved_at: str
    gates: tuple[FundGate, ...]
    lines: tuple[Assessment, ...]

    @property
    def state(self) -> str:
        """Name how far it has come."""
        return "已审核" if self.approved_by else "草稿，未审核"

    @property
    def layers(self) -> tuple[str, ...]:
        """Name the layers and readings that it was worked out by, each once."""
        return tuple(dict.fromkeys(layer for gate in self.gates for layer in gate.layers))

    def document(self) -> str:
        """Name 财政's decision; empty where none is on it."""
        papers = {
            f"{paper.number}（{paper.date}）{paper.title}"
            for line in self.lines
            for paper in line.papers
            if paper.type == "assessment-decision"
        }
        return "；".join(sorted(papers))


def fund_of(book: str) -> str:
    """Name the fund of a book's code."""
    return FUNDS[book.rpartition("/")[2]]


def steps_of(texts: Sequence[str]) -> tuple[Step, ...]:
    """Read stored steps."""
    return tuple(step_of(text) for text in texts)


def holder_of(line: Assessment) -> str:
    """Name the hospital as it was called when it was assessed."""
    named = (step.figure for step in steps_of(line.steps) if step.name == HOLDER)
    return next(named, line.hospital)


def sums(lines: Sequence[Assessment]) -> tuple[int, int, int]:
    """Add up computed, agreed and approved."""
    return (
        sum(line.computed_fen for line in lines),
        sum(line.agreed_fen for line in lines),
        sum(line.amount_fen for line in lines),
    )
