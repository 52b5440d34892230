using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Builtins;

/// <summary>The names that every program can use without an import: one explicit list, shared by all runs.</summary>
internal static class BuiltinScope
{
    internal static readonly NameTable Names = Build();

    private static NameTable Build()
    {
        TypeMethods.DefineAll();
        var names = new NameTable
        {
            ["Ellipsis"] = PyValue.Ellipsis,
            ["NotImplemented"] = PyValue.NotImplemented,
            ["__name__"] = PyValue.Str("__main__"),
            ["EnvironmentError"] = PyValue.Of(ExceptionTypes.OSError),
            ["IOError"] = PyValue.Of(ExceptionTypes.OSError),
        };
        foreach (var type in TypeMethods.Public) names[type.Name] = PyValue.Of(type);
        foreach (var (name, type) in ExceptionTypes.All)
        {
            if (type.Module == "builtins") names[name] = PyValue.Of(type);
        }
        NativeFunction[][] tables =
            [CoreFunctions.Table, ReductionFunctions.Table, NumberFunctions.Table, ObjectFunctions.Table,
            Refusals.Table];
        foreach (var table in tables)
        {
            foreach (var function in table) names[function.Name] = PyValue.Of(function);
        }
        return names;
    }
}
