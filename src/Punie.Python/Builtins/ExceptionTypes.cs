using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>The hierarchy of built-in exceptions.</summary>
internal static class ExceptionTypes
{
    private static readonly Dictionary<string, PyType> ByName = new(StringComparer.Ordinal);

    internal static readonly PyType BaseException = Root();
    internal static readonly PyType Exception = Make("Exception", BaseException);
    internal static readonly PyType GeneratorExit = Make("GeneratorExit", BaseException);
    internal static readonly PyType KeyboardInterrupt = Make("KeyboardInterrupt", BaseException);
    internal static readonly PyType SystemExit = Make("SystemExit", BaseException);
    internal static readonly PyType CancelledError = Make("CancelledError", BaseException, "asyncio.exceptions");
    internal static readonly PyType BaseExceptionGroup = Make("BaseExceptionGroup", BaseException);
    internal static readonly PyType ExceptionGroup = MakeGroup();

    internal static readonly PyType ArithmeticError = Make("ArithmeticError", Exception);
    internal static readonly PyType FloatingPointError = Make("FloatingPointError", ArithmeticError);
    internal static readonly PyType OverflowError = Make("OverflowError", ArithmeticError);
    internal static readonly PyType ZeroDivisionError = Make("ZeroDivisionError", ArithmeticError);
    internal static readonly PyType AssertionError = Make("AssertionError", Exception);
    internal static readonly PyType AttributeError = Make("AttributeError", Exception);
    internal static readonly PyType BufferError = Make("BufferError", Exception);
    internal static readonly PyType EOFError = Make("EOFError", Exception);
    internal static readonly PyType ImportError = Make("ImportError", Exception);
    internal static readonly PyType ModuleNotFoundError = Make("ModuleNotFoundError", ImportError);
    internal static readonly PyType LookupError = Make("LookupError", Exception);
    internal static readonly PyType IndexError = Make("IndexError", LookupError);
    internal static readonly PyType KeyError = Make("KeyError", LookupError);
    internal static readonly PyType MemoryError = Make("MemoryError", Exception);
    internal static readonly PyType NameError = Make("NameError", Exception);
    internal static readonly PyType UnboundLocalError = Make("UnboundLocalError", NameError);
    internal static readonly PyType ReferenceError = Make("ReferenceError", Exception);
    internal static readonly PyType RuntimeError = Make("RuntimeError", Exception);
    internal static readonly PyType NotImplementedError = Make("NotImplementedError", RuntimeError);
    internal static readonly PyType RecursionError = Make("RecursionError", RuntimeError);
    internal static readonly PyType StopIteration = Make("StopIteration", Exception);
    internal static readonly PyType StopAsyncIteration = Make("StopAsyncIteration", Exception);
    internal static readonly PyType SyntaxError = Make("SyntaxError", Exception);
    internal static readonly PyType IndentationError = Make("IndentationError", SyntaxError);
    internal static readonly PyType TabError = Make("TabError", IndentationError);
    internal static readonly PyType SystemError = Make("SystemError", Exception);
    internal static readonly PyType TypeError = Make("TypeError", Exception);
    internal static readonly PyType ValueError = Make("ValueError", Exception);
    internal static readonly PyType UnicodeError = Make("UnicodeError", ValueError);
    internal static readonly PyType UnicodeDecodeError = Make("UnicodeDecodeError", UnicodeError);
    internal static readonly PyType UnicodeEncodeError = Make("UnicodeEncodeError", UnicodeError);
    internal static readonly PyType UnicodeTranslateError = Make("UnicodeTranslateError", UnicodeError);

    internal static readonly PyType OSError = Make("OSError", Exception);
    internal static readonly PyType BlockingIOError = Make("BlockingIOError", OSError);
    internal static readonly PyType ConnectionError = Make("ConnectionError", OSError);
    internal static readonly PyType BrokenPipeError = Make("BrokenPipeError", ConnectionError);
    internal static readonly PyType ConnectionAbortedError = Make("ConnectionAbortedError", ConnectionError);
    internal static readonly PyType ConnectionRefusedError = Make("ConnectionRefusedError", ConnectionError);
    internal static readonly PyType ConnectionResetError = Make("ConnectionResetError", ConnectionError);
    internal static readonly PyType FileExistsError = Make("FileExistsError", OSError);
    internal static readonly PyType FileNotFoundError = Make("FileNotFoundError", OSError);
    internal static readonly PyType InterruptedError = Make("InterruptedError", OSError);
    internal static readonly PyType IsADirectoryError = Make("IsADirectoryError", OSError);
    internal static readonly PyType NotADirectoryError = Make("NotADirectoryError", OSError);
    internal static readonly PyType PermissionError = Make("PermissionError", OSError);
    internal static readonly PyType ProcessLookupError = Make("ProcessLookupError", OSError);
    internal static readonly PyType TimeoutError = Make("TimeoutError", OSError);
    internal static readonly PyType ChildProcessError = Make("ChildProcessError", OSError);

    internal static readonly PyType Warning = Make("Warning", Exception);
    internal static readonly PyType DeprecationWarning = Make("DeprecationWarning", Warning);
    internal static readonly PyType FutureWarning = Make("FutureWarning", Warning);
    internal static readonly PyType RuntimeWarning = Make("RuntimeWarning", Warning);
    internal static readonly PyType SyntaxWarning = Make("SyntaxWarning", Warning);
    internal static readonly PyType UserWarning = Make("UserWarning", Warning);
    internal static readonly PyType PendingDeprecationWarning = Make("PendingDeprecationWarning", Warning);
    internal static readonly PyType ImportWarning = Make("ImportWarning", Warning);
    internal static readonly PyType UnicodeWarning = Make("UnicodeWarning", Warning);
    internal static readonly PyType BytesWarning = Make("BytesWarning", Warning);
    internal static readonly PyType ResourceWarning = Make("ResourceWarning", Warning);
    internal static readonly PyType EncodingWarning = Make("EncodingWarning", Warning);

    /// <summary>All of them by name.</summary>
    internal static IReadOnlyDictionary<string, PyType> All => ByName;

    private static PyType Root()
    {
        var type = Register(PyType.Native("BaseException"));
        type.New = ExceptionFields.Make;
        return type.Define(
            new NativeFunction("__init__", "self, /, *args, **kwargs", Initialize),
            new NativeFunction("add_note", "self, note, /", AddNote),
            new NativeFunction("with_traceback", "self, tb, /", (_, a) => a[0]));
    }

    private static PyType MakeGroup()
    {
        BaseExceptionGroup.New = ExceptionGroups.Make;
        ExceptionGroups.Define(BaseExceptionGroup);
        return Register(PyType.Native("ExceptionGroup", "builtins", BaseExceptionGroup, Exception));
    }

    private static PyType Make(string name, PyType parent, string module = "builtins") =>
        Register(PyType.Native(name, module, parent));

    private static PyType Register(PyType type)
    {
        ByName.Add(type.Name, type);
        return type;
    }

    private static PyValue Initialize(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyException exception) return PyValue.None;
        ExceptionFields.Fill(ctx, exception, new Arguments(((PyTuple)a[1].Ref!).Items), (PyDict)a[2].Ref!);
        return PyValue.None;
    }

    private static PyValue AddNote(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[1].IsText) throw ctx.TypeError($"note must be a str, not '{a[1].TypeName}'");
        var exception = (PyException)a[0].Ref!;
        (exception.Notes ??= new PyList()).Add(ctx, a[1]);
        return PyValue.None;
    }
}
