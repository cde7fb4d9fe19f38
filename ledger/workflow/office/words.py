"""What a fact of the office says, in Chinese, for whoever is to confirm it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.keys import fingerprint
from ledger.basis.terms import ROLES
from ledger.masters.office import FIRST, OWN, RECOVERED, RESET
from ledger.workflow.office.registry import FACT_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ledger.basis.encoding import Pair
    from ledger.masters.office import OfficeProposal

#: What stands under a name, in Chinese; a name that is not here is not told.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "role": "",
        "book": "只看账套",
        "version": "版本",
        "public": "指纹",
        "how": "来由",
        "sample": "密钥",
        "instead_of": "代",
        "since": "自",
        "until": "至",
        "from": "移交人",
        "to": "接替人",
        "witness": "监交人",
        "lists": "清册校验码",
        "paper": "依据",
    }
)
HOW: Mapping[str, str] = MappingProxyType(
    {FIRST: "头两人互相登记", OWN: "本人输入密码", RESET: "重置", RECOVERED: "恢复码"}
)


def proposal_told(proposal: OfficeProposal) -> str:
    """Say in a line what is proposed, of whom, by whom and when."""
    kind = FACT_KINDS[proposal.kind].name
    whom = f"{proposal.subject}的{kind}" if proposal.subject else kind
    said = "，".join(content_told(proposal.pairs)) or "免去全部岗位"
    return f"{whom}：{said}（{proposal.proposer} {proposal.at[:10]} 提出）"


def content_told(pairs: Iterable[Pair]) -> list[str]:
    """Say what a fact says, a phrase for each name."""
    said: dict[str, list[str]] = {}
    for name, value in pairs:
        if name in NAMES:
            said.setdefault(NAMES[name], []).append(value_told(name, value))
    return [f"{name} {'、'.join(values)}".strip() for name, values in said.items()]


def value_told(name: str, value: str) -> str:
    """Say one value in Chinese."""
    if name == "public":
        return fingerprint(value)
    return {"role": ROLES, "how": HOW}.get(name, MappingProxyType({})).get(value, value)
