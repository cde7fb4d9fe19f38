"""到期与风险: a page of the web view."""

from __future__ import annotations

from fava.ext import FavaExtensionBase

from ledger.web.fava_extension.report_page import Answer, drawn, endpoint, workbook
from ledger.web.pages import PAGES


class Due(FavaExtensionBase):
    """到期与风险."""

    report_title = PAGES["due"]

    def page(self) -> str:
        """Draw the page."""
        return drawn("due", self)

    @endpoint("workbook.xlsx")
    def workbook(self) -> Answer:
        """Return what the page shows as a workbook."""
        return workbook("due")
