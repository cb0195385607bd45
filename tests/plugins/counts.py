"""At the end: what tests have counted, by `record_property`. It works on the controller of many workers too."""

import pytest

_counted: dict[str, str] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" and report.user_properties:
        _counted[report.nodeid] = ", ".join(f"{name}: {count}" for name, count in report.user_properties)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _counted:
        terminalreporter.section("counted")
        for test, counts in sorted(_counted.items()):
            terminalreporter.write_line(f"{test}  {counts}")
