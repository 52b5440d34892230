using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Functions;

/// <summary>Names of CPython that a program may try and must not have: each says what to use instead.</summary>
internal static class Refusals
{
    internal static readonly NativeFunction[] Table =
    [
        Make("open", "use read_file(path) to read and write_file(path, content) to write"),
        Make("input", "there is nobody to type here; put the value into the program"),
        Make("eval", "use json.loads(text) or ast.literal_eval(text) for data, or write the expression directly"),
        Make("exec", "write the statements directly"),
        Make("compile", "write the code directly"),
        Make("__import__", "use an import statement with a module that is available"),
        Make("globals", "use a dict of your own"),
        Make("locals", "use a dict of your own"),
        Make("breakpoint", "use print(value)"),
        Make("help", "use dir(value) to see its attributes"),
        Make("exit", "let the program end, or raise an exception"),
        Make("quit", "let the program end, or raise an exception"),
    ];

    internal static PyRaise Refuse(RunContext ctx, string what, string instead) =>
        ctx.Error(ExceptionTypes.NotImplementedError, $"{what} is not available here: {instead}");

    private static NativeFunction Make(string name, string instead) =>
        new(name, "*args, **kwargs", (ctx, _) => throw Refuse(ctx, name + "()", instead));
}
