"""`prepay assess` from the command line: formats, files, exit codes, and a workbook to print."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli import main
from tests.assess_office import approve, lanzhou, run
from tests.office import FIRST, SECOND, Office
from tests.workbooks import sheet_values

if TYPE_CHECKING:
    from click.testing import Result


def prepay(office: Office, *words: str, by: str = "制单乙") -> Result:
    """Run a command against the office's database."""
    url = office.desk.engine.url.render_as_string(hide_password=False)
    return CliRunner().invoke(main, ["--database", url, "--as", by, "assess", *words])


def test_the_sheet_speaks_to_people_programs_and_excel(office: Office) -> None:
    lanzhou(office)
    run(office)
    approve(office)

    table = prepay(office, "show", "--year", "2026")
    assert (table.exit_code, table.stderr) == (0, "")
    assert "职工小计" in table.stdout
    one = prepay(office, "show", "--year", "2026", "--hospital", FIRST)
    assert "基数（月平均支出）" in one.stdout
    tree = json.loads(prepay(office, "show", "--year", "2026", "--format", "json").stdout)
    assert tree["total"] == {
        "computed": "1204999.99",
        "agreed": "1204999.99",
        "approved": "1204999.99",
    }
    assert [gate["verdict"] for gate in tree["gates"]] == ["open", "months-short"]
    assert tree["hospitals"][1]["steps"][-1]["figure"] == "4,999.99"
    lines = prepay(office, "show", "--year", "2026", "--format", "csv").stdout.splitlines()
    assert lines[2] == f"职工,{SECOND},安宁示范医院,4999.99,4999.99,4999.99,"


def test_the_workbook_is_ready_to_print_on_a4_across(office: Office) -> None:
    lanzhou(office)
    run(office)
    approve(office)
    path = office.folder / "核定.xlsx"

    assert prepay(office, "show", "--year", "2026", "--output", str(path)).exit_code == 0

    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3)]
    assert all('paperSize="9"' in sheet and 'orientation="landscape"' in sheet for sheet in sheets)
    values = sheet_values(path, 2)
    assert values[0][0] == "2026年度医保预付金核定计算表"
    told = [value for line in values for value in line]
    assert f"城关示范医院（{FIRST}）" in told
    assert any("审核：审核丙" in str(value) for value in told)


def test_the_plan_and_the_publication_come_as_files_too(office: Office) -> None:
    lanzhou(office)
    run(office)
    approve(office)

    plan = json.loads(prepay(office, "plan", "--year", "2026", "--format", "json").stdout)
    assert plan["total"]["left"] == "1204999.99"
    public = prepay(office, "show", "--year", "2026", "--public", "--format", "csv").stdout
    assert f"{FIRST},城关示范医院,职工" in public
    assert "制单乙" not in public


def test_a_template_is_written_and_a_list_is_imported(office: Office) -> None:
    path = office.folder / "基金.xlsx"
    made = prepay(office, "template", "基金收支", str(path))
    assert (made.exit_code, made.stderr) == (0, f"已生成基金收支模板 {path}\n")
    assert sheet_values(path)[0][:4] == ["统筹区*", "险种*", "年度*", "累计结余*"]
    assert prepay(office, "template", "基金收支", str(path)).exit_code == 2

    words = "area,fund,year,balance,income,expenditure,forecast_income,forecast_expenditure"
    listed = office.folder / "figures.csv"
    listed.write_text(f"{words}\n620100,employee,2020,1.00,2.00,3.00,4.00,5.00\n", "utf-8")
    done = prepay(office, "import", str(listed), "--format", "json")
    assert json.loads(done.stdout)["held"] == [
        {
            "book": "620100/employee",
            "year": "2020",
            "before": {"rows": 0, "amount": "0.00"},
            "after": {
                "rows": 1,
                "amount": "1.00",
                "balance": "1.00",
                "income": "2.00",
                "expenditure": "3.00",
                "forecast_income": "4.00",
                "forecast_expenditure": "5.00",
            },
        }
    ]
    listed.write_text(f"{words}\n620100,employee,2020,1.005,2,3,4,5\n", "utf-8")
    bad = prepay(office, "import", str(listed))
    assert bad.exit_code == 2
    assert "balance 累计结余" in bad.stderr


def test_a_year_of_which_nothing_is_known_is_refused_with_the_next_step(office: Office) -> None:
    for words in (("show",), ("plan",), ("approve",)):
        answer = prepay(office, *words, "--year", "2019", by="审核丙")
        assert answer.exit_code == 1
        assert "prepay assess run --year 2019" in answer.stderr
    asked = prepay(office, "run", "--year", "2019")
    assert asked.exit_code == 1
    assert "prepay assess import" in asked.stderr
