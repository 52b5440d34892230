using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary>The <c>__doc__</c> that a dataclass without one gets: its constructor's signature.</summary>
internal static class DataClassText
{
    internal static string Signature(RunContext ctx, PyType type, IEnumerable<PyField> fields)
    {
        var given = fields.Where(f => f.InInit).ToArray();
        var positional = given.Where(f => !f.KeywordOnly).Select(f => Parameter(ctx, f));
        var named = given.Where(f => f.KeywordOnly).Select(f => Parameter(ctx, f)).ToArray();
        return $"{type.Name}({string.Join(", ", named.Length == 0 ? positional : [.. positional, "*", .. named])})";
    }

    private static string Parameter(RunContext ctx, PyField field)
    {
        var @default = !field.Factory.IsUnbound
            ? " = <factory>" : field.Default.IsUnbound ? ""
            : $" = {ctx.Repr(field.Default)}";
        return $"{field.Name}: {Annotation(ctx, field.Annotation)}{@default}";
    }

    private static string Annotation(RunContext ctx, PyValue annotation) => annotation.Ref switch
    {
        PyType { Module: "builtins" } type => type.QualifiedName,
        PyType type => $"{type.Module}.{type.QualifiedName}",
        _ => ctx.Repr(annotation).Replace("typing.", "", StringComparison.Ordinal),
    };
}
