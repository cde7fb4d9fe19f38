"""The scripted year of 兰州市, both funds: 2025 and January 2026.

Some forty invented hospitals, about 3.7 亿 元 of employees' money and 1.7 亿 of residents'. Each
chapter below is a file or a function that tells its months in order. Nothing here looks at a
clock or throws real dice: the same steps every time.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ledger.workflow.demo.assessment import applying, assessing, signing
from ledger.workflow.demo.autumn import november, october
from ledger.workflow.demo.december import december
from ledger.workflow.demo.january import january
from ledger.workflow.demo.mishaps import bounced_and_paid_again
from ledger.workflow.demo.opening import january_closed, setting_up, taking_over
from ledger.workflow.demo.payments import first_batches, second_batches
from ledger.workflow.demo.spring import april, june, may
from ledger.workflow.demo.summer import august, july, september

if TYPE_CHECKING:
    from ledger.workflow.demo.steps import Step


def demo_year() -> tuple[Step, ...]:
    """Tell the whole year, step by step, in the order of days and hours."""
    steps: tuple[Step, ...] = (
        # January: who acts, who may be paid and how much, and what earlier years left behind.
        *setting_up(),
        *taking_over(),
        *applying(),
        *assessing(),
        *signing(),
        *january_closed(),
        # February and March: 财政 allocates twice, and all but one are paid by the 31st. One
        # payment bounces, one is made twice; three are booked on the wrong hospital.
        *first_batches(),
        *second_batches(),
        *bounced_and_paid_again(),
        # April: the misplaced payment is found. May: one hospital returns a part of a payment
        # that is still swapped. June: the swap is corrected as one unit; the first sweep.
        *april(),
        *may(),
    )
    steps = (*steps, *june(steps))
    # July: a hospital is renamed. August: two merge. September: the successor returns.
    steps = (*steps, *july(), *august(), *september())
    # October: a wrong draft is rejected. November: 5,000.00 too much, and a write-off.
    steps = (*steps, *october(), *november())
    # December: everything comes back, or nearly, and goes up to the 财政专户.
    steps = (*steps, *december(steps))
    # January 2026: the year is closed; overlooked and late money is booked in the new year.
    steps = (*steps, *january(steps))
    for before, after in pairwise(steps):
        assert (before.day, before.hour) < (after.day, after.hour), after.note
    return steps
