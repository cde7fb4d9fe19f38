"""The verbs that the rows of docs/office-of-three.md name, each played by the ordinary verb."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from ledger.basis.errors import Refused
from ledger.basis.period import first_day, last_day
from ledger.policy.layers import PROFILES
from ledger.reports.vouchers.voucher_sheet import signed_by
from ledger.workflow.bank.adjust import adjust, approve_sheets
from ledger.workflow.bank.draw import Entered
from ledger.workflow.bank.match import match_accounts
from ledger.workflow.bank.statement_import import import_statement
from ledger.workflow.close.close_month import close_month
from ledger.workflow.close.close_year import close_year
from ledger.workflow.confirm.otherwise import check_otherwise
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve, drafts_of
from ledger.workflow.office.handover import handover_of, propose_handover
from ledger.workflow.office.handover_lists import DRAFT
from ledger.workflow.office.people import propose_roles, reset_key
from ledger.workflow.office.proposing import confirm
from ledger.workflow.office.stand_in import propose_stand_in
from ledger.workflow.office.switching import switch_on
from ledger.workflow.policy.policy import adopt
from ledger.workflow.policy.policy_choice import choose
from ledger.workflow.policy.policy_choice import confirm as confirm_choice
from ledger.workflow.posting.post import post_drafts
from ledger.workflow.posting.sign import sign
from ledger.workflow.setup.opening import prove
from tests.bank_office import printed, write_csv
from tests.office import EMPLOYEE, FIRST, raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from ledger.voucher.shown import Voucher

from tests.three_office import ACCOUNT, CASHIER, CHIEF, FIRST_WORDS, KINDS, StoryRow, ThreeOffice


def chief_words(words: str) -> list[str]:
    """List names or words that stand by 、."""
    return words.split("、")


def switched(office: ThreeOffice, words: str) -> str:
    """启用签名."""
    names = chief_words(words)
    office.passwords = {name: f"{FIRST_WORDS}{name}" for name in names}
    office.desk.signer = None
    done = switch_on(office.desk, office.passwords)
    return f"{len(done.signers)} 人有密钥"


def chosen(office: ThreeOffice, words: str) -> str:
    """提出口径."""
    name, reading_, year, paper = re.fullmatch(
        r"(\S+) = (\S+)，起用年度 (\d+)，(.*)", words
    ).groups()  # type: ignore[union-attr]
    done = choose(office.desk, EMPLOYEE, name, reading_, "会议定", paper=paper, from_year=int(year))
    return done.sentence()


def choice_confirmed(office: ThreeOffice, words: str) -> str:
    """确认口径."""
    return confirm_choice(office.desk, EMPLOYEE, words).sentence()


def recorded(office: ThreeOffice, words: str) -> str:
    """制单: a kind, whom it is about, how much."""
    kind, *who, amount = words.split(" ")
    day = str(office.desk.today())
    office.recorded += 1
    more: dict[str, object] = {"date": day, "amount": amount, "key": f"{kind}-{office.recorded}"}
    if who:
        side = {"拨付": "from", "返还": "to"}[kind]
        more |= {"hospital": FIRST, "year": day[:4], side: ACCOUNT}
    if kind == "返还":
        more["payer_account"] = f"6222{FIRST[-8:]}"
    row = office.row(KINDS[kind], **more)
    record(office.desk, raw([row], "rows.jsonl"))
    return ""


def approved(office: ThreeOffice, _: str) -> str:
    """审核 every draft that waits, by its name."""
    waiting = [draft.event.key for draft in drafts_of(office.desk, EMPLOYEE)]
    approve(office.desk, waiting)
    return ""


def posted(office: ThreeOffice, _: str) -> str:
    """记账."""
    post_drafts(office.desk, ())
    return signed_words(office.vouchers()[-1])


def signed_words(voucher: Voucher) -> str:
    """Say who stands under a voucher."""
    told = dict(signed_by(voucher))
    names = {step: re.sub(r"（\d.*", "", told[step]) for step in ("制单", "审核", "记账")}
    return "，".join(f"{step} {name}" for step, name in names.items())


def signed(office: ThreeOffice, _: str) -> str:
    """签章."""
    sign(office.desk, (), book=EMPLOYEE)
    return ""


def statement(office: ThreeOffice, month: str) -> str:
    """导入对账单 of a month, where anything moved, and 勾对."""
    lines = office.money_of(month)
    if lines:
        before = office.balance(ACCOUNT, previous(month)) if month > "2026-01" else "0.00"
        path = write_csv(office.folder / f"{month}.csv", printed(lines, before))
        import_statement(office.desk, EMPLOYEE, ACCOUNT, path)
    match_accounts(office.desk, EMPLOYEE, account=ACCOUNT)
    return ""


def previous(month: str) -> str:
    """Name the month before, of one year."""
    return f"{month[:5]}{int(month[5:]) - 1:02d}"


def drawn_up(office: ThreeOffice, month: str) -> str:
    """编制余额调节表, by the paper statement's balance where nothing moved."""
    still = "" if office.money_of(month) else office.balance(ACCOUNT, month)
    adjust(
        office.desk, EMPLOYEE, month, account=ACCOUNT, entered=Entered(statement=still), submit=True
    )
    return ""


