using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Typing;

/// <summary>Classes that a type matches by having their members.</summary>
internal static class Protocols
{
    private const string Mark = "_is_runtime_protocol";

    private static readonly string[] Known =
    [
        "__module__", "__qualname__", "__doc__", "__annotations__", "__dict__", "__slots__", "__match_args__",
        "__class_getitem__", "__init__", "__new__", Mark, "__abstractmethods__", "__orig_bases__", "__parameters__",
    ];

    internal static PyValue MarkChecked(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyType type || !IsProtocol(type))
            throw ctx.TypeError($"@runtime_checkable can be only applied to protocol classes, got {ctx.Repr(a[0])}");
        type.Define(Mark, PyValue.True);
        return a[0];
    }

    /// <summary><c>SupportsInt</c> and the like.</summary>
    internal static PyType Supporting(string name)
    {
        var protocol = PyType.Native("Protocol", "typing");
        var type = new PyType(name, "typing", [protocol], PyType.Linearize(null, [protocol])!);
        type.Define(
            name switch
            {
                "SupportsInt" => "__int__",
                "SupportsFloat" => "__float__",
                "SupportsAbs" => "__abs__",
                _ => "__index__"
            }, PyValue.None);
        type.Define(Mark, PyValue.True);
        return type;
    }

    internal static bool IsProtocol(PyType type) =>
        type.IsUserDefined && type.Bases.Any(b => b is { Name: "Protocol", Module: "typing" });

    internal static bool Matches(RunContext ctx, PyType type, PyType protocol)
    {
        if (!protocol.OwnAttributes.ContainsKey(Mark))
            throw ctx.TypeError("Instance and class checks can only be used with @runtime_checkable protocols");
        return protocol.Mro.Where(IsProtocol).SelectMany(Members).All(m => Has(type, m));
    }

    private static IEnumerable<string> Members(PyType protocol) =>
        protocol.OwnAttributes.Keys.Where(n => !Known.Contains(n))
        .Concat(protocol.OwnAttributes.TryGetValue("__annotations__", out var notes) && notes.Ref is PyDict dict
            ? dict.ToPairs().Select(p => p.Key.Text)
            : []);

    // Special methods of built-in types are no attributes here: the abstract classes know who has them.
    private static bool Has(PyType type, string name)
    {
        if (type.TryLookup(name, out var member)) return !member.IsNone;
        return name switch
        {
            "__len__" => AbstractTypes.Counts(type, "Sized"),
            "__iter__" => AbstractTypes.Counts(type, "Iterable"),
            "__next__" => AbstractTypes.Counts(type, "Iterator"),
            "__contains__" => AbstractTypes.Counts(type, "Container"),
            "__getitem__" => AbstractTypes.Counts(type, "Sequence") || AbstractTypes.Counts(type, "Mapping"),
            "__call__" => AbstractTypes.Counts(type, "Callable"),
            "__hash__" => AbstractTypes.Counts(type, "Hashable"),
            "__int__" or "__float__" or "__abs__" => type.IsSubclassOf(Types.Int) || type.IsSubclassOf(Types.Float),
            "__index__" => type.IsSubclassOf(Types.Int),
            "__str__" or "__repr__" or "__eq__" => true,
            "__lt__" =>
                type.IsSubclassOf(Types.Int) || type.IsSubclassOf(Types.Float) || type.IsSubclassOf(Types.Str)
                || type.IsSubclassOf(Types.List) || type.IsSubclassOf(Types.Tuple),
            _ => false,
        };
    }
}
