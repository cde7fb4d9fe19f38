"""What people signed, in the journals: proved by the plugin, harmless to Beancount and to Fava."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from beancount import loader
from beancount.core.data import Custom, Transaction

from ledger.audit.second_engine import disagreements
from ledger.basis.keys import fingerprint
from ledger.formats.journals.beancount_signed import SIGNED_SET
from ledger.store.engine import reading
from ledger.workflow.close.export import export_all, year_ledger
from ledger.workflow.desk import book_of
from tests.browse import HERE, at_home
from tests.office import EMPLOYEE, Office
from tests.signed_office import key_of
from tests.signed_years import signed_year
from tests.tamper import finders
from tests.test_journal_plugin import edit, errors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def exported(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export a signed year as journals, prove them on disk, and give the book's folder."""
    folder = tmp_path_factory.mktemp("journal")
    shutil.copyfile(sqlite_template, folder / "prepay.db")
    office = Office.open(str(folder / "prepay.db"), folder)
    signed_year(office)
    export_all(office.desk, folder / "journals", EMPLOYEE)
    assert finders(office) == {}
    with reading(office.desk.engine) as conn:
        ledger, sql = year_ledger(office.desk, conn, book_of(conn, EMPLOYEE), 2026)
    main = folder / "journals" / "620100-employee" / "2026" / "main.beancount"
    assert disagreements(main, ledger, sql) == []
    office.desk.engine.dispose()
    return folder / "journals" / "620100-employee"


@pytest.fixture
def journals(exported: Path, tmp_path: Path) -> Path:
    """Give a copy of the journals to change."""
    shutil.copytree(exported, tmp_path / "journals")
    return tmp_path / "journals"


def loaded(folder: Path) -> list[object]:
    """Load the journals with nothing but Beancount."""
    loader.initialize(use_cache=False)
    entries, found, _ = loader.load_file(str(folder / "2026" / "main.beancount"))
    assert found == []
    return list(entries)


def test_signed_journals_prove_and_bare_beancount_loads_them(exported: Path) -> None:
    assert errors(exported / "2026.beancount") == []
    entries = loaded(exported)
    signed = [e.meta for e in entries if isinstance(e, Transaction) and "private" in e.meta]
    assert len(signed) == 9
    keys = {
        step: {meta.get(f"{step}_key", "") for meta in signed} for step in ("approved", "posted")
    }
    marks = {who: fingerprint(key_of(who).public()) for who in ("审核丙", "主管丁")}
    assert keys == {"approved": {"", marks["审核丙"]}, "posted": {marks["主管丁"]}}
    sets = [e for e in entries if isinstance(e, Custom) and e.type == SIGNED_SET]
    assert len({e.meta["id"] for e in sets}) == len(sets), "a set stands once in a month"
    first = [value.value for value in sets[0].values]
    assert first[:4] == ["book", EMPLOYEE, "act", "prepare"]


def test_a_month_before_there_were_keys_says_nothing_of_them(exported: Path) -> None:
    assert "private" not in (exported / "2026" / "00.beancount").read_text("utf-8")


#: Changes of the text of March, and what the plugin says of them.
CHANGES = {
    "preparer": (
        'prepared_by: "制单乙"',
        'prepared_by: "审核丙"',
        "制单人或其密钥与签名（制单乙）不同",
    ),
    "approver": (
        'approved_by: "审核丙"',
        'approved_by: "主管丁"',
        "审核人或其密钥与签名（审核丙）不同",
    ),
    "poster": ('posted_by: "主管丁"', 'posted_by: "审核丙"', "记账人或其密钥与签名（主管丁）不同"),
    "fingerprint": ('approved_key: "', 'approved_key: "0', "审核人或其密钥与签名（审核丙）不同"),
    "private": ('private: "', 'private: "0', "校验值与制单、审核签名不符"),
    "private lost": ("  private:", "  was:", "与记账时不同"),
    "set of a step": ('prepared_set: "', 'prepared_set: "0', "校验值与制单、审核签名不符"),
    "posting lost": ("  posted_set:", "  was:", "没有记账签名"),
    "who is in a set": ('"by" "审核丙"', '"by" "主管丁"', "签名不是"),
    "signature": ('signature: "', 'signature: "00', "签名不是"),
    "member": ('"member" "', '"member" "0', "签名不是"),
    "numbers": ('"numbers" "2026-03 记-0001', '"numbers" "2026-03 记-0002', "签名不是"),
    "amount": ("3000.00 CNY", "3000.01 CNY", "与记账时不同"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_of_what_was_signed_is_found_at_its_line(journals: Path, name: str) -> None:
    old, new, words = CHANGES[name]
    edit(journals / "2026" / "03.beancount", old, new)
    found = errors(journals / "2026.beancount")
    assert any(re.match(r"03\.beancount:\d+ .*" + words, line) for line in found), found


def test_a_set_that_says_otherwise_in_another_month_is_found(journals: Path) -> None:
    """A posting of two months stands in both files; here one of March is put into January."""
    march, january = (journals / "2026" / f"{month}.beancount" for month in ("03", "01"))
    text = march.read_text("utf-8")
    start = text.index(f'custom "{SIGNED_SET}"') - 11
    again = text[start:].split("\n\n")[0].replace('signature: "', 'signature: "0')
    january.write_text(january.read_text("utf-8") + "\n" + again + "\n", "utf-8")
    found = errors(journals / "2026.beancount")
    assert any("同一签名在两处所载不同" in line or "签名不是" in line for line in found), found


def test_a_voucher_taken_out_leaves_its_posting_behind(journals: Path) -> None:
    march = journals / "2026" / "03.beancount"
    text = march.read_text("utf-8")
    gone = re.search(r'^\S+ \* "记-0003".*?\n\n', text, re.MULTILINE | re.DOTALL)
    assert gone is not None
    march.write_text(text.replace(gone[0], ""), "utf-8")
    found = errors(journals / "2026.beancount")
    assert any("记账签名所签的链首、环次或凭证号与现状不同" in line for line in found), found


def test_fava_lists_signed_journals_without_an_error(exported: Path, tmp_path: Path) -> None:
    client = at_home([exported / "2026.beancount"], tmp_path / "view")
    slug = client.get("/", base_url=HERE).headers["Location"].split("/")[-3]
    assert client.get(f"/{slug}/api/errors", base_url=HERE).get_json()["data"] == []
    rows = client.get(f"/{slug}/api/journal", base_url=HERE).get_json()["data"]
    assert {row["date"][:7] for row in rows if row.get("type") == SIGNED_SET} == {
        "2026-01",
        "2026-02",
        "2026-03",
    }
