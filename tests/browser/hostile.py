"""An office whose every text is an attack: sixty strings, each in every field that takes words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.workflow.close.export import export_all
from ledger.workflow.setup.masters import import_hospitals
from tests.office import EMPLOYEE, Office, raw

if TYPE_CHECKING:
    from pathlib import Path

#: What runs sets `window.hit`; nothing of these may run, load, or become an element.
RUN = "window.hit=1"
ATTACKS: tuple[str, ...] = (
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script/x>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</script>",
    '<script src="//example.com/x.js"></script>',
    f'<script type="module">{RUN}</script>',
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}">',
    f"<img/src=x/onerror={RUN}>",
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<img src=x\tonerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"--><img src=x onerror={RUN}>",
    f"]]><img src=x onerror={RUN}>",
    f"</textarea><img src=x onerror={RUN}>",
    f"</title><img src=x onerror={RUN}>",
    f"</style><img src=x onerror={RUN}>",
    f"</li></ol><img src=x onerror={RUN}>",
    f"</td></tr></table><img src=x onerror={RUN}>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x></svg>",
    f"<svg><a href=javascript:{RUN}>x</a></svg>",
    f"<math><mi//xlink:href='data:x,<script>{RUN}</script>'>",
    f"<body onload={RUN}>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    "<iframe src=//example.com></iframe>",
    f"<object data=javascript:{RUN}></object>",
    "<embed src=//example.com/x>",
    f"<a href=javascript:{RUN}>点我</a>",
    f'<a href="java&#115;cript:{RUN}">点我</a>',
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<button formaction=javascript:{RUN}>x</button>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}></select>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<div style=\"background:url('javascript:{RUN}')\">x</div>",
    "<style>*{display:none}</style>",
    "<link rel=stylesheet href=//example.com/x.css>",
    "<base href=//example.com/>",
    '<meta http-equiv=refresh content="0;url=//example.com">',
    f"<template><script>{RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<svelte-component type=charts><script type=application/json>{RUN}</script>",
    f"<table is=sortable-table onmouseover={RUN}>",
    f"{{{{ constructor.constructor('{RUN}')() }}}}",
    "{{ 7*7 }}{% if 1 %}x{% endif %}",
    f"${{{RUN}}}",
    f'";{RUN};//',
    f"';{RUN};//",
    f'\\"}};{RUN};//',
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
)
assert len(ATTACKS) == 60
assert len(set(ATTACKS)) == 60


def hospitals() -> list[str]:
    """Give a code for each attack."""
    return [f"H6201009{number:04d}" for number in range(len(ATTACKS))]


def hostile_office(folder: Path) -> Office:
    """Post a year in which hospitals, papers, keys, 摘要, reasons and counterparties attack."""
    office = Office.open(str(folder / "prepay.db"), folder)
    codes = hospitals()
    office.desk.operator = "制单乙"
    rows = [
        {
            "code": code,
            "name": attack,
            "ownership": "public",
            "level": attack[:60],
            "inpatient": "yes",
            "bank_account": attack,
            "group": attack,
            "agency": attack,
        }
        for code, attack in zip(codes, ATTACKS, strict=True)
    ]
    import_hospitals(office.desk, raw(rows, "名单.csv"))
    office.fund("900000000.00")
    office.permit_all(codes, 2026, amount="900000.00")
    office.on("2026-04-20")
    office.post(*(paid(code, n) for n, code in enumerate(codes)))
    office.post(*(held(office, n) for n in range(len(ATTACKS))))
    corrected(office)
    for month in ("2026-01", "2026-02", "2026-03"):
        office.close(month, book=EMPLOYEE)
    export_all(office.desk, folder / "journals")
    return office


def paid(code: str, number: int) -> dict[str, object]:
    """Write a late payment whose every word is the attack."""
    attack = ATTACKS[number]
    papers = [
        {"type": kind, "number": f"{attack}{number}-{place}", "title": attack, "date": "2026-04-10"}
        for place, kind in enumerate(("payment-order", "bank-receipt", "special-document"))
    ]
    return {
        "kind": "disbursement",
        "area": "620100",
        "fund": "employee",
        "key": f"{attack}{number}",
        "date": "2026-04-10",
        "hospital": code,
        "year": "2026",
        "amount": "1000.00",
        "from": "1004",
        "summary": attack,
        "reason": f"其他：{attack}",
        "payee_account": attack,
        "papers": papers,
    }


def held(office: Office, number: int) -> dict[str, object]:
    """Write money held for a counterparty whose name is the attack."""
    return office.row(
        "suspense",
        date="2026-04-15",
        counterparty=ATTACKS[number],
        to="1004",
        amount="1.00",
        summary=ATTACKS[number],
    )


def corrected(office: Office) -> None:
    """Take a payment back, for a reason that is an attack."""
    from ledger.workflow.drafting.correct import correct

    office.desk.operator = "制单乙"
    key = f"{ATTACKS[0]}0"
    correct(office.desk, EMPLOYEE, [key], reason=ATTACKS[0], form="red")
    office.post()
