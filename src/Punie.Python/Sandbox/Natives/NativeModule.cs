using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Natives;

// How to add to the sandbox (Builtins/ and Modules/ hold the tables; nothing is found by reflection):
//   a function   new NativeFunction("sorted", "iterable, /, *, key=None, reverse=False", Sorted) in a table of
// Builtins/BuiltinScope.cs, and                static PyValue Sorted(RunContext ctx, ReadOnlySpan<PyValue> a): a[i] is
// parameter i, defaults filled in, unbound for "=?".   a method     the same with "self, …" first, in
// Types.List.Define(…), called once from BuiltinScope; self is already the built-in value.   a type       static
// readonly PyType X = PyType.Native("x", "module"); X.New = (ctx, type, arguments) => … makes instances; a sealed class
// deriving PyObject overrides the protocols it has. Computed attributes: type.Define("year", PyValue.Of(new
// NativeProperty(…))).   a module     NativeModule.Make("math", [functions], ("pi", value), …) in Modules/, and its
// name in ModuleRegistry.   errors       throw ctx.TypeError("…"), ctx.ValueError, ctx.KeyError(key),
// ctx.Error(ExceptionTypes.X, "…"); catch (PyRaise) only with                var mark = ctx.Mark() before and
// ctx.Unwind(mark) in the handler; never catch StopException,                and raise again only behind the handler,
// never inside it (a deep chain of handlers that raise overflows the native stack).   protocols
// ctx.Repr/Str/Format/Truth/Length/Iterate/ToArray/Contains/GetItem/SetItem/Hash/AreEqual/AreSame/IsLess/Compare/
// Binary/Call/CallMethod/GetAttribute/TryGetAttribute/Int64/TryIndex/TryInteger; ctx.Unwrap(v) sees inside derived
// instances.   metering     ctx.Step() in every native loop, ctx.Tick(n >> 6) for n cheap units;
// ctx.Meter.Reserve(bytes) BEFORE anything whose size a                program chooses; make values with
// ctx.Text/NewList/NewTuple/NewDict/New, which account for them; list.Add(ctx, v), dict.Set(ctx, k, v).   searching
// TextSearch.First/Last for a part that a program chose: .NET's IndexOf is quadratic on text made for it.   callbacks
// the protocol calls above run the program's code, __index__ too: take all arguments first, look at lengths after.
// recursion    ctx.Enter() … ctx.Leave() around native code that recurses into values by itself; the protocol calls
// above do it already.   text         PyValue.Text is a .NET string; value.Bits its length in code points;
// CodePoints.Offset/Index/Slice translate where !value.IsBmp.

/// <summary>Makes modules from tables; the comment above says how to add things.</summary>
internal static class NativeModule
{
    internal static PyModule Make(string name, NativeFunction[] functions,
        params (string Name, PyValue Value)[] members)
    {
        var table = new NameTable();
        foreach (var function in functions)
        {
            function.Module = name;
            table[function.Name] = PyValue.Of(function);
        }
        foreach (var (member, value) in members) table[member] = value;
        return new PyModule(name, table);
    }
}
