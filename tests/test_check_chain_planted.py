"""What an insider changes in a signed year, and what the checker says of it, in Chinese.

Each is done twice: plainly, and by somebody who makes every digest, link and seal fit again but
has nobody's password. Both ways of verifying find the same.
"""

from __future__ import annotations

import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from ledger.audit import check_chain
from ledger.audit.check_chain import KINDS, digest
from ledger.basis.keys import fingerprint
from tests.chain_files import Exported, Record, codes_of, exported, of_kind, write
from tests.office import FIRST, SECOND, Office
from tests.signed_office import key_of
from tests.signed_records import (
    add_fact,
    by_another,
    cite_newest,
    links_of,
    put_key,
    said,
    say,
    set_named,
    sets_for,
    sign_anew,
    signed_links,
)
from tests.signed_years import signed_year
from tests.test_check_chain_attacks import others

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

VERIFIERS = {"library": check_chain.verifying(), "alone": check_chain.verified_alone}


@pytest.fixture(scope="module")
def signed(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Export a signed year of which March is open."""
    folder = tmp_path_factory.mktemp("signed")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    signed_year(office)
    found = exported(office, folder / "2026.jsonl", 2026)
    office.desk.engine.dispose()
    return found


@pytest.fixture(params=VERIFIERS)
def verifier(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Verify by the library, or by the checker's own arithmetic."""
    monkeypatch.setattr(check_chain, "VERIFIED", VERIFIERS[request.param])
    return str(request.param)


def open_links(records: list[Record]) -> list[Record]:
    """List the vouchers of the open month."""
    return [row for row in signed_links(records) if row["label"].startswith("2026-03")]


def leg(records: list[Record]) -> None:
    for line in open_links(records)[0]["lines"]:
        line["fen"] += 10000


def account(records: list[Record]) -> None:
    """The money goes to another hospital."""
    line = open_links(records)[0]["lines"][0]
    line["account"] = line["account"].replace(FIRST, SECOND)
    line["name"] = line["name"].replace("城关", "安宁")


def name(records: list[Record]) -> None:
    for row in links_of(records):
        for line in row["lines"]:
            line["name"] = line["name"].replace("城关", "城南")


def paper(records: list[Record]) -> None:
    """The paper's digest stands in the private part."""
    open_links(records)[0]["private"] = digest("another paper")


def day(records: list[Record]) -> None:
    open_links(records)[0]["date"] = "2026-03-09"


def approver(records: list[Record]) -> None:
    """审核丙's approval is put under the chief's name."""
    say(set_named(records, open_links(records)[0]["approved"]), by="主管丁")


def approval(records: list[Record]) -> None:
    """The approval is another one's, which was of something else."""
    open_links(records)[0]["approved"] = open_links(records)[1]["approved"]


def number(records: list[Record]) -> None:
    one, other = open_links(records)[1:]
    one["label"], other["label"] = other["label"], one["label"]


def order(records: list[Record]) -> None:
    """Two vouchers of the open month change places, and numbers."""
    one, other = open_links(records)[1:]
    at = records.index(one)
    records[at], records[at + 1] = other, one
    one["label"], other["label"] = other["label"], one["label"]


def cut(records: list[Record]) -> None:
    """A voucher is cut from the middle of the open month, its sets with it, the rest numbered."""
    one, other, last = open_links(records)
    other["label"], last["label"] = one["label"], other["label"]
    records.remove(one)
    for step in ("prepared", "approved", "posted"):
        records.remove(set_named(records, one[step]))


def added(records: list[Record]) -> None:
    """A voucher is put in that nobody signed."""
    row = open_links(records)[-1]
    plain = {word: row[word] for word in KINDS["link"]} | {"record": "link"}
    records.insert(records.index(row) + 1, plain | {"label": "2026-03 记-0004"})


def replayed(records: list[Record]) -> None:
    """A payment that two people signed is posted once more."""
    row = open_links(records)[-1]
    records.insert(records.index(row) + 1, {**row, "label": "2026-03 记-0004"})


def post_replayed(records: list[Record]) -> None:
    """A posting's signature is put in once more, under a posting of its own."""
    made = set_named(records, open_links(records)[-1]["posted"])
    records.insert(records.index(made), {**made, "id": "00"})
    open_links(records)[-1]["posted"] = "00"


def reset_forged(records: list[Record]) -> None:
    """审核丙 gives 制单乙 a new key that only he has, and signs for both."""
    pairs = [["version", "2"], ["public", key_of("伪").public()], ["how", "reset"]]
    add_fact(records, "key", "制单乙", pairs, ("审核丙", "制单乙"), key="伪")
    steps = ("prepared", "approved", "posted")
    made = [set_named(records, open_links(records)[-1][step]) for step in steps]
    cite_newest(records, *made)
    say(made[0], key=key_of("伪").public())
    put_key(made[0])


PLANTED: Mapping[str, tuple[Callable[[list[Record]], None], str]] = {
    "leg": (leg, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：制单人没有签过这一内容"),
    "account": (account, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：审核人没有签过这一内容"),
    "name": (name, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：制单人没有签过这一内容"),
    "paper": (paper, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：制单人没有签过这一内容"),
    "day": (day, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：制单人没有签过这一内容"),
    "approver": (approver, "审核签名（主管丁）：不是主管丁当时登记的密钥"),
    "approval": (approval, "FACT_NOT_SIGNED 第 15 环 2026-03 记-0001：审核人没有签过这一内容"),
    "number": (number, "记账签名（主管丁）：所签的链首、环次或凭证号与现状不同"),
    "order": (order, "记账签名（主管丁）：所签的链首、环次或凭证号与现状不同"),
    "cut": (cut, "记账签名（主管丁）：所签的链首、环次或凭证号与现状不同"),
    "added": (added, "FACT_UNSIGNED 第 18 环 2026-03 记-0004：启用签名之后，没有签名"),
    "replayed": (replayed, "SIGNED_TWICE 第 18 环 2026-03 记-0004：与第 17 环 2026-03 记-0003"),
    "post replayed": (post_replayed, "SET_TWICE"),
    "reset forged": (
        reset_forged,
        "OFFICE_UNSIGNED 单位第 8 环 key 制单乙：提出人、确认人签的不是",
    ),
}


def told(path: Path, *given: str) -> str:
    """Return everything that was found, a line each."""
    return "\n".join(check_chain.check(str(path), list(given))[0])


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_change_is_found_and_said(
    signed: Exported, tmp_path: Path, verifier: str, planted: str
) -> None:
    """Every digest fits again, in an open month that no seal covers, with nobody's password."""
    change, words = PLANTED[planted]
    records = signed.copy()
    change(records)
    plain = told(write(tmp_path / "chain.jsonl", records), signed.seal)
    assert plain, verifier
    sign_anew(records, ())
    found = told(write(tmp_path / "chain.jsonl", records), of_kind(records, "seal")[-1]["digest"])
    assert words in found, verifier


@pytest.mark.parametrize("planted", PLANTED)
def test_two_faults_at_once_are_both_said(signed: Exported, tmp_path: Path, planted: str) -> None:
    """Beside the change of March, a paper of January is another."""
    change, words = PLANTED[planted]
    records = signed.copy()
    change(records)
    signed_links(records)[0]["private"] = digest("another paper")
    sign_anew(records, ())
    found = told(write(tmp_path / "c.jsonl", records), of_kind(records, "seal")[-1]["digest"])
    assert words in found
    assert "FACT_NOT_SIGNED 第 8 环 2026-01 记-0003：审核人没有签过这一内容" in found


#: Each person, alone, with their own password: what of the list they can make nobody find.
ROLES = ("管理员甲", "制单乙", "审核丙", "主管丁", "出纳戊")
#: Whoever posts can post an open month anew, as he can cut its tail: only a witness tells.
TAIL = {("主管丁", word) for word in ("order", "cut")}


@pytest.mark.parametrize("person", ROLES)
def test_with_one_password_nobody_moves_money_or_hides_who_did_it(
    signed: Exported, tmp_path: Path, person: str
) -> None:
    unseen = set()
    for planted, (change, _) in PLANTED.items():
        records = signed.copy()
        change(records)
        if planted != "post replayed":
            sign_anew(records, (person, "伪"))
        path = write(tmp_path / "chain.jsonl", records)
        if not told(path, of_kind(records, "seal")[-1]["digest"]):
            unseen.add((person, planted))
    assert unseen <= TAIL
    assert unseen == {one for one in TAIL if one[0] == person}


def test_keys_replaced_whole_are_found_by_the_printed_cover_alone(
    signed: Exported, tmp_path: Path
) -> None:
    """Whoever has the database and the program makes an office of his own, with every key."""
    records = signed.copy()
    cover = [fingerprint(key_of(who).public()) for who in ("制单乙", "审核丙", "主管丁")]
    head = office_head(records)
    path = write(tmp_path / "chain.jsonl", records)
    assert told(path, signed.seal, head, *cover, f"审核丙={cover[1]}") == ""
    assert "FINGERPRINT_UNKNOWN 没有指纹" in told(path, signed.seal, f"制单乙={cover[1]}")
    replace_keys(records)
    seal = of_kind(records, "seal")[-1]["digest"]
    path = write(tmp_path / "chain.jsonl", records)
    assert told(path, seal) == ""
    found = told(path, seal, head, *cover)
    assert found.count("FINGERPRINT_UNKNOWN 没有指纹") == len(cover)
    assert "OFFICE_UNKNOWN 没有单位事项链头 7:" in found


def office_head(records: list[Record]) -> str:
    """Write the head of the office's chain as the cover prints it."""
    facts = of_kind(records, "office")
    return f"{len(facts)}:{facts[-1]['link']}"


def replace_keys(records: list[Record]) -> None:
    """Give everybody a key of the attacker's, and sign everything anew."""
    keys = {key_of(who).public(): key_of(f"伪{who}") for who in ROLES}
    for row in of_kind(records, "office"):
        for pair in row["pairs"]:
            if pair[0] == "public":
                pair[1] = keys[pair[1]].public()
        content = check_chain.pairs_digest("office-content", row["pairs"])
        for step in ("proposed", "confirmed"):
            say(set_named(records, row[step]), content=content)
    for row in of_kind(records, "set"):
        say(row, key=keys[said(row, "key")].public())
    with pytest.MonkeyPatch.context() as patch:
        holders = {key_of(f"伪{who}").public(): f"伪{who}" for who in ROLES}
        patch.setattr("tests.signed_records.HOLDERS", holders)
        sign_anew(records, list(holders.values()))


def test_a_signed_year_without_its_signatures_is_found_by_the_cover(
    signed: Exported, tmp_path: Path
) -> None:
    """The file is written as if the office had never had a key."""
    records = [row for row in signed.copy() if row["record"] not in ("office", "set")]
    records[0]["format"] = "prepay-chain/1"
    plain = [
        {word: row[word] for word in KINDS["link"]} | {"record": "link"}
        if row["record"] == "signed"
        else row
        for row in records
    ]
    sign_anew(plain, ())
    seal = of_kind(plain, "seal")[-1]["digest"]
    path = write(tmp_path / "chain.jsonl", plain)
    assert told(path, seal) == ""
    found = told(path, seal, signed.seal, office_head(signed.copy()))
    assert {line.split(" ")[0] for line in found.splitlines()} == {"SEAL_UNKNOWN", "OFFICE_UNKNOWN"}


#: What of a signed file only people in the house could tell: nothing.
FIELDS = [
    (kind, field)
    for kind in ("office", "set", "signed")
    for field in KINDS[kind]
    if field not in ("record", "lines")
]


def changed(value: Any, field: str) -> Iterator[Any]:
    """Give other values that somebody might write there."""
    if field != "pairs":
        yield from others(field, value)
        return
    for at, (word, text) in enumerate(value):
        yield [*value[:at], [word, text + "1"], *value[at + 1 :]]
        yield [*value[:at], *value[at + 1 :]]
        yield [*value[:at], [word, text], *value[at:]]


def first_of_each(records: tuple[Record, ...], kind: str) -> list[int]:
    """Find the first record of a kind for each act that is signed, or for each kind of fact."""
    found: dict[str, int] = {}
    for at, row in enumerate(records):
        if row["record"] == kind:
            found.setdefault(said(row, "act") if kind == "set" else row["kind"], at)
    return list(found.values())


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=[f"{k}.{f}" for k, f in FIELDS])
def test_a_changed_field_of_what_was_signed_is_found(
    signed: Exported, tmp_path: Path, kind: str, field: str
) -> None:
    attacks = 0
    for at in first_of_each(signed.records, kind):
        before = signed.records[at][field]
        for value in changed(before, field):
            records = signed.copy()
            records[at][field] = value
            path = write(tmp_path / "chain.jsonl", records)
            # Nothing names a close's set; it is found by the seal that it says.
            closing = (field, said(records[at], "act") if kind == "set" else "") == ("id", "close")
            assert value == before or codes_of(path, signed.seal) or closing, value
            attacks += 1
    assert attacks >= 2


def test_a_set_or_a_fact_of_the_office_left_out_or_moved_is_found(
    signed: Exported, tmp_path: Path
) -> None:
    for kind in ("office", "set"):
        rows = [n for n, row in enumerate(signed.records) if row["record"] == kind]
        for here in rows:
            records = signed.copy()
            del records[here]
            assert told(write(tmp_path / "chain.jsonl", records), signed.seal), records[here]
        if kind == "office":
            for here, there in pairwise(rows):
                records = signed.copy()
                records[here], records[there] = records[there], records[here]
                assert told(write(tmp_path / "chain.jsonl", records), signed.seal)


def test_it_says_who_prepared_and_who_approved_each_voucher(
    signed: Exported, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "chain.jsonl", signed.copy())
    mark = fingerprint(key_of("审核丙").public())
    assert check_chain.main([str(path), signed.seal, mark]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"签名人 审核丙 {mark}（与所给指纹相符）" in lines
    assert (
        "第 8 环 2026-01 记-0003 2026-01-20 拨付城关示范医院2026年度医保预付金："
        "借 暂付款-医保预付金-城关示范医院-2026年 77.00，贷 支出户存款 77.00；"
        "制单 制单乙，审核 审核丙，记账 主管丁"
    ) in lines
    assert sum("制单 系统，审核 无，记账 主管丁" in line for line in lines) == 1
    assert sum(line.endswith("；没有签名") for line in lines) == 7
    assert lines[-2].startswith(
        "620100/employee 2026 年共 17 环，所给封存码封到第 14 环，有签名 10 环"
    )
    records = signed.copy()
    by_another(sets_for(records, "approve")[-1], "制单乙")
    sets_for(records, "approve")[-1]["signature"] = "0" * 128
    assert check_chain.main([str(write(path, records)), signed.seal]) == 1
    assert "审核 制单乙（签名不成立）" in capsys.readouterr().out
