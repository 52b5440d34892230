using Punie.Python.Sandbox;

namespace Punie.Fuzz.Programs;

/// <summary>Names of built-ins, methods and module members, asked from the sandbox itself so that none is forgotten.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Samples =
    [
        "1", "2.5", "True", "'text'", "b'bytes'", "[1]", "(1, 2)", "{'k': 1}", "{1}", "frozenset([1])", "range(3)", "bytearray(b'x')", "ValueError('v')",
        "None", "iter([1])", "(x for x in 'ab')", "type", "object()", "slice(1)", "len", "lambda: 0", "Counter('ab')", "deque([1])", "defaultdict(int)", "OrderedDict()",
        "datetime(2020, 1, 2)", "date(2020, 1, 2)", "timedelta(1)", "re.compile('a')", "re.match('a', 'a')", "random.Random(1)", "partial(len)", "hashlib.sha256()", "uuid.UUID(int=1)",
    ];

    private static readonly string[] ModuleNames =
    [
        "asyncio", "abc", "base64", "binascii", "bisect", "contextlib", "hashlib", "heapq", "operator", "random", "statistics", "string", "textwrap", "collections", "copy",
        "dataclasses", "datetime", "time", "enum", "functools", "itertools", "json", "math", "re", "urllib.parse", "uuid", "typing", "decimal", "fractions", "numbers", "types", "calendar",
        "html", "shlex", "difflib", "fnmatch", "pprint", "unicodedata", "zlib", "secrets", "cmath", "array", "struct", "csv", "io",
    ];

    private Vocabulary(string[] builtins, (string Sample, string[] Methods)[] types, (string Module, string[] Members)[] modules)
    {
        Builtins = builtins;
        Types = types;
        Modules = modules;
    }

    internal string[] Builtins { get; }

    internal (string Sample, string[] Methods)[] Types { get; }

    internal (string Module, string[] Members)[] Modules { get; }

    internal static Vocabulary Ask()
    {
        const string prologue = """
            import re, random, hashlib, uuid
            from collections import Counter, deque, defaultdict, OrderedDict
            from datetime import datetime, date, timedelta
            from functools import partial

            """;
        var types = Samples.Select(s => (s, Names($"{prologue}print(*dir({s}))"))).Where(t => t.Item2.Length > 0).ToArray();
        var modules = ModuleNames.Select(m => (m, Names($"import {m}\nprint(*dir({m}))"))).Where(m => m.Item2.Length > 0).ToArray();
        var builtins = Names("import builtins\nprint(*dir(builtins))");
        return new Vocabulary(builtins.Length > 0 ? builtins : UsualBuiltins, types, modules);
    }

    private static readonly string[] UsualBuiltins = (
        "abs all any ascii bin bool bytearray bytes callable chr classmethod complex delattr dict dir divmod enumerate filter float format frozenset getattr globals hasattr hash hex id int isinstance "
        + "issubclass iter len list locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple "
        + "type vars zip ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup Exception ExceptionGroup FileNotFoundError IndexError KeyError LookupError MemoryError NameError "
        + "NotImplementedError OSError OverflowError RecursionError RuntimeError StopAsyncIteration StopIteration TypeError UnicodeDecodeError UnicodeError ValueError ZeroDivisionError __import__ eval exec").Split(' ');

    private static string[] Names(string program)
    {
        var outcome = SandboxProgram.Compile(program, [], Judging.Arena.Limits).Run(new RunOptions(), CancellationToken.None);
        return outcome is RunOutcome.Finished ? outcome.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
    }
}
