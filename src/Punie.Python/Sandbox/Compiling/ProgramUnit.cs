using Punie.Python.Builtins;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>
/// A compiled program: its body and its table of global names. Immutable once compiled; shared by runs.
/// </summary>
internal sealed class ProgramUnit(SourceText source, NameTable hostFunctions)
{
    private readonly Dictionary<string, int> _globals = new(StringComparer.Ordinal);

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    internal SourceText Source { get; } = source;

    /// <summary>The module's body; it is a coroutine when it awaits at its top level.</summary>
    internal FunctionCode Body { get; set; } = null!;

    /// <summary>True for the Python source of one of our own modules.</summary>
    internal bool IsLibrary { get; init; }

    /// <summary>True where <c>from __future__ import annotations</c> keeps annotations as text.</summary>
    internal bool KeepsAnnotationsAsText { get; set; }

    internal IReadOnlyDictionary<string, int> Globals => _globals;

    /// <summary>Functions by the span of their source, for tracebacks; inner ones behind outer ones.</summary>
    internal List<FunctionSpan> Functions { get; } = [];

    internal int GlobalIndex(string name)
    {
        if (!_globals.TryGetValue(name, out var index)) _globals.Add(name, index = _globals.Count);
        return index;
    }

    /// <summary>The host function or built-in of that name; unbound without one.</summary>
    internal PyValue Builtin(string name) =>
        hostFunctions.TryGetValue(name, out var host) || BuiltinScope.Names.TryGetValue(name, out host)
            ? host
            : default;

    /// <summary>Names that a mistyped one could have meant.</summary>
    internal IEnumerable<string> KnownNames(RunContext ctx) =>
        _globals.Where(g => !ctx.Globals[g.Value].IsUnbound).Select(g => g.Key).Concat(hostFunctions.Keys)
            .Concat(BuiltinScope.Names.Keys);

    /// <summary>One string object for all equal literals, so that dict keys are mostly found by identity.</summary>
    internal string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        _texts.Add(text);
        return text;
    }

    /// <summary>The innermost function around a place.</summary>
    internal string FunctionAt(int offset)
    {
        var name = "<module>";
        var length = int.MaxValue;
        foreach (var (span, function) in Functions)
        {
            if (offset < span.Start || offset >= span.End || span.Length >= length) continue;
            (name, length) = (function, span.Length);
        }
        return name;
    }
}

/// <summary>Where a function stands in the source.</summary>
internal sealed record FunctionSpan(TextSpan Span, string Name);
