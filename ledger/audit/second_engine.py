"""第二引擎: Beancount adds the exported journals up itself, and must agree with SQL to the 分.

Two engines that share no arithmetic compare 借方发生额, 贷方发生额 and the closing balance of
every account. Codes: ENGINES_DISAGREE, ACCOUNT_ONE_SIDED, JOURNAL_UNREADABLE, JOURNAL_PLUGIN.
Where both agree and the world does not (what hospitals confirmed), that is CONFIRMED_DIFFERS.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from ledger.basis.errors import Finding
from ledger.formats.journals.beancount import OPENING_TAG
from ledger.formats.journals.beancount_names import CLEARING_ACCOUNT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from beancount.core.data import Balance, BeancountError, Directives, Posting
    from beancount.core.inventory import Inventory
    from beancount.core.realization import RealAccount

    from ledger.voucher.shown import BalanceRow, YearLedger

REMEDY = (
    "先不要结账：运行 prepay verify 查明是账簿还是导出文件被改动，"
    "再用 prepay export beancount 重新导出"
)
WORLD_REMEDY = (
    "与对方核对：我方漏记、错记的补记或更正，对方的错由对方改账；"
    "查明后用 prepay confirm explain 写明原因"
)
CURRENCY = "CNY"


class EngineFigures(NamedTuple):
    """What one engine says of one account, in 元: 发生额 by side, and the balance (debit > 0)."""

    debit: Decimal
    credit: Decimal
    closing: Decimal


TERMS = EngineFigures._fields
LABELS = dict(zip(TERMS, ("借方发生额", "贷方发生额", "期末余额"), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a load found: where the engines differ, and where others say something else.

    `explained` are differences with what others say for which a reason is on record.
    """

    findings: tuple[Finding, ...]
    differing: tuple[Finding, ...] = ()
    explained: tuple[Finding, ...] = ()


def disagreements(
    main_file: Path, ledger: YearLedger, sql: Mapping[str, BalanceRow]
) -> list[Finding]:
    """Say where the two engines differ."""
    return list(compared(main_file, ledger, sql).findings)


def compared(main_file: Path, ledger: YearLedger, sql: Mapping[str, BalanceRow]) -> Compared:
    """Let Beancount load the journals, without its cache, and say where it differs from SQL.

    `sql` holds the whole year's figures by leaf code. Nothing found means that every account
    stands on both sides with the same three figures. A journal that asks for a plugin is not
    loaded at all: a plugin is code, and could make any figures agree.
    """
    if strangers := plugins(main_file):
        asked = [f"要求运行插件 {name}" for name in strangers]
        return Compared(findings=tuple(unread("JOURNAL_PLUGIN", main_file, a) for a in asked))
    from beancount import loader

    loader.initialize(use_cache=False)
    entries, errors, _ = loader.load_file(str(main_file.resolve()))
    failed = failed_assertions(entries)
    # A failed assertion is what somebody outside said; every other error is a fault.
    places = {spot(entry.meta) for entry in failed}
    faults = [error for error in errors if spot(error.source) not in places]
    explained, differing = list[Finding](), list[Finding]()
    for entry in failed:
        (explained if "explained" in entry.meta else differing).append(differs(entry, ledger))
    return Compared(
        findings=(*unloaded(faults, main_file), *unequal_engines(entries, main_file, ledger, sql)),
        differing=tuple(differing),
        explained=tuple(explained),
    )


def unloaded(faults: Iterable[BeancountError], main_file: Path) -> Iterator[Finding]:
    """Word what Beancount could not read."""
    for error in faults:
        what = f"{error.message}（{place(error.source)}）"
        yield unread("JOURNAL_UNREADABLE", main_file, what)


def failed_assertions(entries: Directives) -> list[Balance]:
    """List the `balance` assertions that do not hold."""
    from beancount.core.data import Balance

    return [e for e in entries if isinstance(e, Balance) and e.diff_amount is not None]


def unequal_engines(
    entries: Directives, main_file: Path, ledger: YearLedger, sql: Mapping[str, BalanceRow]
) -> Iterator[Finding]:
    """Say where the loaded entries and SQL differ, and where the openings do not balance."""
    from beancount.core.realization import realize

    accounts, strays = accounts_by_code(entries)
    for stray in strays:
        yield unread("ENGINES_DISAGREE", main_file, stray)
    root = realize(entries)  # type: ignore[no-untyped-call]
    figures = {code: realised(found(root, account)) for code, account in accounts.items()}
    yield from compare(ledger, figures, sql)
    yield from clearing(found(root, CLEARING_ACCOUNT), main_file)


def differs(entry: Balance, ledger: YearLedger) -> Finding:
    """Word that what someone outside confirmed is not what the books say."""
    assert entry.diff_amount is not None, "only a failed assertion has a difference"
    gap = entry.diff_amount.number or Decimal()
    words = {
        name: str(entry.meta.get(name, "")) for name in ("by", "paper", "as_of", "letter", "said")
    }
    said = Decimal(words["said"])
    about = "，".join(word for word in (words["letter"], words["paper"]) if word)
    return Finding(
        code="CONFIRMED_DIFFERS",
        message=f"{ledger.book.code} 截至 {words['as_of']}，{words['by']}确认 {said:,.2f}，"
        f"账面 {said + gap:,.2f}，相差 {-gap:,.2f}（{entry.account}；{about}）",
        clause="《会计基础工作规范》第六十二条(三)",
        remedy=WORLD_REMEDY,
    )


