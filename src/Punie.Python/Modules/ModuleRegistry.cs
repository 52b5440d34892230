using System.Diagnostics.CodeAnalysis;
using Punie.Python.Modules.Classes;
using Punie.Python.Modules.Collections;
using Punie.Python.Modules.Dates;
using Punie.Python.Modules.Decimals;
using Punie.Python.Modules.Enums;
using Punie.Python.Modules.Json;
using Punie.Python.Modules.Library;
using Punie.Python.Modules.Patterns;
using Punie.Python.Modules.Typing;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>The modules that programs may import; everything else is refused with a hint.</summary>
internal static class ModuleRegistry
{
    private static readonly Dictionary<string, Func<RunContext, PyModule>> Loaders = new(StringComparer.Ordinal)
    {
        ["asyncio"] = _ => Asyncio.AsyncioModule.Make(),
        ["abc"] = AbcModule.Load,
        ["base64"] = Base64Module.Load,
        ["binascii"] = Base64Module.LoadBinAscii,
        ["bisect"] = OrderModules.LoadBisect,
        ["contextlib"] = ContextModule.Load,
        ["io"] = ctx => LibraryModule.Load(ctx, "io"),
        ["pprint"] = PrettyModule.Load,
        ["types"] = TypesModule.Load,
        ["hashlib"] = Hashes.HashModule.Load,
        ["heapq"] = OrderModules.LoadHeap,
        ["operator"] = OperatorModule.Load,
        ["random"] = RandomModule.Load,
        ["statistics"] = StatisticsModule.Load,
        ["string"] = StringModule.Load,
        ["textwrap"] = TextWrapModule.Load,
        ["traceback"] = TracebackModule.Load,
        ["ast"] = AstModule.Load,
        ["cmath"] = ctx => LibraryModule.Load(ctx, "cmath"),
        ["difflib"] = ctx => LibraryModule.Load(ctx, "difflib"),
        ["html"] = LibraryParts.LoadHtml,
        ["struct"] = LibraryParts.LoadStruct,
        ["sys"] = LibraryParts.LoadSys,
        ["unicodedata"] = UnicodeDataModule.Load,
        ["zlib"] = ZlibModule.Load,
        ["calendar"] = ctx => LibraryModule.Load(ctx, "calendar"),
        ["codecs"] = ctx => LibraryModule.Load(ctx, "codecs"),
        ["csv"] = ctx => LibraryModule.Load(ctx, "csv"),
        ["graphlib"] = ctx => LibraryModule.Load(ctx, "graphlib"),
        ["keyword"] = ctx => LibraryModule.Load(ctx, "keyword"),
        ["secrets"] = ctx => LibraryModule.Load(ctx, "secrets"),
        ["shlex"] = ctx => LibraryModule.Load(ctx, "shlex"),
        ["collections"] = CollectionsModule.Load,
        ["collections.abc"] = ctx => LibraryModule.Load(ctx, "collections.abc"),
        ["copy"] = CopyModule.Load,
        ["dataclasses"] = DataClassModule.Load,
        ["datetime"] = DateTimeModule.Load,
        ["time"] = TimeModule.Load,
        ["enum"] = EnumModule.Load,
        ["functools"] = FunctoolsModule.Load,
        ["itertools"] = ItertoolsModule.Load,
        ["json"] = JsonModule.Load,
        ["math"] = MathModule.Load,
        ["re"] = ReModule.Load,
        ["urllib"] = UrlModule.LoadPackage,
        ["urllib.parse"] = UrlModule.Load,
        ["uuid"] = UuidModule.Load,
        ["warnings"] = ctx => LibraryModule.Load(ctx, "warnings"),
        ["hmac"] = ctx => LibraryModule.Load(ctx, "hmac"),
        ["fractions"] = ctx => LibraryModule.Load(ctx, "fractions"),
        ["numbers"] = ctx => LibraryModule.Load(ctx, "numbers"),
        ["fnmatch"] = ctx => LibraryModule.Load(ctx, "fnmatch"),
        ["pathlib"] = ctx => LibraryModule.Load(ctx, "pathlib"),
        ["decimal"] = DecimalModule.Load,
        ["typing"] = TypingModule.Load,
        ["typing_extensions"] = TypingModule.Load,
    };

    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["os"] = "Use the host's file tools instead, such as read_file(path) and write_file(path, content).",
        ["shutil"] = "Use the host's file tools instead, such as read_file(path) and write_file(path, content).",
        ["glob"] = "Use the host's file tools instead, such as read_file(path) and write_file(path, content).",
        ["tempfile"] = "Use the host's file tools instead, such as read_file(path) and write_file(path, content).",
        ["subprocess"] = "Use the host's command tool instead, such as run_command(...).",
        ["inspect"] =
            "Programs see no interpreter internals; look at values with type(), isinstance(), dir() and getattr().",
        ["logging"] = "Use print() instead.",
        ["unittest"] = "Use assert and print() instead, or the test tool for the project's tests.",
        ["socket"] = "There is no network here; use the host's tools.",
        ["urllib.request"] = "There is no network here; use the host's tools.",
        ["http"] = "There is no network here; use the host's tools.",
        ["requests"] = "There is no network here; use the host's tools.",
        ["threading"] = "Use asyncio.gather to run host calls at the same time.",
        ["multiprocessing"] = "Use asyncio.gather to run host calls at the same time.",
        ["concurrent"] = "Use asyncio.gather to run host calls at the same time.",
        ["pickle"] = "Use json instead.",
        ["zoneinfo"] = "Use datetime.timezone(timedelta(hours=...)) for a fixed offset.",
        ["numpy"] = "Use lists, math and statistics instead.",
        ["pandas"] = "Use lists of dicts and statistics instead.",
    };

    internal static IEnumerable<string> Names => Loaders.Keys;

    internal static bool TryFind(string name, [NotNullWhen(true)] out Func<RunContext, PyModule>? load) =>
        Loaders.TryGetValue(name, out load);

    /// <summary>True where the refusal says what to use instead.</summary>
    internal static bool HasHint(string name) => Hints.ContainsKey(name) || Hints.ContainsKey(name.Split('.')[0]);

    /// <summary>Why a module cannot be imported, and what to use instead where that is known.</summary>
    internal static string Refusal(string name) =>
        Hints.TryGetValue(name, out var hint) || Hints.TryGetValue(name.Split('.')[0], out hint)
            ? $"No module named '{name}' in this sandbox. {hint}"
            : $"No module named '{name}'";
}
