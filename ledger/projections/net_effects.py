"""What vouchers did in the end: 红字, 差额 and 以前年度更正 counted within what they correct."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.store.relations.lines import BookLine

#: Corrections that say by how much another voucher was wrong; `blue` says a fact anew.
WITHIN = ("red", "difference", "amend")


@dataclass(slots=True, kw_only=True)
class Effect:
    """What a voucher does to leaves once its corrections are counted in, by leaf.

    `replaces` is the key of what a blue voucher says anew.
    """

    first: BookLine
    replaces: str = ""
    nets: dict[str, int] = field(default_factory=dict)


def effects_of(movements: Iterable[BookLine]) -> list[Effect]:
    """Net movements by voucher, each correction within what it corrects, in book order."""
    ordered = sorted(movements, key=lambda m: (m.period, m.booked, m.number))
    known = {movement.id: movement for movement in ordered}
    effects: dict[str, Effect] = {}
    for movement in ordered:
        root = root_of(movement, known)
        wrong = known.get(root.corrects)
        effect = Effect(first=root, replaces=wrong.key if wrong else "")
        nets = effects.setdefault(root.id, effect).nets
        nets[movement.account] = nets.get(movement.account, 0) + movement.net_fen
    return sorted(
        effects.values(),
        key=lambda effect: (effect.first.period, effect.first.booked, effect.first.number),
    )


def root_of(movement: BookLine, known: Mapping[str, BookLine]) -> BookLine:
    """Find the voucher that a correction counts within; itself for any other."""
    while movement.form in WITHIN and movement.corrects in known:
        movement = known[movement.corrects]
    return movement
