namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the checks.</summary>
internal static class CheckGuides
{
    public static ToolGuide Typecheck { get; } = new(
        """
        types = typecheck("src")
        print(types.error_count, "errors in", sorted({e.file for e in types.errors}))
        for e in types.errors:
            if e.code == "reportOptionalMemberAccess":
                print(f"{e.file}:{e.line}: {e.message}")
        """,
        [
            "errors has warnings too; compare severity when only errors count.",
            "success is false both when there are errors and when it could not run; parse_error says which.",
        ]);

    public static ToolGuide RuffCheck { get; } = new(
        """
        lint = ruff_check("src")
        print(lint.violation_count, "findings,", lint.fixable_count, "fixable")
        for v in lint.violations:
            if v.fixable:
                print(f"{v.file}:{v.line}: {v.code} {v.message}")
        """,
        [
            "It changes nothing: fixable means that ruff could do it.",
            "Codes have letters and digits, such as F401; compare the beginning to choose a family, as in "
            + "v.code.startswith(\"PLR\").",
        ]);

    public static ToolGuide PytestRun { get; } = new(
        """
        tests = pytest_run("tests/test_pricing.py")
        print(tests.passed, "passed,", tests.failed, "failed")
        for t in tests.tests:
            if t.outcome == "failed":
                print(t.name, "->", t.message.splitlines()[0])
        """,
        [
            "outcome is one of passed, failed, error, skipped; it is never \"fail\" or \"pass\".",
            "A name may follow the file, as in tests/test_cart.py::test_subtotal_counts_every_piece.",
            "errors counts set-up, tear-down and collection errors; a failing assertion is in failed.",
        ]);
}
