"""From a dropped spreadsheet to Word documents that a municipal board can decide on."""

__version__ = "0.1.0"
