"""医疗机构名单 in force today."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.terms import OWNERSHIPS, YES_NO
from ledger.formats.report import WORDS, Column, Report, named_row
from ledger.masters.hospital import HEADINGS
from ledger.store.engine import reading
from ledger.store.masters import read_hospitals

if TYPE_CHECKING:
    from ledger.masters.hospital import Hospital
    from ledger.workflow.desk import Desk
#: Its columns are those of the list that is imported.
HOSPITAL_COLUMNS = MappingProxyType(
    {
        name: Column(
            heading=heading,
            wraps=WORDS if name in ("name", "agency", "group") else 0,
            spare=name in ("credit_code", "group", "valid_from"),
        )
        for name, heading in HEADINGS.items()
    }
)


def hospital_list(desk: Desk, agency: str = "") -> Report:
    """医疗机构名单 in force today, of all or of one 属地经办机构."""
    with reading(desk.engine) as conn:
        found = read_hospitals(conn, desk.today())
    shown = [h for _, h in sorted(found.items()) if agency in ("", h.agency)]
    return Report(
        title="医疗机构名单",
        subtitle=(f"共 {len(shown)} 家", f"截至 {desk.today()}"),
        columns=tuple(HOSPITAL_COLUMNS.values()),
        rows=tuple(named_row(HOSPITAL_COLUMNS, hospital_words(h, chinese=True)) for h in shown),
        tree={"hospitals": [hospital_words(h, chinese=False) for h in shown]},
    )


def hospital_words(hospital: Hospital, *, chinese: bool) -> dict[str, str]:
    """Write a hospital as the words of its list, which can be imported again."""
    words = {name: str(getattr(hospital, name)) for name in HEADINGS}
    inpatient = "yes" if hospital.inpatient else "no"
    words["inpatient"] = YES_NO[inpatient] if chinese else inpatient
    if chinese:
        words["ownership"] = OWNERSHIPS[hospital.ownership]
    return words
