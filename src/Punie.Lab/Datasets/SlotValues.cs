using System.Globalization;

namespace Punie.Lab.Datasets;

/// <summary>
/// Invents values for slots: paths, numbers, lint codes, search words, contents, commands, and names of code.
/// </summary>
/// <param name="lists">Sections <c>name folder file extension command subcommand option code text</c>, and those of
/// code.</param>
/// <param name="words">Where the parts of names come from.</param>
public sealed class SlotValues(WordLists lists, WordSource words)
{
    private static readonly HashSet<string> GroupsOfCode =
        ["goto", "refs", "hover", "outline", "find", "rename", "import"];

    // What is not done is mostly asked for code.
    private static readonly HashSet<string> GroupsOfRefusals = ["edit", "do", "ask"];

    private readonly SymbolValues _symbols = new(lists, words);

    /// <summary>A value for one slot.</summary>
    /// <param name="slot">The slot's name.</param>
    /// <param name="group">The intent's group: tests are also addressed by node id, questions about code name Python
    /// files.</param>
    /// <param name="random">Where the choice comes from.</param>
    public string Next(string slot, string group, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return slot switch
        {
            "path" or "path2" => group == "tests" && random.NextDouble() < 0.45 ? TestPath(random) : AnyPath(random),
            "file" when group == "find" && random.NextDouble() < 0.15 => Folder(random),
            "file" when GroupsOfCode.Contains(group) => PythonFile(random),
            "file" or "file2" when GroupsOfRefusals.Contains(group) && random.NextDouble() < 0.6 => PythonFile(random),
            "file" or "file2" => File(random),
            "dir" => Folder(random),
            "count" => Count(random),
            "code" => Code(random),
            "word" => SearchWord(random),
            "test" => $"test_{Identifier(random).TrimStart('_')}",
            // An import that is added is an intent of its own; it may not look like any other added line.
            "content" when group == "edit" => OtherThanImport(random),
            "content" => Content(random),
            "command" => Command(random),
            _ => _symbols.Next(slot, random)
                ?? throw new DatasetException($"No values are known for the slot {{{slot}}}."),
        };
    }

    private string AnyPath(Random random) => random.Next(100) switch
    {
        < 42 => Folder(random),
        < 46 => "./" + Folder(random),
        < 51 => Folder(random) + "/",
        < 66 => Name(random) + ".py",
        < 90 => $"{Folder(random)}/{Name(random)}.py",
        _ => $"{Folder(random)}/{Name(random)}/{Name(random)}.py",
    };

    private string PythonFile(Random random) => random.Next(100) switch
    {
        < 30 => Name(random) + ".py",
        < 84 => $"{Folder(random)}/{Name(random)}.py",
        < 95 => $"{Folder(random)}/{Name(random)}/{Name(random)}.py",
        _ => $"{Folder(random)}/__init__.py",
    };

    private string TestPath(Random random)
    {
        var file = $"test_{Name(random)}.py";
        var folder = random.Next(4) switch { 0 => $"tests/{words.Next(random)}", 1 => Folder(random), _ => "tests" };
        return random.Next(10) switch
        {
            < 2 => folder,
            < 7 => $"{folder}/{file}",
            < 8 => file,
            _ => $"{folder}/{file}::test_{Name(random)}",
        };
    }

    private string File(Random random)
    {
        var kind = random.Next(100);
        if (kind < 16) return Pick("file", random);
        if (kind < 20) return $"{Folder(random)}/{Pick("file", random)}";
        var file = kind switch
        {
            < 23 => $".{words.Next(random)}",
            < 25 => words.Next(random).ToUpperInvariant(),
            < 27 => $"{Folder(random)}/__init__.py",
            _ => $"{Name(random)}.{Pick("extension", random)}",
        };
        return random.Next(100) switch
        {
            < 40 => file,
            < 88 => $"{Folder(random)}/{file}",
            _ => $"{Folder(random)}/{Name(random)}/{file}",
        };
    }

