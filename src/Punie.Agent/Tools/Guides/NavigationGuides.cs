namespace Punie.Agent.Tools.Guides;

/// <summary>Guides of the tools that ask a language server.</summary>
internal static class NavigationGuides
{
    private const string NameIsEnough =
        "Leave file_path, line and column out unless a name has several meanings; parse_error lists them then.";

    public static ToolGuide GotoDefinition { get; } = new(
        """
        found = goto_definition(symbol="Cart.add")
        for l in found.locations:
            print(f"{l.file}:{l.line}: {l.preview}")
        """,
        [NameIsEnough, "A definition outside the project has only the last part of its path."]);

    public static ToolGuide FindReferences { get; } = new(
        """
        uses = find_references(symbol="find_product")
        print(uses.reference_count, "uses")
        for r in uses.references:
            print(f"{r.file}:{r.line}: {r.preview}")
        """,
        [NameIsEnough, "The definition is one of the references."]);

    public static ToolGuide Hover { get; } = new(
        """
        about = hover(symbol="place_order")
        print(about.content)
        """,
        [NameIsEnough, "content is Markdown when language says so."]);

    public static ToolGuide DocumentSymbols { get; } = new(
        """
        outline = document_symbols("src/shop/cart.py")
        print(outline.symbol_count, "symbols")
        for s in outline.symbols:
            if s.kind == 5:
                print(f"{s.line}-{s.end_line}", s.name, [c.name for c in s.children if c.kind == 6])
        """,
        ["symbols are the outer ones; what is inside a class is in its children.",
            "kind is a number: 5 is a class, 6 a method, 12 a function."]);

    public static ToolGuide WorkspaceSymbols { get; } = new(
        """
        found = workspace_symbols("Service")
        for s in found.symbols:
            if s.kind == 5:
                print(f"{s.file}:{s.line}: {s.name}")
        """,
        ["Names that only contain the query's letters may be there too; the best match is first."]);
}
