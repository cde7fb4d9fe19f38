"""The kinds of facts of the office, by what each is called in its chain."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.masters.office import HANDOVER, KEY, RECOVERY, ROLES_GIVEN, SIGNING_ON, STAND_IN
from ledger.workflow.office.handover_rules import check_handover, take_handover
from ledger.workflow.office.kinds import FactKind
from ledger.workflow.office.people_rules import check_roles, take_roles
from ledger.workflow.office.stand_in_rules import check_stand_in

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Whoever builds a kind puts it here; one that is not here cannot be proposed.
FACT_KINDS: Mapping[str, FactKind] = MappingProxyType(
    {
        KEY: FactKind(name="密钥"),
        ROLES_GIVEN: FactKind(name="岗位", check=check_roles, take=take_roles),
        SIGNING_ON: FactKind(name="启用签名"),
        STAND_IN: FactKind(name="代理", check=check_stand_in),
        HANDOVER: FactKind(name="交接", check=check_handover, take=take_handover),
        RECOVERY: FactKind(name="恢复码"),
    }
)