    private string Folder(Random random) => random.Next(100) switch
    {
        < 45 => Pick("folder", random),
        < 70 => words.Next(random),
        < 85 => $"src/{Name(random)}",
        _ => $"{words.Next(random)}/{Name(random)}",
    };

    private string Name(Random random) => random.Next(100) switch
    {
        < 62 => words.Next(random),
        < 90 => $"{words.Next(random)}_{words.Next(random)}",
        < 94 => $"{words.Next(random)}-{words.Next(random)}",
        < 97 => $"{words.Next(random)}{random.Next(10).ToString(CultureInfo.InvariantCulture)}",
        _ => $"_{words.Next(random)}",
    };

    private static string Count(Random random) => (random.Next(10) switch
    {
        < 7 => random.Next(2, 21),
        < 9 => random.Next(20, 100),
        _ => random.Next(1, 11) * 50,
    }).ToString(CultureInfo.InvariantCulture);

    private string Code(Random random)
    {
        if (random.Next(3) > 0) return Pick("code", random);
        var letters = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => (char)('A' + random.Next(26))));
        return letters + random.Next(100, 1000).ToString(CultureInfo.InvariantCulture);
    }

    private string SearchWord(Random random) => random.Next(10) switch
    {
        < 4 => words.Next(random),
        < 6 => Name(random),
        < 7 => Capital(words.Next(random)),
        < 8 => Capital(words.Next(random)) + Capital(words.Next(random)),
        < 9 => words.Next(random).ToUpperInvariant(),
        _ => $"{words.Next(random)} {words.Next(random)}",
    };

    private string Content(Random random) => random.Next(20) switch
    {
        < 6 => Pick("text", random),
        < 8 => $"{Identifier(random)} = {Number(random)}",
        < 9 => $"{Identifier(random).ToUpperInvariant()} = {Number(random)}",
        < 10 => random.Next(2) == 0
            ? $"import {words.Next(random)}"
            : $"from .{words.Next(random)} import {Capital(words.Next(random))}",
        < 11 => $"print('{words.Next(random)}')",
        < 12 => $"{{\"{words.Next(random)}\": {Number(random)}}}",
        < 13 => Version(random),
        < 14 => $"{words.Next(random)}=={Version(random)}",
        < 15 => $"{Capital(words.Next(random))} {words.Next(random)} {words.Next(random)}.",
        _ => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => words.Next(random))),
    };

    private string OtherThanImport(Random random)
    {
        while (true)
        {
            var content = Content(random);
            if (!content.Contains("import", StringComparison.Ordinal)) return content;
        }
    }

    private string Identifier(Random random) => Name(random).Replace('-', '_');

    private static string Number(Random random) => random.Next(1000).ToString(CultureInfo.InvariantCulture);

    private static string Version(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{random.Next(12)}.{random.Next(20)}.{random.Next(20)}");

    private string Command(Random random)
    {
        var parts = new List<string> { Program(random) };
        if (random.Next(10) < 2) parts.AddRange(["-m", words.Next(random)]);
        if (random.Next(10) < 7) parts.Add(random.Next(4) == 0 ? words.Next(random) : Pick("subcommand", random));
        if (random.Next(10) < 4) parts.Add(Option(random));
        if (random.Next(10) < 4) parts.Add(random.Next(2) == 0 ? Folder(random) : File(random));
        if (random.Next(10) < 2) parts.Add(Option(random));
        return string.Join(' ', parts);
    }

    private string Program(Random random) => random.Next(20) switch
    {
        < 2 => words.Next(random),
        < 4 => $"python {(random.Next(2) == 0 ? "scripts/" : "")}{Identifier(random)}.py",
        < 5 => $"./{(random.Next(2) == 0 ? "bin/" : "")}{Name(random)}.sh",
        _ => Pick("command", random),
    };

    private string Option(Random random) => random.Next(3) > 0 ? Pick("option", random)
        : random.Next(2) == 0 ? $"--{words.Next(random)}"
        : $"--{words.Next(random)}={words.Next(random)}";

    private string Pick(string list, Random random) => lists[list][random.Next(lists[list].Count)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