def sheet_approved(office: ThreeOffice, month: str) -> str:
    """审核余额调节表."""
    approve_sheets(office.desk, EMPLOYEE, month, account=ACCOUNT)
    return ""


def closed(office: ThreeOffice, month: str) -> str:
    """结账."""
    close_month(office.desk, month, book=EMPLOYEE)
    return ""


def month_end(office: ThreeOffice, month: str) -> str:
    """月末, each by who does it."""
    steps: tuple[tuple[str, Callable[[ThreeOffice, str], str]], ...] = (
        (CASHIER, signed),
        (CASHIER, statement),
        (office.clerk, drawn_up),
        (CHIEF, sheet_approved),
        (CHIEF, closed),
    )
    for who, step in steps:
        with office.acting(who):
            step(office, month)
    assert first_day(month) < last_day(month) < office.desk.today()
    return ""


def text_proposed(office: ThreeOffice, reason: str) -> str:
    """提出方案: the office's own file says something else."""
    folder = office.folder / "profiles"
    folder.mkdir(exist_ok=True)
    shipped = (PROFILES / "gansu.yaml").read_text("utf-8")
    changed = shipped.replace('    value: "1/2"\n', '    value: "1/4"\n')
    assert changed != shipped
    (folder / "gansu.yaml").write_text(changed, "utf-8")
    adopt(office.desk, "", reason)
    return ""


def text_adopted(office: ThreeOffice, _: str) -> str:
    """采用方案."""
    adopt(office.desk, "")
    return ""


def forgotten(office: ThreeOffice, _: str) -> str:
    """忘了密码: what is typed opens nothing."""
    who = office.desk.operator
    office.passwords[who] = "记不得了随便写一个试试看"
    prove(office.desk, office.folder / "login", who, office.passwords[who])
    return ""


def password_reset(office: ThreeOffice, who: str) -> str:
    """重置密码: the owner types a new one."""
    new = f"{FIRST_WORDS}{who}换了一个"
    fact = reset_key(office.desk, who, new)
    office.passwords[who] = new
    return f"{fact.subject}的密钥 {'重置' if fact.word('how') == 'reset' else ''}"


def standing(office: ThreeOffice, words: str) -> str:
    """提出代理."""
    found = re.fullmatch(r"(.+?)代(.+?) (.+?)，(\S+) 至 (\S+)，(.+)", words)
    assert found, words
    name, absent, roles, since, until, paper = found.groups()
    propose_stand_in(
        office.desk, name, absent, chief_words(roles), since=since, until=until, paper=paper
    )
    return ""


def confirmed(office: ThreeOffice, name: str) -> str:
    """确认."""
    confirm(office.desk, name)
    return ""


def registered(office: ThreeOffice, words: str) -> str:
    """登记 somebody new, who types a password."""
    name, roles = words.split(" ")
    password = f"{FIRST_WORDS}{name}"
    propose_roles(office.desk, name, chief_words(roles), password=password)
    office.passwords[name] = password
    return ""


def handed_over(office: ThreeOffice, words: str) -> str:
    """交接."""
    found = re.fullmatch(r"(.+?)交(.+?)，监交(.+)", words)
    assert found, words
    made = handover_of(office.desk, *found.groups())
    propose_handover(office.desk, made, paper="人事〔2026〕9号")
    office.clerk = made.to
    return f"{sum(line.part == DRAFT for line in made.lines)} 笔{DRAFT}"


def left(office: ThreeOffice, name: str) -> str:
    """离岗."""
    propose_roles(office.desk, name, ())
    return ""


def checked_otherwise(office: ThreeOffice, year: str) -> str:
    """替代核对."""
    paper = f"替-{year}:{office.desk.today()}"
    check_otherwise(office.desk, int(year), book=EMPLOYEE, reason="逐笔核对回单", paper=paper)
    return ""


def year_closed(office: ThreeOffice, year: str) -> str:
    """年结."""
    close_year(office.desk, int(year), book=EMPLOYEE)
    return ""


ACTS: MappingProxyType[str, Callable[[ThreeOffice, str], str]] = MappingProxyType(
    {
        "启用签名": switched,
        "提出口径": chosen,
        "确认口径": choice_confirmed,
        "制单": recorded,
        "审核": approved,
        "记账": posted,
        "签章": signed,
        "导入对账单": statement,
        "编制余额调节表": drawn_up,
        "审核余额调节表": sheet_approved,
        "结账": closed,
        "月末": month_end,
        "提出方案": text_proposed,
        "采用方案": text_adopted,
        "忘了密码": forgotten,
        "重置密码": password_reset,
        "提出代理": standing,
        "确认": confirmed,
        "登记": registered,
        "交接": handed_over,
        "离岗": left,
        "替代核对": checked_otherwise,
        "年结": year_closed,
    }
)


def played(office: ThreeOffice, row: StoryRow) -> str:
    """Play one row; say what came of it as the page writes it."""
    office.on(row.day)
    try:
        with office.acting(row.who):
            told = ACTS[row.verb](office, row.words)
    except Refused as error:
        codes = " ".join(finding.code for finding in error.findings)
        words = "；".join(f"{one.message} {one.remedy}" for one in error.findings)
        return f"拒绝 {codes}：{words}"
    return f"可以：{told}"