def spot(source: Mapping[str, object] | None) -> tuple[object, object]:
    """Return the place that a directive or an error points to."""
    source = source or {}
    return source.get("filename"), source.get("lineno")


def plugins(main_file: Path) -> list[str]:
    """List the plugins that a main file asks for, without running any."""
    from beancount.parser import parser

    if not main_file.is_file():
        return []
    _, _, options = parser.parse_file(str(main_file))
    return [str(name) for name, _ in options["plugin"]]


def accounts_by_code(entries: Directives) -> tuple[dict[str, str], list[str]]:
    """Find each code's account among the `open` directives, and say which of them are strange."""
    from beancount.core.data import Open

    accounts: dict[str, str] = {}
    strays = []
    for entry in entries:
        if not isinstance(entry, Open) or entry.account == CLEARING_ACCOUNT:
            continue
        code = entry.meta.get("code")
        if not isinstance(code, str):
            strays.append(f"科目 {entry.account} 没有科目编码")
        elif code in accounts:
            strays.append(f"科目编码 {code} 出现在 {accounts[code]} 和 {entry.account}")
        else:
            accounts[code] = entry.account
    return accounts, strays


def found(root: RealAccount, name: str) -> RealAccount | None:
    """Find an account in what Beancount realised; None where nothing was posted below it."""
    from beancount.core.realization import get

    account: RealAccount | None = get(root, name)  # type: ignore[no-untyped-call]
    return account


def realised(account: RealAccount | None) -> EngineFigures:
    """Take an account's figures as Beancount realised them; openings are never 发生额."""
    from beancount.core.data import TxnPosting

    if account is None:
        return EngineFigures(Decimal(), Decimal(), Decimal())
    turnover = {"借": Decimal(), "贷": Decimal()}
    for item in account.txn_postings:
        if isinstance(item, TxnPosting) and OPENING_TAG not in (item.txn.tags or ()):
            count_posting(item.posting, turnover)
    return EngineFigures(turnover["借"], -turnover["贷"], balance(account.balance))


def count_posting(posting: Posting, turnover: dict[str, Decimal]) -> None:
    """Add a posting to its side; one without a side counts nowhere, so that 发生额 comes short."""
    side = (posting.meta or {}).get("dc")
    units = posting.units
    if side in turnover and units is not None and units.number is not None:
        turnover[side] += units.number


def balance(inventory: Inventory) -> Decimal:
    """Return a realised balance in 元."""
    units = inventory.get_currency_units(CURRENCY)  # type: ignore[no-untyped-call]
    number: Decimal = units.number
    return number


def compare(
    ledger: YearLedger, figures: Mapping[str, EngineFigures], sql: Mapping[str, BalanceRow]
) -> Iterator[Finding]:
    """Hold the two engines' figures against each other, account by account."""
    for code in sorted({*figures, *sql}):
        leaf = sql[code].leaf if code in sql else ledger.leaves.get(code)
        name = f"{leaf.name if leaf else '未知科目'}（{code}）"
        if code not in sql:
            yield one_sided(name, "Beancount", "账簿")
        elif code not in figures:
            yield one_sided(name, "账簿", "Beancount")
        else:
            yield from unequal_terms(name, sql_figures(sql[code]), figures[code])


def one_sided(name: str, there: str, missing: str) -> Finding:
    """Word that only one engine knows an account."""
    return Finding(
        code="ACCOUNT_ONE_SIDED",
        message=f"{name}只在{there}一边有，{missing}一边没有",
        remedy=REMEDY,
    )


def unequal_terms(name: str, ours: EngineFigures, theirs: EngineFigures) -> Iterator[Finding]:
    """Name the figures of an account in which the engines differ."""
    for term, our, their in zip(TERMS, ours, theirs, strict=True):
        if our != their:
            yield Finding(
                code="ENGINES_DISAGREE",
                message=f"{name}{LABELS[term]}：账簿 {our:,.2f}，Beancount {their:,}，"
                f"相差 {our - their:,}",
                remedy=REMEDY,
            )


def sql_figures(row: BalanceRow) -> EngineFigures:
    """Write a row's fen as 元, exactly."""
    return EngineFigures(
        *(Decimal(fen).scaleb(-2) for fen in (row.debit_fen, row.credit_fen, row.closing_fen))
    )


def clearing(account: RealAccount | None, main_file: Path) -> Iterable[Finding]:
    """Say so where the openings do not balance: their clearing account must end at nothing."""
    left = balance(account.balance) if account is not None else Decimal()
    if left:
        yield unread("ENGINES_DISAGREE", main_file, f"年初余额借贷不平，相差 {left:,}")


def unread(code: str, main_file: Path, what: str) -> Finding:
    """Word what is wrong with the journals as a whole."""
    return Finding(code=code, message=f"账本 {main_file.name}：{what}", remedy=REMEDY)


def place(source: Mapping[str, object] | None) -> str:
    """Name the file and line that a Beancount error points to, without its folder."""
    source = source or {}
    name = str(source.get("filename", "")).replace("\\", "/").rpartition("/")[2]
    return f"{name} 第 {source.get('lineno', 0)} 行"
