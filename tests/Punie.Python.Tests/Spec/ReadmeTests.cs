using System.Runtime.CompilerServices;
using Punie.Python.Rewriting;
using Punie.Python.Sandbox;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Spec;

/// <summary>
/// The package's README: its C# is the code of the methods below, line by line, and gives what it says.
/// </summary>
public sealed class ReadmeTests
{
    private static readonly SandboxLimits Limits = Sandbox.Programs.Generous;

    [Fact]
    public async Task The_program_in_five_lines_prints_what_the_README_says() => AssertShown("run", await RunInFiveLines());

    [Fact]
    public void The_record_prints_what_the_README_says() => AssertShown("record", GiveRecords(Limits));

    [Fact]
    public void The_parse_gives_what_the_README_says() => AssertShown("parse", Read());

    [Fact]
    public void The_edits_give_what_the_README_says() => AssertShown("change", Change());

    private static async Task<string> RunInFiveLines()
    {
        // run
        var limits = new SandboxLimits { Steps = 1_000_000, WallTime = TimeSpan.FromSeconds(10), Bytes = 16 << 20, CallDepth = 200, OutputChars = 10_000, HostCalls = 100, SourceChars = 100_000, Nesting = 100 };
        var temperature = new HostFunction("temperature", [new("city")], (arguments, _) => new(PyValue.From(arguments[0].ToText() == "Oslo" ? 4.5 : 21.25)));
        var program = SandboxProgram.Compile("for city in ['Oslo', 'Rome']:\n    print(city, temperature(city))", [temperature], limits);
        var outcome = await program.RunAsync(new RunOptions(), CancellationToken.None);
        return outcome.Output;
        // end
    }

    private static string GiveRecords(SandboxLimits limits)
    {
        // record
        var user = new RecordType("User", ["name", "age"]);
        var find = new HostFunction("find_user", [new("name")], (arguments, _) => new(PyValue.Record(user, arguments[0], PyValue.From(34))));
        var outcome = SandboxProgram.Compile("u = find_user('ann')\nprint(u, u.age + 1)\nprint(u.nam)", [find], limits).Run(new RunOptions(), CancellationToken.None);
        return outcome.Output + ((RunOutcome.Raised)outcome).Error.LastLine;
        // end
    }

    private static string Read()
    {
        // parse
        var result = PythonParser.Parse("import os\n\nif os.name = \"nt\":\n    pass\n\ndef f(a, *, b=1): return a\n");
        var kinds = string.Join(' ', result.Module.Body.Select(s => s.Kind));
        return $"{kinds}\n{result.Errors[0].ToText("prog.py")}";
        // end
    }

    private static string Change()
    {
        // change
        var file = PythonFile.From("shop.py", "import sys\n\ndef total(items):\n    # all of them\n    if items == None: return 0\n    return sum(items)\n\nprint(total([1]))\n");
        var renamed = ((RenameOutcome.Renamed)Renamer.Rename(file, "total", "add_up")).Files[0].ToText();
        var imported = ((AddImportOutcome.Added)ImportAdder.Add(PythonParser.Parse(renamed), "import os")).Text;
        var rewritten = (RewriteOutcome.Rewritten)CodeRewrite.Parse("$X == None", "$X is None").Apply(PythonFile.From("shop.py", imported));
        return rewritten.Text;
        // end
    }

    private static void AssertShown(string name, string result, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        var readme = File.ReadAllText(Path.Combine(folder, "..", "..", "..", "src", "Punie.Python", "README.md"));
        var code = Between(File.ReadAllText(here), $"        // {name}\n", "        // end\n").Replace("\n        ", "\n", StringComparison.Ordinal)[8..];
        var shown = readme[readme.IndexOf($"<!-- {name} -->\n", StringComparison.Ordinal)..];

        Assert.Equal(Between(shown, "```csharp\n", "```\n"), code);
        Assert.Equal(Between(shown, "```text\n", "```\n"), result.TrimEnd('\n') + "\n");
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
