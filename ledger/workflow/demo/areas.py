"""What the smaller sample areas have in common: their opening, their people, their lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ledger.workflow.demo.hospitals import listed_row
from ledger.workflow.demo.steps import (
    AREAS,
    TEAMS,
    HospitalsImported,
    OperatorsAdded,
    Step,
)

if TYPE_CHECKING:
    from datetime import date


class Institution(NamedTuple):
    """A hospital of a smaller area; `agency` is its 属地经办机构, where a province asks for it."""

    code: str
    name: str
    ownership: str
    level: str
    agency: str = ""


def staffed(area: str, day: date) -> tuple[Step, ...]:
    """Give an area its three people."""
    people = TEAMS[area]
    return (
        OperatorsAdded(
            area=area,
            day=day,
            hour=10,
            note=f"登记{AREAS[area]}的制单、审核和会计主管，三人分设。",
            operators=(
                (people.preparer, ("preparer",)),
                (people.approver, ("approver",)),
                (people.chief, ("approver", "poster", "chief")),
            ),
        ),
    )


def listed(
    area: str, day: date, institutions: tuple[Institution, ...], note: str
) -> HospitalsImported:
    """Import an area's hospitals."""
    rows = tuple(
        listed_row(
            code=one.code,
            name=one.name,
            ownership=one.ownership,
            level=one.level,
            agency=one.agency,
            valid_from=day.isoformat(),
        )
        for one in institutions
    )
    return HospitalsImported(area=area, day=day, hour=11, note=note, rows=rows)
