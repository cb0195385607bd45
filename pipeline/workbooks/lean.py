"""openpyxl loaded without numpy: a tenth of a second, spent on number types that no workbook of ours holds."""

import sys

_LOADED = "numpy" in sys.modules
if not _LOADED:
    sys.modules["numpy"] = None  # type: ignore[assignment] # openpyxl does without what cannot be imported
try:
    import openpyxl  # noqa: F401 - what it has loaded, the other modules of the package then have
finally:
    if not _LOADED:
        del sys.modules["numpy"]
