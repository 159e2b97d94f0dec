"""What tests measured, as `record_property("figures", ...)`, is printed at the end, so that nobody has to ask for it."""

from _pytest.terminal import TerminalReporter


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """The figures, each with its test."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, ())]
    told = [(one.nodeid, value) for one in reports for name, value in one.user_properties if name == "figures"]
    for test, figures in sorted(set(told)):
        terminalreporter.write_line(f"{test.rpartition('/')[2]}: {figures}")
