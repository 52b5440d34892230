using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Collections;

/// <summary>The abstract classes of <c>collections.abc</c>: what a type must have to count as one.</summary>
internal static class AbstractTypes
{
    private static readonly PyType[] Sequences = [Types.List, Types.Tuple, Types.Str, Types.Range, Types.Bytes, PyByteArray.ByteArrayType];
    private static readonly PyType[] Sets = [Types.Set, Types.FrozenSet, Types.DictKeys, Types.DictItems];
    private static readonly PyType[] Containers = [.. Sequences, .. Sets, Types.Dict, Types.DictValues, PyDeque.DequeType, PyChainMap.ChainMapType];

    // A native type counts when it is listed; a class of the program when it has all the methods.
    private static readonly Dictionary<PyType, (PyType[] Native, string[] Methods)> Rules = new()
    {
        [Make("Container")] = (Containers, ["__contains__"]),
        [Make("Iterable")] = ([.. Containers, Types.Iterator, Types.Generator], ["__iter__"]),
        [Make("Iterator")] = ([Types.Iterator, Types.Generator], ["__iter__", "__next__"]),
        [Make("Generator")] = ([Types.Generator], ["send", "throw", "close", "__iter__", "__next__"]),
        [Make("Sized")] = (Containers, ["__len__"]),
        [Make("Collection")] = (Containers, ["__len__", "__iter__", "__contains__"]),
        [Make("Reversible")] = ([.. Sequences, Types.Dict, PyDeque.DequeType], ["__reversed__", "__iter__"]),
        [Make("Sequence")] = (Sequences, ["\0"]),
        [Make("MutableSequence")] = ([Types.List, PyByteArray.ByteArrayType, PyDeque.DequeType], ["\0"]),
        [Make("Set")] = (Sets, ["\0"]),
        [Make("MutableSet")] = ([Types.Set], ["\0"]),
        [Make("Mapping")] = ([Types.Dict, PyChainMap.ChainMapType], ["\0"]),
        [Make("MutableMapping")] = ([Types.Dict, PyChainMap.ChainMapType], ["\0"]),
        [Make("Hashable")] = ([], []),
        [Make("Callable")] = ([Types.Function, Types.NativeFunction, Types.MethodDescriptor, Types.Method, Types.Type], ["__call__"]),
        [Make("Awaitable")] = ([Types.Coroutine, PyFuture.FutureType], ["__await__"]),
        [Make("Coroutine")] = ([Types.Coroutine], ["\0"]),
        [Make("AsyncIterable")] = ([Types.AsyncGenerator], ["__aiter__"]),
        [Make("AsyncIterator")] = ([Types.AsyncGenerator], ["__aiter__", "__anext__"]),
        [Make("KeysView")] = ([Types.DictKeys], ["\0"]),
        [Make("ValuesView")] = ([Types.DictValues], ["\0"]),
        [Make("ItemsView")] = ([Types.DictItems], ["\0"]),
    };

    internal static IEnumerable<PyType> All => Rules.Keys;

    /// <summary>Whether a sequence pattern takes the value, besides lists, tuples and ranges.</summary>
    internal static bool IsSequence(PyValue value) =>
        value.Ref is PyDeque || (value.Ref is PyInstance && value.Type.Mro.Any(t => t is { Name: "Sequence" or "MutableSequence", Module: "collections.abc" } or { Name: "deque", Module: "collections" }));

    /// <summary>Whether a type counts as one of the abstract ones without deriving from it.</summary>
    internal static bool Matches(PyType type, PyType wanted)
    {
        if (wanted.Module == "numbers") return IsNumber(type, wanted.Name);
        if (wanted.Module != "collections.abc" || !Rules.TryGetValue(wanted, out var rule)) return false;
        if (wanted.Name == "Hashable") return !new[] { Types.List, Types.Dict, Types.Set, PyByteArray.ByteArrayType }.Any(type.IsSubclassOf);
        if (rule.Native.Any(type.IsSubclassOf)) return true;
        if (wanted.Name is "Iterator" or "Iterable" && type.Name.EndsWith("iterator", StringComparison.Ordinal) && !type.IsUserDefined) return true;
        return rule.Methods.All(m => type.TryLookupUser(m, out _));
    }

    private static bool IsNumber(PyType type, string wanted) => wanted switch
    {
        "Integral" or "Rational" => type.IsSubclassOf(Types.Int),
        "Real" => type.IsSubclassOf(Types.Int) || type.IsSubclassOf(Types.Float),
        "Complex" => type.IsSubclassOf(Types.Int) || type.IsSubclassOf(Types.Float) || type.IsSubclassOf(Types.Complex),
        "Number" => IsNumber(type, "Complex") || type.IsSubclassOf(Decimals.PyDecimal.DecimalType),
        _ => false,
    };

    private static PyType Make(string name)
    {
        var type = PyType.Native(name, "collections.abc");
        type.New = (ctx, made, arguments) => made.IsUserDefined
            ? ctx.New(new PyInstance(made), 96)
            : throw ctx.TypeError($"Can't instantiate abstract class {name}");
        type.MakesDerivedInstances = true;
        return type;
    }
}
