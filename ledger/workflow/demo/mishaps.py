"""March 2025, what the banks do wrong: one payment comes back, one is made twice."""

from __future__ import annotations

from datetime import date

from ledger.basis.money import yuan
from ledger.workflow.demo.hospitals import BAIYANG_CLINIC, HENGYAN, prepayments
from ledger.workflow.demo.payments import singles
from ledger.workflow.demo.rows import (
    Row,
    common,
    interest,
    receipt,
    repayment,
    single_disbursement,
)
from ledger.workflow.demo.steps import EMPLOYEE, RESIDENT, MonthClosed, Recorded, Step


def bounced_and_paid_again() -> tuple[Step, ...]:
    """Show 退汇: the bank gives a payment back, and the hospital is paid on its new account."""
    amount = prepayments(EMPLOYEE)[HENGYAN]
    paid, returned = date(2025, 3, 18), date(2025, 3, 20)
    back: Row = {
        **common("payment-return", EMPLOYEE, returned, HENGYAN),
        "hospital": HENGYAN,
        "year": "2025",
        "amount": yuan(amount),
        "to": "1004",
        "disbursement": common("disbursement", EMPLOYEE, paid, HENGYAN)["key"],
        "papers": [receipt(EMPLOYEE, returned, "bounced", amount)],
    }
    twice, given_back = paid_twice()
    return (
        twice,
        Recorded(
            day=returned,
            hour=15,
            note="恒砚医院户名有误，银行原路退回：退汇不是返还，医院从没拿到过这笔钱。",
            rows=(back,),
        ),
        Recorded(
            day=date(2025, 3, 21),
            hour=10,
            note="银行一季度结息，职工、居民各一笔。",
            rows=(
                interest(EMPLOYEE, date(2025, 3, 21), "41,286.17"),
                interest(RESIDENT, date(2025, 3, 21), "18,640.52"),
            ),
        ),
        *singles(),
        given_back,
        MonthClosed(
            day=date(2025, 4, 8),
            hour=16,
            note="三月结账：除桃汀医院等新账号备案外，当年预付金都在三月底前核拨。",
            period="2025-03",
        ),
    )


def paid_twice() -> tuple[Step, ...]:
    """Show 特殊情况: the bank pays a clinic twice, and the clinic gives the excess back."""
    paid, returned = date(2025, 3, 20), date(2025, 3, 27)
    amount = prepayments(RESIDENT)[BAIYANG_CLINIC]
    again = single_disbursement(RESIDENT, paid, BAIYANG_CLINIC, amount)
    excess = repayment(RESIDENT, returned, BAIYANG_CLINIC, amount)
    return (
        Recorded(
            day=paid,
            hour=11,
            note="银行把白杨桥社区中心的居民预付金又付了一遍：超出核定，但钱已经出去，"
            "凭回单作为特殊情况录入，会计主管审核，报表上标红。",
            rows=(
                {
                    **again,
                    "irregular": "yes",
                    "reason": "代付系统重发批次，同一笔付了两遍，已通知银行和医院",
                },
            ),
        ),
        Recorded(
            day=returned,
            hour=10,
            note="白杨桥社区中心退回多付的一笔，余额回到核定之内，红字提示自行解除。",
            rows=({**excess, "reason": "退回银行重复支付的预付金"},),
        ),
    )
