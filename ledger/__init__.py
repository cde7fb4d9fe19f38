"""The ledger of 暂付款—医保预付金: rooms that import only rooms above them (docs/house.md)."""

__version__ = "0.1.0"
