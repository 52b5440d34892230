using System.Globalization;
using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Adds imports at the top of a file, as a careful person would.</summary>
/// <remarks>Merges into a <c>from</c> import of the same module, keeps its order and layout; else puts the statement
/// where it sorts: <c>__future__</c>, standard library, other packages, relative, and in each <c>import</c> before
/// <c>from</c>. Below the docstring and the head comments; with the file's line ends. Adding twice changes
/// nothing.</remarks>
public static class ImportAdder
{
    /// <summary>Adds an import statement.</summary>
    /// <param name="module">The file; syntax errors further down do not matter.</param>
    /// <param name="statement">One <c>import</c> or <c>from … import</c>, with any number of names and aliases.</param>
    public static AddImportOutcome Add(ParseResult module, string statement)
    {
        if (WantedImport.From(statement) is not { } wanted)
            return new AddImportOutcome.Refused(
                $"'{statement.Trim()}' is not an import. Give one statement, as in 'from pathlib import Path'.");
        var text = module.Source.Text;
        var current = module;
        foreach (var import in wanted)
        {
            if (IsThere(current, import)) continue;
            if (Conflict(current, import) is { } line) return Refuse(import, line);
            current = PythonParser.Parse(TextEdits.Apply(current.Source.Text, EditsFor(current, import)));
        }

        var after = current.Source.Text;
        return after == text
            ? new AddImportOutcome.AlreadyThere()
            : new AddImportOutcome.Added(TextEdits.Between(text, after), after);
    }

    private static AddImportOutcome.Refused Refuse(WantedImport import, int line) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"Line {line} already gives '{import.BoundName}' another meaning. Import it under another name with 'as'."));

    private static IReadOnlyList<TextEdit> EditsFor(ParseResult module, WantedImport import)
    {
        var same = import.CanMerge
            ? module.Module.Body.OfType<ImportFromStatement>().FirstOrDefault(import.IsSameModule)
            : null;
        return same is null ? [ImportPosition.Insert(module, import)] : ImportMerge.Insert(module.Source, same, import);
    }

    private static bool IsThere(ParseResult module, WantedImport import) =>
        Unconditional(module.Module.Body).Any(s => import.IsIn(s));

    // An import in a try gives its name at run time; one under TYPE_CHECKING or in a function does not.
    private static IEnumerable<Statement> Unconditional(IEnumerable<Statement> body) =>
        body.SelectMany(s => s is TryStatement t
        ? t.Body.Concat(t.Handlers.SelectMany(h => h.Body)).Concat(t.OrElse).Concat(t.Finally) : [s]);

    private static Statement StatementOf(ParseResult module, ImportAlias item) =>
        SyntaxWalk.All(module.Module).OfType<Statement>().First(s => s switch
        {
            ImportStatement import => import.Names.Contains(item),
            ImportFromStatement import => import.Names.Contains(item),
            _ => false,
        });

    // The line where the module gives the name a meaning that the import would hide, or null.
    private static int? Conflict(ParseResult module, WantedImport import)
    {
        var symbol = import.BoundName is { } name ? ScopeTree.Build(module).Module.Find(name) : null;
        var other = symbol?.Uses.FirstOrDefault(u => u.IsBinding && !IsSameThing(u));
        return other is null ? null : module.Source.LineOf(other.Span.Start);

        bool IsSameThing(NameUse use) =>
            use.Node is ImportAlias item && import.MeansSameAs(StatementOf(module, item), item);
    }
}
