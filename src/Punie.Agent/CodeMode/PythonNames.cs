using System.Collections.Frozen;

namespace Punie.Agent.CodeMode;

/// <summary>Python's own names, so that a check does not take them for mistakes.</summary>
internal static class PythonNames
{
    /// <summary>Builtin functions, types and exceptions. Whether the sandbox has one is its own business.</summary>
    public static FrozenSet<string> Builtins { get; } = (
        "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile "
        + "complex delattr dict dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr "
        + "hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct "
        + "open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super "
        + "tuple type vars zip Ellipsis NotImplemented __name__ __class__ __doc__ __file__ __debug__ __import__ "
        + "__build_class__ ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup "
        + "BufferError EOFError Exception ExceptionGroup FileExistsError FileNotFoundError FloatingPointError "
        + "GeneratorExit IOError ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError "
        + "KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError "
        + "NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError "
        + "ReferenceError RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning "
        + "SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError "
        + "UnicodeEncodeError UnicodeError UserWarning ValueError Warning ZeroDivisionError ConnectionError "
        + "ChildProcessError BrokenPipeError DeprecationWarning")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Methods of Python's list; anything else on a list of records is a field of its items.</summary>
    public static FrozenSet<string> ListMethods { get; } =
        "append clear copy count extend index insert pop remove reverse sort".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Builtins that models reach for and that only tools can do here.</summary>
    public static FrozenDictionary<string, string> Instead { get; } = new Dictionary<string, string>
    {
        ["open"] = "open() is not available; use read_file(path) or write_file(path, content)",
        ["input"] = "input() is not available; the program cannot ask the person",
        ["exec"] = "exec() is not available; write the statements in the program",
        ["eval"] = "eval() is not available; write the expression in the program",
        ["compile"] = "compile() is not available; write the statements in the program",
        ["breakpoint"] = "breakpoint() is not available; use print()",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
