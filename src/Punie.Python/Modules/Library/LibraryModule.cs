using System.Collections.Concurrent;
using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Compiling;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Library;

/// <summary>
/// Modules that are written in Python: classes that programs derive from behave as they do in CPython at no further
/// cost.
/// </summary>
/// <remarks>The source is compiled once for each process, as one function, and called once for each run that imports
/// it. Its parameter <c>native</c> is the part of the module that is written in C#.</remarks>
internal static class LibraryModule
{
    private static readonly ConcurrentDictionary<string, Source> Sources = new(StringComparer.Ordinal);

    /// <summary>Runs the source of that name; its public names join those of <paramref name="native"/>.</summary>
    internal static PyModule Load(RunContext ctx, string name, PyModule? native = null)
    {
        var source = Sources.GetOrAdd(name, Compile);
        PyValue none = default;
        var function = source.Function.Evaluate(ctx, ref none);
        native ??= new PyModule(name, new NameTable());
        var values = ctx.ToArray(ctx.Call(function, [PyValue.Of(native)]));
        var members = Shown(native);
        for (var i = 0; i < values.Length; i++)
        {
            members[source.Names[i]] = values[i];
            if (values[i].Ref is PyType { IsUserDefined: true, Module: "__main__" } type) Place(type, name);
        }
        return new PyModule(name, members);
    }

    /// <summary>The native part now, the Python part when one of its names is asked for.</summary>
    internal static PyModule Lazy(string name, PyModule native) =>
        new(name, Shown(native)) { Later = ctx => Load(ctx, name, native) };

    // A leading underscore is for the source alone.
    private static NameTable Shown(PyModule native)
    {
        var shown = new NameTable();
        foreach (var (member, value) in native.Members.Pairs)
        {
            if (member[0] != '_') shown[member] = value;
        }
        return shown;
    }

    private static void Place(PyType type, string module)
    {
        type.Module = module;
        type.Define("__module__", PyValue.Str(module));
    }

    private static Source Compile(string name)
    {
        var parsed = PythonParser.Parse(Read(name), new ParseOptions());
        if (parsed.Errors is [var first, ..])
            throw new InvalidOperationException($"The source of the module {name}, line {first.Line}: {first.Message}");
        var span = parsed.Module.Span;
        string[] names =
            [.. parsed.Module.Body.SelectMany(Bound).Where(n => n[0] != '_').Distinct(StringComparer.Ordinal)];
        var results = new ReturnStatement(span,
            new TupleExpression(span, [.. names.Select(n => new NameExpression(span, n, ExpressionContext.Load))],
            ExpressionContext.Load));
        var native = new Parameter(span, new Identifier("native", span), null, null);
        var function = new FunctionStatement(
            span, new Identifier(Scope.LibraryName, span), [], new Parameters(span, [], [native], null, [], null),
            null, [.. parsed.Module.Body, results], [], isAsync: false);
        var unit = new ProgramUnit(parsed.Source, new NameTable()) { IsLibrary = true };
        return new Source(Compiler.CompileLibrary(unit, function), names);
    }

    private static string Read(string name)
    {
        using var stream = typeof(LibraryModule)
            .Assembly.GetManifestResourceStream($"Punie.Python.Modules.Library.{name}.py")
            ?? throw new InvalidOperationException($"The module {name} has no source in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private static IEnumerable<string> Bound(Statement statement) => statement switch
    {
        ClassStatement s => [s.Name.Text],
        FunctionStatement s => [s.Name.Text],
        AssignStatement { Targets: [NameExpression target] } => [target.Name],
        AssignStatement { Targets: [TupleExpression targets] } =>
            targets.Elements.OfType<NameExpression>().Select(t => t.Name),
        ImportFromStatement s => s.Names.Select(n => n.Alias?.Text ?? n.Name.Text),
        _ => [],
    };

    private sealed record Source(FunctionNode Function, string[] Names);
}
