"""What the worked cases ask of lists: what is due, the 备查簿, the measures, what is published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.basis.money import grouped
from ledger.basis.terms import DUTIES, code_of
from ledger.intake.files import RawFile
from ledger.intake.raw_row import RawRow
from ledger.reports.drawing import draw_up
from ledger.reports.due.due_list import due_report
from ledger.reports.kind import ReportAsked
from ledger.reports.letters.confirm_list import registers
from ledger.workflow.confirm import single as confirm_single
from ledger.workflow.confirm.answers import record_answers
from ledger.workflow.confirm.letters import LettersAsked as Letters
from ledger.workflow.confirm.letters import send
from ledger.workflow.confirm.otherwise import check_otherwise, remind
from ledger.workflow.drafting.record import record
from ledger.workflow.drafting.review import approve
from ledger.workflow.exchange.licences import import_list, summary
from ledger.workflow.exchange.platform import export_platform, read_platform

if TYPE_CHECKING:
    from ledger.formats.report import Cell, Report, Row
    from tests.office import Office


def told(report: Report) -> str:
    """Write a report's rows and notes as one text: a row is its cells between blanks."""
    lines = [row_text(report, row) for row in report.rows]
    return "；".join((*report.alerts, *lines, *report.notes))


def row_text(report: Report, row: Row) -> str:
    """Write a row's cells, those that say something."""
    cells = [cell_text(report, n, cell) for n, cell in enumerate(row.cells)]
    return " ".join(cell for cell in cells if cell)


def cell_text(report: Report, place: int, cell: Cell) -> str:
    """Write a cell as the eye sees it."""
    if cell is None:
        return ""
    return grouped(cell) if report.columns[place].money and isinstance(cell, int) else str(cell)


def due_told(office: Office, book: str, day: str, *, kind: str, holder: str) -> str:
    """Tell what is due on a day: of a kind and a hospital, where they are named."""
    code = code_of(DUTIES, kind) if kind else ""
    assert code is not None, f"不认识的事项“{kind}”"
    report = due_report(office.desk, book, day)
    places = {column.heading: n for n, column in enumerate(report.columns)}
    lines = []
    for row in report.rows:
        right = not kind or row.cells[places["事项"]] == DUTIES[code]
        if right and holder in ("", row.cells[places["医疗机构"]]):
            lines.append(row_text(report, row))
    return "；".join(lines)


def memorandum_told(office: Office, book: str, hospital: str) -> str:
    """Tell the 备查簿, or a hospital's page of it."""
    [report] = draw_up(office.desk, "memorandum", ReportAsked(book=book, hospital=hospital))
    return told(report)


def monitoring_told(office: Office, book: str) -> str:
    """Tell the measures."""
    [report] = draw_up(office.desk, "monitoring", ReportAsked(book=book))
    return told(report)


def publication_told(office: Office, book: str, year: int) -> str:
    """Tell what is published."""
    [report] = draw_up(office.desk, "publication", ReportAsked(book=book, year=year))
    return told(report)


def import_licences(office: Office, area: str, who: str, day: str, terms: dict[str, str]) -> str:
    """Import a list that names one institution, known to the books or not; approve its drafts."""
    words = {"name": who or terms.pop("名称"), "date": terms.pop("注销日期")}
    rows = (RawRow(number=2, words=words),)
    file = RawFile(name="通报.csv", folder=office.folder, rows=rows, findings=())
    office.desk.operator = "制单乙"
    paper = f"{terms.pop('文号')}:{day}"
    done = import_list(office.desk, file, month=terms.pop("月份"), paper=paper, area=area)
    office.desk.operator = "审核丙"
    approve(office.desk, ())
    return "；".join(summary(done, dry_run=False))


def send_letters(office: Office, book: str, cutoff: str) -> str:
    """Send the letters of a cut-off, and approve them; tell to how many they go."""
    office.desk.operator = "制单乙"
    sent = send(office.desk, Letters(cutoff=date.fromisoformat(cutoff), book=book))
    office.desk.operator = "审核丙"
    approve(office.desk, ())
    return f"发函 {len(sent.letters)} 份"


def answer(office: Office, book: str, hospital: str, day: str, terms: dict[str, str]) -> None:
    """Record an answer of a hospital, and approve it."""
    words = {
        "hospital": hospital,
        "differ": terms.pop("不符", ""),
        "reason": terms.pop("原因", ""),
        "reply": f"{terms.pop('回函', '复-1')}:{day}",
        "scan": "",
    }
    cutoff = date.fromisoformat(terms.pop("截止日"))
    agree = not words["differ"]
    file = confirm_single.one_answer(office.folder, cutoff, agree=agree, words=words)
    office.desk.operator = "制单乙"
    record_answers(office.desk, file, book=book)
    office.desk.operator = "审核丙"
    approve(office.desk, ())


def explain(office: Office, book: str, hospital: str, day: str, terms: dict[str, str]) -> None:
    """Record an explanation, and approve it."""
    office.desk.operator = "制单乙"
    confirm_single.explain(
        office.desk,
        hospital,
        date.fromisoformat(terms.pop("截止日")),
        reason=terms.pop("原因"),
        paper=f"说明-{hospital[-1]}:{day}",
        book=book,
        dry_run=False,
    )
    office.desk.operator = "审核丙"
    approve(office.desk, ())


def letters_told(office: Office, book: str) -> str:
    """Tell the register of letters."""
    [report] = registers(office.desk, book, only_open=False)
    return told(report)


def platform_told(office: Office, area: str, year: int) -> str:
    """Export a year, take the file in again, and tell what is new in it."""
    path = office.folder / "平台.xlsx"
    count = export_platform(office.desk, path, year=year, area=area)
    taken = read_platform(office.desk, path)
    office.desk.operator = "制单乙"
    fresh = record(office.desk, taken.file).rows if taken.file.rows else ()
    return (
        f"导出 {count} 行；再导入：与账上一致 {taken.standing} 行，核定 {taken.worked_out} 行，"
        f"新录 {len(fresh)} 笔"
    )


def remind_letter(office: Office, book: str, hospital: str, cutoff: str, day: str) -> None:
    """Ask a hospital again, and let another person approve."""
    office.desk.operator = "制单乙"
    paper, delivery = f"催-{hospital}-{day}:{day}", f"EMS-{hospital}-{day}:{day}"
    on = date.fromisoformat(cutoff)
    remind(office.desk, hospital, on, paper=paper, delivery=delivery, book=book)
    office.approve()


def prove(office: Office, book: str, year: int, day: str, reason: str) -> None:
    """替代核对 whoever has not answered; the chief approves."""
    office.desk.operator = "制单乙"
    done = check_otherwise(office.desk, year, book=book, reason=reason, paper=f"替-1:{day}")
    office.desk.operator = "主管丁"
    approve(office.desk, [row.key for row in done.rows], book=book)
