"""Draws what a reader answers as a page within Fava, and the same as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlencode

from flask import Response, current_app, request
from markupsafe import Markup

from ledger.basis.errors import LedgerError
from ledger.formats.workbook_report import workbook_bytes
from ledger.web.chart_lines import chart_drawn
from ledger.web.pages import PAGES, PageDrawn, Wanted
from ledger.web.report_table import Places, table_of
from ledger.web.serve_login import ADMITTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from fava.core import FavaLedger
    from fava.ext import FavaExtensionBase

    from ledger.basis.errors import Finding
    from ledger.masters.access import Admitted

Answer = Response
Way = TypeVar("Way")
SERVED = "PREPAY"
TEMPLATE = "_report_page.html"
#: The extension's class by page, as Fava has it in its addresses.
CLASSES = {name: name.capitalize() for name in PAGES}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def endpoint(name: str) -> Callable[[Way], Way]:
    """Mark a method of an extension as the answer to an address of its own."""
    from fava.ext import extension_endpoint

    mark: Any = extension_endpoint(name)
    marked: Callable[[Way], Way] = mark
    return marked


def asked(page: str) -> tuple[PageDrawn | None, tuple[Finding, ...]]:
    """Ask the page's reader; a refusal comes back as its findings."""
    from fava.context import g

    served = current_app.config[SERVED]
    shelf = served.shelf(g.beancount_file_slug)
    admitted: Admitted = request.environ[ADMITTED]
    wanted = Wanted(book=shelf.book, year=shelf.year, words=words_asked(), sees=admitted.books)
    try:
        return served.pages.readers[page](wanted), ()
    except LedgerError as error:
        return None, tuple(getattr(error, "findings", ()))


def words_asked() -> dict[str, str]:
    """Return the words of the address, but for Fava's own."""
    return {name: word for name, word in request.args.items() if name != "partial"}


def drawn(page: str, extension: FavaExtensionBase) -> str:
    """Draw a page of Fava: fields, chart, tables, and what can be taken away."""
    from fava.context import g

    found, findings = asked(page)
    slug = str(g.beancount_file_slug)
    base = f"/{quote(slug)}/"
    places = Places(base=base, accounts=accounts_of(extension.ledger))
    page_drawn = found or PageDrawn(reports=())
    here = f"{base}extension/{CLASSES[page]}/"
    query = urlencode(words_asked())
    template = extension.jinja_env.get_template(TEMPLATE)
    return Markup(  # noqa: S704
        template.render(
            page=found,
            findings=findings,
            tables=[table_of(report, places) for report in page_drawn.reports],
            here=here,
            words=dict(request.args.items()),
            workbook=f"{here}workbook.xlsx{'?' if query else ''}{query}",
            chart=chart_drawn(page_drawn.chart) if page_drawn.chart else None,
            addresses=[(name, f"{here}?{urlencode(words)}") for name, words in page_drawn.links],
        )
    )


def accounts_of(ledger: FavaLedger) -> dict[str, str]:
    """Return Fava's account by our code, from what the journal says of each."""
    entries = ledger.all_entries_by_type.Open
    return {str(entry.meta["code"]): entry.account for entry in entries if "code" in entry.meta}


def workbook(page: str) -> Response:
    """Return the reports of a page as one workbook."""
    found, findings = asked(page)
    if found is None:
        return Response("\n".join(f.message for f in findings), 403, mimetype="text/plain")
    name = (
        f"{PAGES[page]} {found.reports[0].title}.xlsx" if found.reports else f"{PAGES[page]}.xlsx"
    )
    answer = Response(workbook_bytes(found.reports), mimetype=XLSX)
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
