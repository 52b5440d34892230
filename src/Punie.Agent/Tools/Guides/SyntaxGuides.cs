namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the tools for syntax trees.</summary>
internal static class SyntaxGuides
{
    public static ToolGuide FindPattern { get; } = new(
        """
        found = cst_find_pattern("src/shop/cli.py", "print($$$ARGS)")
        print(found.match_count, "calls of print")
        for m in found.matches:
            print(f"{m.line}: {m.code_snippet}")
        """,
        [
            "$X stands for one expression and $$$ for any number of arguments or statements; a plain word such as print is that name.",
            "column counts from 0, all other positions from 1.",
        ]);

    public static ToolGuide Rename { get; } = new(
        """
        renamed = cst_rename("src/shop/cart.py", "CartLine.total", "line_total")
        print(renamed.rename_count, "places")
        for line in renamed.modified_source.splitlines():
            if "line_total" in line:
                print(line.strip())
        """,
        [
            "Say the scope with dots when several scopes have the name: Cart.find, main.options.",
            "It refuses, with the reason in parse_error, when another name would be hidden or captured.",
        ]);

    public static ToolGuide AddImport { get; } = new(
        """
        added = cst_add_import("src/shop/models.py", "from datetime import date")
        print(added.import_added)
        print(added.modified_source[:180])
        """,
        ["import_added is false, and success true, when the file has the import already."]);
}
