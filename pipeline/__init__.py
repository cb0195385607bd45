"""From a dropped spreadsheet to Word documents that a municipal board can decide on."""
