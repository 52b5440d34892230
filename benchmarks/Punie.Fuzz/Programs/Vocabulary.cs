using Punie.Python.Sandbox;

namespace Punie.Fuzz.Programs;

/// <summary>
/// Names of built-ins, methods and module members, asked from the sandbox itself so that none is forgotten.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] Samples =
    [
        "1", "2.5", "True", "'text'", "b'bytes'", "[1]", "(1, 2)", "{'k': 1}", "{1}", "frozenset([1])", "range(3)",
        "bytearray(b'x')", "ValueError('v')",
        "None", "iter([1])", "(x for x in 'ab')", "type", "object()", "slice(1)", "len", "lambda: 0", "1j",
        "memoryview(b'ab')", "ExceptionGroup('g', [ValueError('v')])",
        "collections.Counter('ab')", "collections.deque([1])", "collections.defaultdict(int)",
        "collections.OrderedDict(a=1)", "collections.ChainMap({'k': 1})", "collections.namedtuple('N', 'x y')(1, 2)",
        "datetime.datetime(2020, 1, 2)", "datetime.date(2020, 1, 2)", "datetime.time(1, 2)", "datetime.timedelta(1)",
        "datetime.timezone.utc", "re.compile('a')", "re.match('a', 'a')", "re.compile(b'(a)')",
        "re.match(b'(a)', b'a')", "random.Random(1)", "functools.partial(len)", "hashlib.sha256()",
        "hmac.new(b'k', b'm', 'sha256')", "uuid.UUID(int=1)", "decimal.Decimal('1.5')", "fractions.Fraction(1, 3)",
        "array.array('i', [1])", "struct.Struct('<ih')", "struct.Struct('3s2x?d')", "csv.reader(['a,b'])",
        "csv.writer(io.StringIO())", "csv.DictReader(['a,b', '1,2'])", "csv.DictWriter(io.StringIO(), ['a'])",
        "csv.Sniffer()", "io.StringIO('a\\nb')", "io.BytesIO(b'ab')", "calendar.Calendar()",
        "calendar.TextCalendar(6)", "difflib.SequenceMatcher(None, 'abcd', 'bcde')", "difflib.Differ()",
        "graphlib.TopologicalSorter({1: [2], 2: [3]})", "traceback.TracebackException.from_exception(ValueError('v'))",
        "traceback.extract_tb(None)", "sys.stdout", "sys.version_info", "codecs.lookup('utf-8')",
        "pathlib.PurePosixPath('a/b.c')", "contextlib.ExitStack()", "string.Template('$a ${b}')",
        "textwrap.TextWrapper()", "zlib.compressobj()", "zlib.decompressobj()", "zoneinfo.ZoneInfo('UTC')",
        "statistics.NormalDist(1, 2)",
    ];

    private static readonly string[] ModuleNames =
    [
        "asyncio", "abc", "base64", "binascii", "bisect", "contextlib", "hashlib", "heapq", "operator", "random",
        "statistics", "string", "textwrap", "collections", "collections.abc", "copy",
        "dataclasses", "datetime", "time", "enum", "functools", "itertools", "json", "math", "re", "urllib.parse",
        "uuid", "typing", "decimal", "fractions", "numbers", "types", "calendar",
        "html", "shlex", "difflib", "fnmatch", "pprint", "unicodedata", "zlib", "secrets", "cmath", "array", "struct",
        "csv", "io", "ast", "codecs", "copyreg", "graphlib", "hmac", "inspect", "keyword", "pathlib",
        "queue", "reprlib", "sys", "traceback", "warnings", "weakref", "zoneinfo", "locale", "gettext", "glob", "os",
        "os.path", "logging", "tempfile", "threading", "pickle", "gzip", "bz2", "quopri", "colorsys", "sched",
        "token", "tokenize", "contextvars", "html.parser", "xml.etree.ElementTree", "configparser", "ipaddress",
        "mimetypes", "platform", "cProfile", "timeit", "marshal", "builtins", "importlib", "symtable", "dis",
    ];

    private Vocabulary(string[] builtins, (string Sample, string[] Methods)[] types,
        (string Module, string[] Members)[] modules)
    {
        Builtins = builtins;
        Types = types;
        Modules = modules;
    }

    internal string[] Builtins { get; }

    internal (string Sample, string[] Methods)[] Types { get; }

    internal (string Module, string[] Members)[] Modules { get; }

    /// <summary>The modules that a sample needs.</summary>
    internal static IEnumerable<string> ModulesOf(string sample) =>
        ModuleNames.Where(m =>
            sample.StartsWith(m + ".", StringComparison.Ordinal)
            || sample.Contains($"({m}.", StringComparison.Ordinal));

    internal static Vocabulary Ask()
    {
        var types = Samples.Select(s => (s, Names($"{Imports(s)}print(*dir({s}))"))).Where(t => t.Item2.Length > 0)
            .ToArray();
        var modules = ModuleNames.Select(m => (m, Names($"import {m}\nprint(*dir({m}))")))
            .Where(m => m.Item2.Length > 0).ToArray();
        var builtins = Names("import builtins\nprint(*dir(builtins))");
        return new Vocabulary(builtins.Length > 0 ? builtins : UsualBuiltins, types, modules);
    }

    private static readonly string[] UsualBuiltins = (
        "abs all any ascii bin bool bytearray bytes callable chr classmethod complex delattr dict dir divmod "
        + "enumerate filter float format frozenset getattr globals hasattr hash hex id int isinstance issubclass "
        + "iter len list locals map max memoryview min next object oct open ord pow print property range repr "
        + "reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip ArithmeticError "
        + "AssertionError AttributeError BaseException BaseExceptionGroup Exception ExceptionGroup FileNotFoundError "
        + "IndexError KeyError LookupError MemoryError NameError NotImplementedError OSError OverflowError "
        + "RecursionError RuntimeError StopAsyncIteration StopIteration TypeError UnicodeDecodeError UnicodeError "
        + "ValueError ZeroDivisionError __import__ eval exec").Split(' ');

    private static string Imports(string sample) => string.Concat(ModulesOf(sample).Select(m => $"import {m}\n"));

    private static string[] Names(string program)
    {
        var outcome = SandboxProgram.Compile(program, [], Judging.Arena.Limits)
            .Run(new RunOptions(), CancellationToken.None);
        return outcome is RunOutcome.Finished
            ? outcome.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];
    }
}
