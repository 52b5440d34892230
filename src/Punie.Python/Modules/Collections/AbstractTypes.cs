using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules.Collections;

/// <summary>The abstract classes of <c>collections.abc</c>: what a type must have to count as one.</summary>
internal static class AbstractTypes
{
    private static readonly PyType[] Sequences =
        [Types.List, Types.Tuple, Types.Str, Types.Range, Types.Bytes, PyByteArray.ByteArrayType];
    private static readonly PyType[] Sets = [Types.Set, Types.FrozenSet, Types.DictKeys, Types.DictItems];
    private static readonly PyType[] Containers =
        [.. Sequences, .. Sets, Types.Dict, Types.DictValues, PyDeque.DequeType];

    // A native type counts when it is listed; a class of the program when it has all the methods.
    private static readonly Dictionary<string, (PyType[] Native, string[] Methods)> Rules = new(StringComparer.Ordinal)
    {
        ["Container"] = (Containers, ["__contains__"]),
        ["Iterable"] = ([.. Containers, Types.Iterator, Types.Generator], ["__iter__"]),
        ["Iterator"] = ([Types.Iterator, Types.Generator], ["__iter__", "__next__"]),
        ["ByteString"] = ([Types.Bytes, PyByteArray.ByteArrayType], ["\0"]),
        ["Generator"] = ([Types.Generator], ["send", "throw", "close", "__iter__", "__next__"]),
        ["Sized"] = (Containers, ["__len__"]),
        ["Collection"] = (Containers, ["__len__", "__iter__", "__contains__"]),
        ["Reversible"] = ([.. Sequences, Types.Dict, PyDeque.DequeType], ["__reversed__", "__iter__"]),
        ["Sequence"] = (Sequences, ["\0"]),
        ["MutableSequence"] = ([Types.List, PyByteArray.ByteArrayType, PyDeque.DequeType], ["\0"]),
        ["Set"] = (Sets, ["\0"]),
        ["MutableSet"] = ([Types.Set], ["\0"]),
        ["Mapping"] = ([Types.Dict], ["\0"]),
        ["MutableMapping"] = ([Types.Dict], ["\0"]),
        ["Hashable"] = ([], []),
        ["Callable"] =
            ([Types.Function, Types.NativeFunction, Types.MethodDescriptor, Types.Method, Types.Type], ["__call__"]),
        ["Awaitable"] = ([Types.Coroutine, PyFuture.FutureType], ["__await__"]),
        ["Coroutine"] = ([Types.Coroutine], ["\0"]),
        ["AsyncIterable"] = ([Types.AsyncGenerator], ["__aiter__"]),
        ["AsyncIterator"] = ([Types.AsyncGenerator], ["__aiter__", "__anext__"]),
        ["KeysView"] = ([Types.DictKeys], ["\0"]),
        ["ValuesView"] = ([Types.DictValues], ["\0"]),
        ["ItemsView"] = ([Types.DictItems], ["\0"]),
    };

    /// <summary>Whether a sequence pattern takes the value, besides lists, tuples and ranges.</summary>
    internal static bool IsSequence(PyValue value) =>
        value.Ref is PyDeque
            || (value.Ref is PyInstance
            && value.Type.Mro.Any(t =>
                t is { Name: "Sequence" or "MutableSequence", Module: "collections.abc" }
                or { Name: "deque", Module: "collections" }));

    /// <summary>Whether a type counts as one of the abstract ones without deriving from it.</summary>
    internal static bool Matches(PyType type, PyType wanted)
    {
        if (wanted.Module == "numbers") return IsNumber(type, wanted.Name);
        return wanted.Module == "collections.abc" && Counts(type, wanted.Name);
    }

    /// <summary>Whether a type has what the abstract class of that name asks for.</summary>
    internal static bool Counts(PyType type, string wanted)
    {
        if (!Rules.TryGetValue(wanted, out var rule)) return false;
        if (wanted == "Hashable")
            return !new[] { Types.List, Types.Dict, Types.Set, PyByteArray.ByteArrayType }.Any(type.IsSubclassOf);
        if (rule.Native.Any(type.IsSubclassOf)) return true;
        if (wanted is "Iterator" or "Iterable" && type.Name.EndsWith("iterator", StringComparison.Ordinal)
            && !type.IsUserDefined) return true;
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
}
