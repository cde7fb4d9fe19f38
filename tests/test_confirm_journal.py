"""对方确认的余额 in the journals: Beancount turns red the day the books disagree with the world."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from beancount import loader

from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.workflow.close.export import export_all
from ledger.workflow.close.verify import verify
from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.single import explain
from tests import confirm_office
from tests.browse import HERE, at_home
from tests.confirm_office import YEAR_END
from tests.covers import own_remarks
from tests.office import EMPLOYEE, FIRST, SECOND, Office
from tests.templates import kept

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from werkzeug.test import TestResponse

    from ledger.basis.errors import Finding
    from ledger.workflow.close.verify import Verified

BOOK = "兰州市职工医保-2026年-医保预付金"
SCAN = b"%PDF-1.4 stamped by the hospital"


asked = kept(confirm_office.written_to, "asked")


def answer(office: Office, hospital: str, word: str, **words: str) -> None:
    """Record and approve one answer, with a scan where one is named."""
    given = {"cutoff": "2026-12-31", "number": f"回-{hospital[-1]}", "date": "2027-01-10", **words}
    row = RawRow(number=1, words={"hospital": hospital, "answer": word, **given})
    file = RawFile(name="回函.csv", folder=office.folder, rows=(row,), findings=())
    office.desk.operator = "制单乙"
    record_answers(office.desk, file, book=EMPLOYEE)
    office.approve()


def errors(office: Office, root: Path) -> list[str]:
    """Export, let Beancount check the year with its chain, and give what it says."""
    export_all(office.desk, root, EMPLOYEE)
    loader.initialize(use_cache=False)
    _, found, _ = loader.load_file(str(root / "620100-employee" / "2026.beancount"))
    return [error.message for error in found]


def world(office: Office) -> Verified:
    """Give what verify says of the world."""
    return next(found for found in verify(office.desk, book=EMPLOYEE) if found.id == "world")


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Say what was found."""
    return [finding.message for finding in findings]


def test_an_answer_becomes_an_assertion_of_the_day_after(asked: Office, tmp_path: Path) -> None:
    root = tmp_path / "journals"
    assert errors(asked, root) == []
    assert not (root / "620100-employee/2026/confirmed.beancount").exists()
    answer(asked, FIRST, "相符")
    assert errors(asked, root) == []
    text = (root / "620100-employee/2026/confirmed.beancount").read_text("utf-8")
    account = f"A资产:1101-暂付款:01-医保预付金:{FIRST}-城关示范医院:2026"
    assert f"2027-01-01 balance {account}  150000.00 ~ 0 CNY\n  as_of: 2026-12-31\n" in text
    assert '  letter: "对账20261231-职工-001"\n  paper: "对账回函 回-1"\n' in text
    assert world(asked).findings == ()


def test_a_difference_is_red_until_the_books_are_put_right(asked: Office, tmp_path: Path) -> None:
    """The hospital gave 100,000 back on 25 December; the office finds it in January."""
    root = tmp_path / "journals"
    answer(asked, FIRST, "不符", amount="50000.00", reason="12月25日已还10万元")
    (red,) = errors(asked, root)
    assert "expected 50000.00 CNY != accumulated 150000.00 CNY" in red
    (told,) = said(world(asked).findings)
    assert told == (
        "620100/employee 截至 2026-12-31，城关示范医院确认 50,000.00，账面 150,000.00，"
        "相差 -100,000.00（A资产:1101-暂付款:01-医保预付金:H62010000001-城关示范医院:2026；"
        "对账20261231-职工-001，对账回函 回-1）"
    )
    asked.post(asked.give_back(FIRST, "100000.00", day="2026-12-25"))
    assert errors(asked, root) == []
    text = (root / "620100-employee/2026/confirmed.beancount").read_text("utf-8")
    assert "  150000.00 ~ 0 CNY\n" in text
    assert "以后记账 -100000.00，已从对方余额中扣除" in text
    assert asked.faults(EMPLOYEE) == []


def test_one_fen_is_red(asked: Office, tmp_path: Path) -> None:
    """A `balance` with two decimals would let 0.01 pass; ours bears none."""
    answer(asked, FIRST, "不符", amount="149999.99", reason="少计一分")
    (red,) = errors(asked, tmp_path)
    assert "(0.01 too much)" in red


