"""What a closing cover says that is of the test: not that the office has no passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ledger.workflow.close.close_month import Closed


def own_remarks(closed: Closed) -> tuple[tuple[str, str], ...]:
    """Return the remarks of a cover but for the one that every office without keys has."""
    return tuple(remark for remark in closed.remarks if remark[0] != "密码和签名")
