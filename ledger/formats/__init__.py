"""Formats: how a report is drawn on a terminal, in a workbook, on paper, and in Beancount."""