def test_an_explained_difference_stays_red_in_the_journals_and_verify_tells_it(
    asked: Office, tmp_path: Path
) -> None:
    answer(asked, FIRST, "不符", amount="0", reason="医院未挂账")
    asked.desk.operator = "制单乙"
    explain(
        asked.desk,
        FIRST,
        YEAR_END,
        reason="医院已补记",
        paper="说明-1:2027-01-12",
        book=EMPLOYEE,
        dry_run=False,
    )
    asked.approve()
    assert len(errors(asked, tmp_path)) == 1
    found = world(asked)
    assert (found.findings, found.name) == ((), "对方确认的余额与账面相符（另有 1 处不符已说明）")


def test_no_sealed_month_changes_when_an_answer_comes(asked: Office, tmp_path: Path) -> None:
    export_all(asked.desk, tmp_path, EMPLOYEE)
    folder = tmp_path / "620100-employee" / "2026"
    months = {path.name: path.read_bytes() for path in folder.glob("[01]*.beancount")}
    answer(asked, FIRST, "不符", amount="0", reason="医院未挂账")
    touched = export_all(asked.desk, tmp_path, EMPLOYEE)
    assert sorted(path.name for path in touched if path.parent == folder) == [
        "confirmed.beancount",
        "main.beancount",
    ]
    assert {path.name: path.read_bytes() for path in folder.glob("[01]*.beancount")} == months
    results = verify(asked.desk, book=EMPLOYEE, root=tmp_path)
    assert [found.id for found in results if found.findings] == ["world"]


def test_a_month_closes_though_a_hospital_disagrees_and_says_so(asked: Office) -> None:
    """What is said of December can be put right in January only, which is open."""
    answer(asked, FIRST, "不符", amount="0", reason="医院未挂账")
    answer(asked, SECOND, "相符")
    asked.close_year_of(EMPLOYEE, 2026)
    (closed,) = asked.close("2027-01", book=EMPLOYEE)
    assert own_remarks(closed) == (("对账函", "不符 1 份"),)


def test_a_withdrawn_answer_leaves_no_assertion(asked: Office, tmp_path: Path) -> None:
    answer(asked, FIRST, "不符", amount="0", reason="医院未挂账")
    assert len(errors(asked, tmp_path)) == 1
    key = f"回函-对账函-20261231-{FIRST}"
    asked.post(asked.row("withdrawal", date="2027-01-11", event=key, reason="登错"))
    assert errors(asked, tmp_path) == []
    assert not (tmp_path / "620100-employee/2026/confirmed.beancount").exists()


def test_the_scan_lies_beside_the_journals_and_fava_shows_it(
    asked: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # Papers lie beside the database, else in the working folder.
    (asked.folder / "盖章.pdf").write_bytes(SCAN)
    answer(asked, FIRST, "相符", file="盖章.pdf")
    (digest,) = [path.name for path in (asked.desk.folder() / "papers").iterdir()]
    root = tmp_path / "journals"
    assert errors(asked, root) == []
    # The folder is carried to another place, as on a stick for the auditors.
    other = tmp_path / "u盘"
    shutil.move(root, other)
    (path,) = (other / "620100-employee/2026/documents").iterdir()
    assert path.read_bytes() == SCAN
    assert path.name == f"2026-12-31-对账回函-回-1-城关示范医院-{digest[:8]}.pdf"
    client = at_home([other / "620100-employee" / "2026.beancount"], tmp_path / "serve")

    def get(page: str, **query: str) -> TestResponse:
        found = client.get(f"/{BOOK}/{page}", base_url=HERE, query_string=query)
        found.get_data()
        found.close()
        return found

    (listed,) = get("api/documents").json["data"]  # type: ignore[index]
    assert listed["filename"] == f"2026/documents/{path.name}"  # No folder of this machine.
    assert listed["account"].endswith(f"{FIRST}-城关示范医院:2026")
    assert get("document/", filename=listed["filename"]).data == SCAN
    assert get("document/", filename="2026.beancount").status_code == 403
    elsewhere = tmp_path / "documents" / "他人.pdf"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(SCAN)
    assert get("document/", filename=str(elsewhere)).status_code == 403


def test_a_scan_that_is_gone_is_not_named(
    asked: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (asked.folder / "盖章.pdf").write_bytes(SCAN)
    answer(asked, FIRST, "相符", file="盖章.pdf")
    shutil.rmtree(asked.desk.folder() / "papers")
    assert errors(asked, tmp_path / "journals") == []
    assert asked.faults(EMPLOYEE) == []
