"""January 2025: the hospitals apply, and 核定 settles what each may be paid (甘肃·二、三).

Lists come in, questions that the notice leaves open are settled by the chief, 财政 agrees to a
little less, a second person approves, and agreements are signed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import yuan
from ledger.workflow.demo.hospitals import (
    CANGLING,
    JINGHE,
    LICHUAN,
    YINGQUAN_EYE,
    listed_hospitals,
    prepayments,
)
from ledger.workflow.demo.lists import LATE_LAST_YEAR, figures, payments
from ledger.workflow.demo.registers import agreement, application, late_before
from ledger.workflow.demo.rows import fen
from ledger.workflow.demo.steps import (
    EMPLOYEE,
    RESIDENT,
    Assessed,
    AssessmentApproved,
    ListImported,
    PolicyChosen,
    Recorded,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ledger.workflow.demo.hospitals import Listed

YEAR = 2025
APPLIED = tuple(date(YEAR, 1, day) for day in (2, 3, 6, 7, 8, 9, 10))
LEADS = {"苍岭医共体": CANGLING, "梨川医共体": LICHUAN}
#: What was approved of those who drew less than that in the end.
NOT_DRAWN = {(RESIDENT, CANGLING): "6,600,000.00"}
DECISION = "兰财社示〔2025〕预1号:2025-01-20:关于2025年度医保预付金规模的复函"


def approved(book: str) -> dict[str, int]:
    """Tell the fen that each hospital of a book may be paid in 2025."""
    told = prepayments(book)
    return told | {code: fen(text) for (one, code), text in NOT_DRAWN.items() if one == book}


def applying() -> tuple[Step, ...]:
    """Take the applications of the first ten days of January, and what is held against one."""
    applicants = [
        each for each in listed_hospitals() if any(each.prepayments.values()) or each.code == JINGHE
    ]
    rows = tuple(
        application(
            EMPLOYEE,
            APPLIED[index * len(APPLIED) // len(applicants)],
            hospital.code,
            settled_since="2024-07-01" if hospital.code == JINGHE else "",
            lead=filed_by(hospital),
        )
        for index, hospital in enumerate(applicants)
    )
    late = late_before(
        EMPLOYEE,
        date(YEAR, 1, 13),
        YINGQUAN_EYE,
        fen(LATE_LAST_YEAR),
        "2024年度职工预付金到期未还清，2025年1月8日才补齐",
    )
    return (
        Recorded(
            day=date(YEAR, 1, 10),
            hour=15,
            note="一月上旬，四十家医疗机构提交2025年度预付申请；医共体成员由牵头医院报送，逐家申请。",
            rows=rows,
        ),
        Recorded(
            day=date(YEAR, 1, 13),
            hour=10,
            note="登记映泉眼科医院上年职工预付金逾期：建账以前的事，靠违约登记告诉核定。",
            rows=(late,),
        ),
    )


def filed_by(hospital: Listed) -> str:
    """Name the lead hospital that files for a member of its 医共体; "" where it files itself."""
    lead = LEADS.get(hospital.group, "")
    return "" if lead == hospital.code else lead


def assessing() -> tuple[Step, ...]:
    """Import the lists; run, be asked, choose, run again; agree with 财政; approve."""
    return (
        ListImported(
            day=date(YEAR, 1, 14),
            hour=10,
            note="导入两个基金2024年的结余、收支和2025年滚动测算：职工够付15个月，居民够付9个月。",
            file="2024年基金收支.csv",
            rows=figures(),
        ),
        ListImported(
            day=date(YEAR, 1, 15),
            hour=10,
            note="导入各医疗机构2024年逐月的医疗费用支付，门诊、住院和支付方分列。",
            file="2024年医疗费用支付.csv",
            rows=payments(),
        ),
        Assessed(
            day=date(YEAR, 1, 16),
            hour=9,
            note="第一次测算：通知没有写死的四个口径还没有选定，一次问齐，什么也没有写。",
            year=YEAR,
            refused=("CHOICE_MISSING",) * 4,
        ),
        *choosing(),
        Assessed(
            day=date(YEAR, 1, 17),
            hour=10,
            note="再次测算：一家正常结算不满一个自然年度，不予核定；一家上年逾期，减半。",
            year=YEAR,
        ),
        Assessed(
            day=date(YEAR, 1, 21),
            hour=10,
            note="财政复函：同意测算结果，但两家的规模少定一些；带着商定金额和文件重新测算。",
            year=YEAR,
            agreed=agreed(),
            document=DECISION,
        ),
        AssessmentApproved(
            day=date(YEAR, 1, 22),
            hour=10,
            note="另一人审核2025年度核定：测算、商定两个数都留着，拨付以小的为限。",
            year=YEAR,
        ),
    )


def choosing() -> tuple[Step, ...]:
    """Settle what the notice leaves open and the calculation asked for, each with its reason."""
    told = (
        ("payers_paid", "own_share", "大额和公务员补助是另外的钱，本账套只付基本医保部分。"),
        ("base_years", "1", "取前一年：2022、2023年受疫情影响，月平均支出偏低。"),
        ("floor", "tiers", "乡镇卫生院金额小，按通知给的两档定额核拨，少跑一趟。"),
        ("late_scope", "fund", "两个基金分开核算，逾期哪个险种，减半哪个险种。"),
    )
    return tuple(
        PolicyChosen(
            day=date(YEAR, 1, 16), hour=hour, note=f"选定口径：{why}", name=name, reading=reading
        )
        for hour, (name, reading, why) in enumerate(told, start=10)
    )


def agreed() -> tuple[Mapping[str, str], ...]:
    """Write 财政's list: every amount that was computed, and what it agreed to."""
    return tuple(
        {"hospital": hospital, "fund": book.split("/")[1], "agreed": yuan(amount)}
        for book in (EMPLOYEE, RESIDENT)
        for hospital, amount in approved(book).items()
    )


def signing() -> tuple[Step, ...]:
    """Sign an agreement with everybody who was given something (甘肃·二)."""
    day = date(YEAR, 1, 24)
    return (
        Recorded(
            day=day,
            hour=10,
            note="与每家签订2025年度预付金协议并登记：没有协议，付款录不进去。",
            rows=tuple(
                agreement(book, day, hospital)
                for book in (EMPLOYEE, RESIDENT)
                for hospital in approved(book)
            ),
        ),
    )
