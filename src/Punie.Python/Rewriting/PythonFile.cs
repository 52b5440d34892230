using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>A module of a project: its path, tree and scopes. Reference equality; safe to share once made.</summary>
public sealed class PythonFile
{
    private readonly Lazy<ScopeTree> _scopes;
    private readonly Lazy<ImportedNames> _imports;

    /// <summary>Takes a parsed file.</summary>
    /// <param name="path">Relative to the project, with <c>/</c>; it decides the module's name.</param>
    /// <param name="parse">Its tree.</param>
    public PythonFile(string path, ParseResult parse)
    {
        (Path, Parse) = (path, parse);
        ModuleName = NameOf(path);
        _scopes = new(() => ScopeTree.Build(parse));
        _imports = new(() => new(this));
    }

    /// <summary>Parses a file.</summary>
    public static PythonFile From(string path, string text) => new(path, PythonParser.Parse(text));

    /// <summary>Relative to the project, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Its tree and text.</summary>
    public ParseResult Parse { get; }

    /// <summary>
    /// The dotted name by path: <c>src/pkg/mod.py</c> is <c>src.pkg.mod</c>, an <c>__init__.py</c> is its folder.
    /// </summary>
    public string ModuleName { get; }

    /// <summary>Its scopes, built when first asked for.</summary>
    public ScopeTree Scopes => _scopes.Value;

    /// <summary>True for an <c>__init__.py</c>.</summary>
    public bool IsPackage => Path == "__init__.py" || Path.EndsWith("/__init__.py", StringComparison.Ordinal);

    internal ImportedNames Imports => _imports.Value;

    internal string Text => Parse.Source.Text;

    internal int LineOf(int offset) => Parse.Source.LineOf(offset);

    /// <summary>
    /// The absolute name of what a <c>from … import</c> in this file names; relative ones start at its package.
    /// </summary>
    public string TargetOf(ImportFromStatement import)
    {
        var module = import.Module?.Text ?? "";
        if (import.Level == 0) return module;
        var parts = ModuleName.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var kept = parts.Take(Math.Max(0, parts.Length - import.Level + (IsPackage ? 1 : 0)));
        return string.Join('.', module.Length > 0 ? kept.Append(module) : kept);
    }

    private static string NameOf(string path)
    {
        var name = path.EndsWith(".py", StringComparison.Ordinal) ? path[..^3] : path;
        if (name == "__init__") return "";
        if (name.EndsWith("/__init__", StringComparison.Ordinal)) name = name[..^9];
        return name.Replace('/', '.');
    }
}
