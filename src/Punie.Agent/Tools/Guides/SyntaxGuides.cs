namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the tools for syntax trees.</summary>
internal static class SyntaxGuides
{
    public static ToolGuide FindPattern { get; } = new(
        """
        found = cst_find_pattern("src", "print($$$ARGS)")
        print(found.match_count, "calls of print")
        for m in found.matches:
            print(f"{m.file}:{m.line}: {m.code_snippet}")
        """,
        [
            "$X stands for one expression and $$$ for any number of arguments or statements; "
            + "a plain word such as print is that name.",
            "import:json finds import json and from json import loads; "
            + "import:Decimal finds from decimal import Decimal.",
            "column counts from 0, all other positions from 1.",
            "In a folder, parse_error names a file that could not be searched; the matches of the others are there.",
        ]);

    public static ToolGuide Rename { get; } = new(
        """
        renamed = cst_rename("src/shop/cart.py", "CartLine.total", "line_total", project=True)
        print(renamed.rename_count, "places in", renamed.files)
        print("to look at:", renamed.unclear)
        for line in renamed.diff.splitlines():
            if line.startswith("+ "):
                print(line)
        """,
        [
            "A folder as file_path, \".\" for all: what its files define under the name is renamed in the whole "
            + "project; several definitions are listed in parse_error.",
            "Without project=True only file_path changes, and an imported name gets an alias.",
            "Without write=True nothing is written; with it a person is asked first, and a refusal raises "
            + "PermissionError.",
            "Say the scope with dots when several scopes have the name: Cart.find, main.options.",
            "It refuses, with the reason in parse_error, when another name would be hidden or captured.",
            "An attribute of an object whose class is not known stays as it is; "
            + "unclear lists these places, so look at them. Strings stay too.",
        ]);

    public static ToolGuide AddImport { get; } = new(
        """
        added = cst_add_import("src/shop/models.py", "from datetime import date", write=True)
        print("written" if added.written else "not written")
        print(added.diff)
        """,
        [
            "Without write=True nothing is written; with it a person is asked first, and a refusal raises "
            + "PermissionError.",
            "import_added is false, and success true, when the file has the import already.",
        ]);
}
