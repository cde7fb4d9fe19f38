"""S1: many vouchers in one posting, with signatures and without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.measure import Figure, Goal, in_turns, per_second
from benchmarks.posting import on_copy
from benchmarks.stage import Stage, approved, still_desk
from ledger.workflow.posting.post import post_drafts
from tests.signed_office import signer_of

if TYPE_CHECKING:
    from collections.abc import Callable

GOAL = Goal(bound=0.9, least=True)


def measure(stage: Stage, *, count: int, hospitals: int, rounds: int) -> list[Figure]:
    """Measure P1 in an office that signs beside P1 in one without keys, in turns."""
    plain = approved(stage, count, hospitals=hospitals)
    signed = approved(stage, count, hospitals=hospitals, signed=True)
    with_keys, without = in_turns(
        rounds, on_copy(stage, signed, post_signed), on_copy(stage, plain, post_signed)
    )
    return [
        Figure(
            id="S1",
            work=f"签名记账 {count:,} 笔，{stage.engine}",
            ours=per_second(count, with_keys.median),
            yardstick=f"不签名 {per_second(count, without.median)}",
            ratio=without.median / with_keys.median,
            goal=GOAL,
            note="每笔都核对制单人、审核人的签名，一批签一次",
        )
    ]


def post_signed(url: str) -> Callable[[], object]:
    """Post through the engine, with the poster's key open; without keys it is not asked for."""

    def work() -> None:
        desk = still_desk(url)
        desk.signer = signer_of(desk.operator)
        post_drafts(desk, ())
        desk.engine.dispose()

    return work
