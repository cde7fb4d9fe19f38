"""What tests of 余额调节表 share: money on the account, open items, an approved March."""

from __future__ import annotations

from tests.bank_office import bring, freeze, match, submit
from tests.office import FIRST, Office

FUNDED = ("2026-01-10", "1000.00", "兰州市财政局", "", "拨款")


def items(content: dict[str, object]) -> list[tuple[str, str, str]]:
    found = content["items"]
    assert isinstance(found, list)
    return [(item["kind"], item["label"], item["amount"]) for item in found]


def approved_march(office: Office) -> None:
    """Let March's 余额调节表 of 1004 be approved, and April's wait."""
    office.fund("1000.00")
    office.post(office.pay(FIRST, "300.00", day="2026-03-31"))
    bring(office, (FUNDED, ("2026-04-01", "-300.00", "城关示范医院")))
    match(office)
    freeze(office, "2026-03")
    submit(office, "2026-04")
