"""A signed chain file on an empty machine: without `cryptography`, damaged, and from both engines."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledger.audit import check_chain
from ledger.basis.keys import fingerprint
from ledger.workflow.close.export_chain import export_chain
from tests.chain_files import codes_of, exported, of_kind, two_years, write
from tests.office import EMPLOYEE, Office
from tests.signed_office import key_of
from tests.signed_records import sign_anew, signed_links
from tests.signed_years import signed_year
from tests.test_check_chain_alone import run
from tests.test_check_chain_planted import first_of_each

if TYPE_CHECKING:
    from tests.chain_files import Exported

SOURCE = Path(check_chain.__file__)


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


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Give an empty folder with nothing but the checker in it."""
    shutil.copyfile(SOURCE, tmp_path / "check_chain.py")
    return tmp_path


@pytest.mark.parametrize("isolated", [True, False])
def test_on_an_empty_machine_it_says_who_signed(
    empty: Path, signed: Exported, *, isolated: bool
) -> None:
    """Without site-packages there is no `cryptography`: the answer is the same."""
    write(empty / "2026.jsonl", signed.copy())
    (empty / "cover.txt").write_text(
        "".join(f"{fingerprint(key_of(who).public())}\r\n" for who in ("制单乙", "主管丁")), "utf-8"
    )
    words = ("2026.jsonl", signed.seal, "cover.txt")
    code, said = run(empty, *words, isolated=isolated, PYTHONIOENCODING="utf-8")
    assert code == 0, said
    assert "审核 审核丙，记账 主管丁" in said
    assert said.splitlines()[-1] == "结论：相符"


def test_on_an_empty_machine_a_forged_approval_is_found(empty: Path, signed: Exported) -> None:
    records = signed.copy()
    signed_links(records)[-1]["private"] = check_chain.digest("another paper")
    sign_anew(records, ("制单乙", "主管丁"))
    write(empty / "2026.jsonl", records)
    code, said = run(empty, "2026.jsonl", of_kind(records, "seal")[-1]["digest"])
    assert code == 1
    assert "FACT_NOT_SIGNED 第 17 环 2026-03 记-0003：审核人没有签过这一内容" in said


def test_words_may_come_in_any_case_and_in_a_file(signed: Exported, tmp_path: Path) -> None:
    path = write(tmp_path / "chain.jsonl", signed.copy())
    mark = fingerprint(key_of("审核丙").public())
    facts = of_kind(signed.copy(), "office")
    head = f"{len(facts)}:{facts[-1]['link']}"
    cover = tmp_path / "cover.txt"
    cover.write_bytes(f"{signed.seal.upper()}\n审核丙={mark}\n{head.upper()}\n".encode("utf-16"))
    for words in (
        (str(cover),),
        (mark.lower(),),
        (head,),
        (head[2:],),
        (f"审核丙={mark}", signed.seal),
    ):
        assert codes_of(path, *words) == [], words
    for words in ((f"{mark[:-1]}X",), ("x" * 24,), (f"999999999999:{'0' * 64}",)):
        assert check_chain.main([str(path), *words]) == 2, words
    for words in ((f"{mark[:-1]}{'0' if mark[-1] != '0' else '1'}",), (f"99:{'0' * 64}",)):
        assert check_chain.main([str(path), *words]) == 1, words


def test_a_damaged_file_never_stops_the_checker(signed: Exported, tmp_path: Path) -> None:
    """Bytes by chance, lines cut, doubled and exchanged: an answer each time, never a crash."""
    path, drawn = tmp_path / "chain.jsonl", random.Random(15)
    whole = write(path, signed.copy()).read_bytes()
    lines = whole.splitlines(keepends=True)
    for turn in range(120):
        raw = bytearray(whole)
        if turn % 3 == 0:
            for _ in range(drawn.randint(1, 4)):
                raw[drawn.randrange(len(raw))] = drawn.choice(b'0a9"[],:{}\n\xff')
        elif turn % 3 == 1:
            mixed = drawn.sample(lines, drawn.randint(1, len(lines)))
            raw = bytearray(b"".join(sorted(mixed, key=lines.index) + mixed[:1] * (turn % 2)))
        else:
            raw = raw[: drawn.randrange(len(raw))]
        path.write_bytes(bytes(raw))
        code = check_chain.main([str(path), signed.seal])
        assert code in (1, 2) or bytes(raw) == whole, turn


#: Values that fit a field's type and shape, and make no sense.
ODD: dict[str, list[object]] = {
    "pairs": [[], [["by", "x"]], [["book", "-"], ["act", "post"]], [["a", "b"]] * 9],
    "subject": ["", "制单乙"],
    "kind": ["signing-on", "key", "roles", "stand-in", "handover", "recovery-code", ""],
    "signature": ["f" * 128],
    "lines": [[], [{"account": "", "name": "", "side": "debit", "fen": 10**30}]],
    "label": ["", "2026-00 期初-9999", "2027-12 记-0001"],
    "position": [0, -1, 10**25],
    "prepared": ["", "x"],
    "posted": ["", "x"],
}


def test_odd_values_never_stop_the_checker(signed: Exported, tmp_path: Path) -> None:
    path = tmp_path / "chain.jsonl"
    firsts = [
        at for kind in ("office", "set", "signed") for at in first_of_each(signed.records, kind)
    ]
    for at in firsts:
        for field in sorted(set(ODD) & set(signed.records[at])):
            for value in ODD[field]:
                records = signed.copy()
                records[at][field] = value
                assert check_chain.main([str(write(path, records)), signed.seal]) in (0, 1, 2)


def test_both_engines_export_a_signed_year_in_the_same_bytes(
    sqlite_url: str, postgres_url: str, tmp_path: Path
) -> None:
    found = []
    for name, url in (("sqlite", sqlite_url), ("postgresql", postgres_url)):
        office = Office.open(url, tmp_path)
        signed_year(office)
        path = tmp_path / f"{name}.jsonl"
        assert codes_of(path, exported(office, path, 2026).seal) == []
        found.append(path.read_bytes())
        office.desk.engine.dispose()
    assert found[0] == found[1]
    assert found[0].startswith(b'{"record":"book","format":"prepay-chain/2"')


def test_an_office_without_keys_writes_what_it_wrote(sqlite_url: str, tmp_path: Path) -> None:
    office = Office.open(sqlite_url, tmp_path)
    two_years(office)
    done = export_chain(office.desk, tmp_path / "2026.jsonl", EMPLOYEE, 2026)
    assert (done.office, done.fingerprints) == ("", ())
    lines = (tmp_path / "2026.jsonl").read_text("utf-8").splitlines()
    assert lines[0].startswith('{"record":"book","format":"prepay-chain/1"')
    kinds = {line.split('"')[3] for line in lines}
    assert kinds == {"book", "link", "seal"}
    office.desk.engine.dispose()
