using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>What some exceptions have besides <c>args</c>, and how their constructors fill it.</summary>
internal static class ExceptionFields
{
    // Error numbers of Linux, as CPython maps them.
    private static readonly Dictionary<long, PyType> ByNumber = new()
    {
        [1] = ExceptionTypes.PermissionError,
        [2] = ExceptionTypes.FileNotFoundError,
        [3] = ExceptionTypes.ProcessLookupError,
        [4] = ExceptionTypes.InterruptedError,
        [10] = ExceptionTypes.ChildProcessError,
        [11] = ExceptionTypes.BlockingIOError,
        [13] = ExceptionTypes.PermissionError,
        [17] = ExceptionTypes.FileExistsError,
        [20] = ExceptionTypes.NotADirectoryError,
        [21] = ExceptionTypes.IsADirectoryError,
        [32] = ExceptionTypes.BrokenPipeError,
        [103] = ExceptionTypes.ConnectionAbortedError,
        [104] = ExceptionTypes.ConnectionResetError,
        [110] = ExceptionTypes.TimeoutError,
        [111] = ExceptionTypes.ConnectionRefusedError,
    };

    /// <summary>The constructor of all exceptions but groups.</summary>
    internal static PyValue Make(RunContext ctx, PyType type, Arguments arguments)
    {
        var positional = arguments.Positional;
        if (type == ExceptionTypes.OSError && positional.Length is >= 2 and <= 5 && positional[0].IsInt)
            type = ByNumber.GetValueOrDefault(positional[0].Bits, type);
        var exception = new PyException(type, positional.ToArray());
        // A program's own constructor may take what it likes.
        if (!type.TryLookupUser("__init__", out _))
            Fill(ctx, exception, new Arguments(positional), arguments.KeywordDict());
        return PyValue.Of(exception);
    }

    /// <summary>As <c>BaseException.__init__</c> and what overrides it.</summary>
    internal static void Fill(RunContext ctx, PyException exception, Arguments positional, PyDict keywords)
    {
        var type = exception.Type;
        if (!type.IsSubclassOf(ExceptionTypes.BaseExceptionGroup)) exception.Arguments = positional.Values.ToArray();
        if (type.IsSubclassOf(ExceptionTypes.OSError) && exception.Arguments.Length is >= 3 and <= 5)
        {
            exception.Subject = exception.Arguments[2];
            exception.Arguments = exception.Arguments[..2];
        }
        var position = 0;
        while (keywords.NextEntry(ref position, out var key, out var value))
        {
            if (Takes(type, key.Text, isFirst: true)) exception.Named = value;
            else if (Takes(type, key.Text, isFirst: false)) exception.Subject = value;
            else throw ctx.TypeError(HasKeywords(type)
                ? $"'{key.Text}' is an invalid keyword argument for {type.Name}()"
                : $"{type.Name}() takes no keyword arguments");
        }
    }

    /// <summary>Unbound for types without such a field.</summary>
    internal static PyValue Find(RunContext ctx, PyException exception, string name)
    {
        var type = exception.Type;
        var arguments = exception.Arguments;
        if (Takes(type, name, isFirst: true)) return OrNone(exception.Named);
        if (Takes(type, name, isFirst: false)) return OrNone(exception.Subject);
        if (name == "msg" && type.IsSubclassOf(ExceptionTypes.ImportError))
            return arguments.Length == 1 ? arguments[0] : PyValue.None;
        if (name == "value" && type.IsSubclassOf(ExceptionTypes.StopIteration)) return exception.FirstArgument;
        if (name == "code" && type.IsSubclassOf(ExceptionTypes.SystemExit))
            return arguments.Length > 1 ? ctx.NewTuple(arguments) : exception.FirstArgument;
        if (type.IsSubclassOf(ExceptionTypes.BaseExceptionGroup)) return FindInGroup(ctx, exception, name);
        if (type.IsSubclassOf(ExceptionTypes.OSError)) return FindInSystemError(exception, name);
        if (type.IsSubclassOf(ExceptionTypes.UnicodeError) && arguments.Length == 5)
        {
            var index = Array.IndexOf(["encoding", "object", "start", "end", "reason"], name);
            return index < 0 ? default : arguments[index];
        }
        return type.IsSubclassOf(ExceptionTypes.SyntaxError) ? FindInSyntaxError(ctx, arguments, name) : default;
    }

    private static bool HasKeywords(PyType type) =>
        type.IsSubclassOf(ExceptionTypes.ImportError) || type.IsSubclassOf(ExceptionTypes.AttributeError)
            || type.IsSubclassOf(ExceptionTypes.NameError);

    private static bool Takes(PyType type, string name, bool isFirst)
    {
        if (isFirst) return name == "name" && HasKeywords(type);
        return name switch
        {
            "path" => type.IsSubclassOf(ExceptionTypes.ImportError),
            "obj" => type.IsSubclassOf(ExceptionTypes.AttributeError),
            _ => false,
        };
    }

    private static PyValue FindInGroup(RunContext ctx, PyException exception, string name)
    {
        if (exception.Arguments.Length != 2) return default;
        return name switch
        {
            "message" => exception.Arguments[0],
            "exceptions" => ctx.NewTuple(ctx.ToArray(exception.Arguments[1])),
            _ => default,
        };
    }

    private static PyValue FindInSystemError(PyException exception, string name)
    {
        var arguments = exception.Arguments;
        return name switch
        {
            "errno" => arguments.Length == 2 ? arguments[0] : PyValue.None,
            "strerror" => arguments.Length == 2 ? arguments[1] : PyValue.None,
            "filename" => OrNone(exception.Subject),
            "filename2" => PyValue.None,
            _ => default,
        };
    }

    private static PyValue FindInSyntaxError(RunContext ctx, PyValue[] arguments, string name)
    {
        if (name == "msg") return arguments.Length > 0 ? arguments[0] : PyValue.None;
        var index = Array.IndexOf(["filename", "lineno", "offset", "text", "end_lineno", "end_offset"], name);
        if (index < 0) return default;
        var details = arguments.Length == 2 && arguments[1].Ref is PyTuple ? ctx.ToArray(arguments[1]) : [];
        return index < details.Length ? details[index] : PyValue.None;
    }

    private static PyValue OrNone(PyValue value) => value.IsUnbound ? PyValue.None : value;
}
