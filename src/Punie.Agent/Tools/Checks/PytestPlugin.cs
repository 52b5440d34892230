namespace Punie.Agent.Tools.Checks;

/// <summary>
/// A plug-in that pytest loads beside the project's: it gives each test of the JUnit file its exact node id, and writes
/// down what ended, so that a run that is stopped, or whose project switched the JUnit file off, still tells something.
/// </summary>
/// <remarks>
/// Works from pytest 6.2 and Python 3.8 on, also with pytest-xdist, whose workers report to the first process.
/// </remarks>
internal static class PytestPlugin
{
    /// <summary>The module's name.</summary>
    public const string Module = "punie_report";

    /// <summary>The file that it writes into the folder it lies in: a JSON object a line.</summary>
    public const string ProgressFile = "progress.jsonl";

    /// <summary>
    /// The property of a test case that has the node id, relative to the folder that pytest was started in.
    /// </summary>
    public const string AddressProperty = "punie_address";

    /// <summary>The property of a test case that says more about a test that passed.</summary>
    public const string NoteProperty = "punie_note";

    public const string Source =
        """
        import json
        import os

        import pytest


        def pytest_itemcollected(item):
            item.user_properties.append(("punie_address", item.config.cwd_relative_nodeid(item.nodeid)))


        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_runtest_makereport(item, call):
            outcome = yield
            report = outcome.get_result()
            if call.when == "call" and report.outcome == "passed" and hasattr(report, "wasxfail"):
                item.user_properties.append(("punie_note", "xpass: " + str(report.wasxfail)))


        def pytest_configure(config):
            if not hasattr(config, "workerinput"):
                config.pluginmanager.register(Progress(config), "punie-progress")


        class Progress:
            def __init__(self, config):
                path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "progress.jsonl")
                self.config = config
                self.file = open(path, "w", encoding="utf-8", errors="backslashreplace")
                self.write(root=str(config.rootpath))

            def write(self, **line):
                self.file.write(json.dumps(line) + "\n")
                self.file.flush()

            def pytest_collectreport(self, report):
                if report.outcome != "passed":
                    outcome = "error" if report.outcome == "failed" else "skipped"
                    name = self.config.cwd_relative_nodeid(report.nodeid)
                    self.write(name=name, outcome=outcome, duration=0.0, message=report.longreprtext)

            def pytest_runtest_logstart(self, nodeid):
                self.write(started=self.config.cwd_relative_nodeid(nodeid))

            def pytest_runtest_logreport(self, report):
                if report.when != "call" and report.outcome == "passed":
                    return
                outcome = report.outcome
                if outcome == "failed" and report.when != "call":
                    outcome = "error"
                crash = getattr(report.longrepr, "reprcrash", None)
                message = getattr(crash, "message", None) or report.longreprtext
                name = self.config.cwd_relative_nodeid(report.nodeid)
                self.write(name=name, outcome=outcome, duration=report.duration, message=message)

            def pytest_runtest_logfinish(self, nodeid):
                self.write(ended=self.config.cwd_relative_nodeid(nodeid))
        """;
}
