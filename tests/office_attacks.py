"""Attacks on who may sign: on the office's chain, its keys, roles and 代理, whoever's keys it takes."""

from __future__ import annotations

from ledger.audit import check_chain
from ledger.audit.check_chain import digest
from tests.chain_files import Record, of_kind
from tests.signed_office import key_of
from tests.signed_records import (
    add_fact,
    by_another,
    cite_newest,
    put_key,
    say,
    set_named,
    sign_anew,
    signed_links,
)

OTHER = digest("another")


def newest(records: list[Record]) -> str:
    """Give the newest seal as it stands."""
    return str(of_kind(records, "seal")[-1]["digest"])


def last(records: list[Record]) -> Record:
    """Find the last link."""
    return signed_links(records)[-1]


def set_of(records: list[Record], row: Record, step: str = "prepared") -> Record:
    """Find the set of a link's step."""
    return set_named(records, row[step])


def roles_for_another_book(records: list[Record]) -> str:
    pairs = [["role", "preparer"], ["book", "620100/resident"]]
    add_fact(records, "roles", "制单乙", pairs, ("管理员甲", "主管丁"))
    steps = ("prepared", "approved", "posted")
    cite_newest(records, *(set_of(records, last(records), step) for step in steps))
    return sign_anew(records)


def roles_over(records: list[Record]) -> str:
    """A leaver signs once more."""
    add_fact(records, "roles", "制单乙", [["paper", "离任"]], ("管理员甲", "主管丁"))
    steps = ("prepared", "approved", "posted")
    cite_newest(records, *(set_of(records, last(records), step) for step in steps))
    return sign_anew(records)


def office_fact_of_another_time(records: list[Record]) -> str:
    of_kind(records, "office")[3]["recorded_at"] += "1"
    return newest(records)


def office_fact_of_other_roles(records: list[Record]) -> str:
    of_kind(records, "office")[-1]["pairs"].append(["role", "approver"])
    return sign_anew(records)


def office_fact_by_one(records: list[Record]) -> str:
    by_another(set_named(records, of_kind(records, "office")[-1]["proposed"]), "主管丁")
    return sign_anew(records)


def office_fact_by_nobody_who_leads(records: list[Record]) -> str:
    fact = of_kind(records, "office")[-1]
    by_another(set_named(records, fact["proposed"]), "制单乙")
    by_another(set_named(records, fact["confirmed"]), "审核丙")
    return sign_anew(records)


def key_as_if_the_first(records: list[Record]) -> str:
    pairs = [["version", "1"], ["public", key_of("新人庚").public()], ["how", "first"]]
    add_fact(records, "key", "新人庚", pairs, ("管理员甲", "主管丁"))
    return sign_anew(records)


def approved_by_its_preparer(records: list[Record]) -> str:
    pairs = [["role", "preparer"], ["role", "approver"]]
    add_fact(records, "roles", "制单乙", pairs, ("管理员甲", "主管丁"))
    steps = ("prepared", "approved", "posted")
    made = [set_of(records, last(records), step) for step in steps]
    cite_newest(records, *made)
    by_another(made[1], "制单乙")
    return sign_anew(records)


def reset_by(records: list[Record], other: str, how: str = "reset", *more: list[str]) -> str:
    """Let 制单乙's key be one that was reset, and the last voucher be signed with it."""
    pairs = [["version", "2"], ["public", key_of("伪").public()], ["how", how], *more]
    add_fact(records, "key", "制单乙", pairs, (other, "制单乙"), key="伪")
    steps = ("prepared", "approved", "posted")
    made = [set_of(records, last(records), step) for step in steps]
    cite_newest(records, *made)
    say(made[0], key=key_of("伪").public())
    return sign_anew(records)


def reset_by_the_poster(records: list[Record]) -> str:
    return reset_by(records, "主管丁")


def reset_by_one_who_was_reset(records: list[Record]) -> str:
    """主管丁 resets the cashier's key, and the cashier's hand then 制单乙's."""
    pairs = [["version", "2"], ["public", key_of("外人").public()], ["how", "reset"]]
    add_fact(records, "key", "出纳戊", pairs, ("主管丁", "出纳戊"), key="外人")
    seal = reset_by(records, "出纳戊")
    proposed = set_named(records, of_kind(records, "office")[-1]["proposed"])
    say(proposed, key=key_of("外人").public())
    assert seal
    return sign_anew(records)


def recovered_with_another_code(records: list[Record]) -> str:
    signature = key_of("外人").sign(OTHER)
    return reset_by(records, "出纳戊", "recovered", ["recovery_signature", signature])


def stood_in_too_late(records: list[Record]) -> str:
    """出纳戊 stands in for 制单乙 for a day that is over."""
    return stand_in(records, "2026-03-01", "2026-03-10")


def stand_in(records: list[Record], since: str, until: str) -> str:
    """Let 出纳戊 stand in for 制单乙, and prepare the last vouchers."""
    pairs = [["instead_of", "制单乙"], ["role", "preparer"], ["since", since], ["until", until]]
    add_fact(records, "stand-in", "出纳戊", pairs, ("管理员甲", "主管丁"))
    return prepared_by_the_cashier_now(records)


def prepared_by_the_cashier_now(records: list[Record]) -> str:
    steps = ("prepared", "approved", "posted")
    made = [set_of(records, last(records), step) for step in steps]
    cite_newest(records, *made)
    by_another(made[0], "出纳戊")
    return sign_anew(records)


def stood_in_for_one_who_left(records: list[Record]) -> str:
    """Whoever handed over is stood in for no longer."""
    stand_in(records, "2026-03-01", "2026-03-31")
    add_fact(records, "handover", "制单乙", [["to", "新人庚"]], ("管理员甲", "主管丁"))
    return prepared_by_the_cashier_now(records)


def switched_on_elsewhere(records: list[Record]) -> str:
    fact = next(row for row in of_kind(records, "office") if row["kind"] == "signing-on")
    for pair in fact["pairs"]:
        if pair[0] == "chain":
            pair[1] = pair[1][:-64] + OTHER
    content = check_chain.pairs_digest("office-content", fact["pairs"])
    for name in ("proposed", "confirmed"):
        say(set_named(records, fact[name]), content=content)
        put_key(set_named(records, fact[name]))
    return sign_anew(records)


def proposal_confirmed_again(records: list[Record]) -> str:
    """A proposal of long ago is confirmed once more, by whoever confirmed it."""
    facts = of_kind(records, "office")
    add_fact(records, "roles", "新人庚", facts[-1]["pairs"], ("管理员甲", "主管丁"))
    made = of_kind(records, "office")[-1]
    records.remove(set_named(records, made["proposed"]))
    made["proposed"] = facts[-1]["proposed"]
    return sign_anew(records)


def roles_by_an_admin(records: list[Record]) -> str:
    """Nobody of the two is a chief, and there is one."""
    by_another(set_named(records, of_kind(records, "office")[-1]["confirmed"]), "审核丙")
    return sign_anew(records)
