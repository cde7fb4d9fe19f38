"""政策参数: every name that a profile may set, with its title, its shape and what it serves.

The notices fill this table; a profile that names anything else is refused. `items` are the
numbered lines of the two notices (G- 甘肃, H- 海南), the open questions (A-) and the
requirements (R-) that a parameter answers to. A word list closes what may be written.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.policy.parameters_assessed import AMOUNT, APPLYING, GATE, SCOPE
from ledger.policy.parameters_booked import (
    BOOKKEEPING,
    PAYING,
    RECALLING,
    RETURNING,
    SANCTIONS,
    WRITING_OFF,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.policy.parameter import Parameter

#: Every name that a profile may set, in the order of a prepayment year.
PARAMETERS: Mapping[str, Parameter] = MappingProxyType(
    {
        **SCOPE,
        **GATE,
        **APPLYING,
        **AMOUNT,
        **SANCTIONS,
        **PAYING,
        **RETURNING,
        **RECALLING,
        **WRITING_OFF,
        **BOOKKEEPING,
    }
)
