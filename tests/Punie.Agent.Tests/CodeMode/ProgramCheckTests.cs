using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed partial class ProgramCheckTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Theory]
    [InlineData("print(type_check('.'))", "line 1: there is no function type_check(); did you mean typecheck?")]
    [InlineData("typecheck()", "line 1: typecheck() needs path: typecheck(path)")]
    [InlineData("typecheck('a', 'b')", "line 1: typecheck() takes 1 argument, not 2: typecheck(path)")]
    [InlineData("git_log(limit=3)", "line 1: git_log() has no argument limit: git_log(path=…, count=…)")]
    [InlineData("git_log(counts=3)",
        "line 1: git_log() has no argument counts; did you mean count? git_log(path=…, count=…)")]
    [InlineData("git_log('.', path='.')", "line 1: git_log() gets path twice: git_log(path=…, count=…)")]
    [InlineData("git_log(count='5')", "line 1: git_log() needs count as int, not str")]
    [InlineData("typecheck(5)", "line 1: typecheck() needs path as str, not int")]
    [InlineData("typecheck(None)", "line 1: typecheck() needs path as str, not None")]
    [InlineData("typecheck(['a'])", "line 1: typecheck() needs path as str, not list")]
    [InlineData("run_command('ls', args=[1])",
        "line 1: run_command() needs args as list[str] | None, not a list of something else")]
    [InlineData("r = typecheck('.')\nprint(r.errors_count)",
        "line 2: TypeCheckResult has no field errors_count; did you mean .error_count?")]
    [InlineData("for e in typecheck('.').errors:\n    print(e.path)",
        "line 2: TypeCheckError has no field path; its fields are file, line, column, severity, code, message")]
    [InlineData("r = typecheck('.')\nprint(r.errors.line)",
        "line 2: r.errors is a list[TypeCheckError], so .line must be read from one of its items")]
    [InlineData("r = typecheck('.')\nprint(r['error_count'])",
        "line 2: TypeCheckResult is a record, not a dict or list; write .error_count")]
    [InlineData("for e in typecheck('.').errors:\n    read_file(e)",
        "line 2: read_file() needs path as str, not TypeCheckError")]
    [InlineData("for e in typecheck('.').errors:\n    read_file(e.line)",
        "line 2: read_file() needs path as str, not int")]
    [InlineData("print(open('a').read())",
        "line 1: open() is not available; use read_file(path) or write_file(path, content)")]
    [InlineData("total = 1\nprint(totl)", "line 2: the name totl is never assigned; did you mean total?")]
    [InlineData("cst_rename('a.py', 'a', 'b')",
        "line 1: the result of cst_rename() is never used; print what is needed from it, such as .success")]
    [InlineData("cst_rename('a.py', 'a', 'b', write=False)",
        "line 1: the result of cst_rename() is never used; print what is needed from it, such as .success")]
    [InlineData("typecheck('.')",
        "line 1: the result of typecheck() is never used; print what is needed from it, such as .success")]
    [InlineData("text = read_file('a')\nprint('done')",
        "line 1: text, the result of read_file(), is never used; print what is needed from it")]
    [InlineData("n = typecheck('.').error_count",
        "line 1: the program prints nothing, so nobody sees what typecheck() found; print the answer")]
    [InlineData("r = typecheck('.')\nr = ruff_check('.')\nprint([x.message for x in r.errors])",
        "line 3: RuffResult has no field errors; its fields are success, parse_error, violation_count, "
        + "fixable_count, violations")]
    [InlineData(
        "r = typecheck('.')\nfiles = {}\nfor e in r.errors:\n    files[e.file] = files.get(e.file, []) + [e]\nfor f, es in files.items():\n    print(f, es[0].lin)", "line 6: TypeCheckError has no field lin; did you mean .line?")]
    [InlineData("def first(r):\n    return r.errors[0]\nprint(f'{first(typecheck(\".\")).mesage}')",
        "line 3: TypeCheckError has no field mesage; did you mean .message?")]
    [InlineData("r = typecheck('.') if git_status().clean else None\nprint(r.errs if r else 0)",
        "line 2: TypeCheckResult has no field errs; did you mean .errors?")]
    [InlineData("print(sorted(ruff_check('.').violations, key=lambda v: v.lines)[0])",
        "line 1: RuffViolation has no field lines; did you mean .line?")]
    public void A_mistake_is_one_line_that_says_what_to_write(string program, string problem) =>
        Assert.Equal(problem, Assert.Single(ProgramAnalysis.Analyze(program, Tools).Problems).ToString());

    [Theory]
    [InlineData("import json\nprint(json.dumps({'n': typecheck('.').error_count}))")]
    [InlineData(
        "from collections import Counter\nprint(Counter(v.code for v in ruff_check('.').violations).most_common(3))")]
    [InlineData("def f(*args, **more):\n    global g\n    g = args\nf(1)\nprint(g)")]
    [InlineData("try:\n    print(read_file('a'))\nexcept FileNotFoundError as e:\n    print(e)")]
    [InlineData(
        "match git_status().file_count:\n    case 0:\n        print('clean')\n    case n if n > 5:\n        print(n)")]
    [InlineData("class A:\n    x: int = 1\n    def m(self):\n        return self.x\nprint(A().m())")]
    [InlineData("with open_it() as f:\n    pass\ndef open_it():\n    return 1")]
    [InlineData("r = git_log()\nr.commits.sort(key=lambda c: c.date)\nprint(len(r.commits))")]
    [InlineData("paths = ['a', 'b']\nfor p in paths:\n    print(typecheck(p).success)")]
    [InlineData("print(typecheck(*['src']).success)")]
    [InlineData("print(read_file('a').strip().upper())")]
    [InlineData("typecheck = lambda path: 5\nprint(typecheck(1).anything)")]
    [InlineData("write_file('a', 'b')")]
    [InlineData("cst_rename('a.py', 'a', 'b', write=True)")]
    [InlineData("for name in ['a', 'b']:\n    cst_add_import('a.py', 'import ' + name, write=name == 'a')")]
    [InlineData("from math import *\nprint(floor(pi), git_status().clean)")]
    [InlineData("run_command('ls')")]
    [InlineData("try:\n    read_file('a')\n    print('there')\nexcept FileNotFoundError:\n    print('not there')")]
    [InlineData("show = print\nshow(typecheck('.').success)")]
    [InlineData("_ = typecheck('.')\nprint('checked')")]
    [InlineData("r = typecheck('.')\ndef f():\n    print(r.success)\nf()")]
    [InlineData("results = [typecheck(p) for p in ['a', 'b']]\nprint(sum(r.error_count for r in results))")]
    [InlineData("x = {'r': typecheck('.')}\nprint(x['r'].error_count, x.get('r').success)")]
    public void A_correct_program_has_no_problem(string program) =>
        Assert.Empty(ProgramAnalysis.Analyze(program, Tools).Problems);

    // The recipe's programs are right, whatever the slots say.
    [Fact]
    public async Task Every_program_of_the_router_recipe_has_no_problem()
    {
        var token = TestContext.Current.CancellationToken;
        var programs = new List<string>();
        foreach (var file in Directory.GetFiles(Repository("recipes/router"), "intents*.yaml"))
            programs.AddRange(Templates(await File.ReadAllLinesAsync(file, token)));

        Assert.True(programs.Count > 200, $"{programs.Count}");
        foreach (var program in programs.Select(Filled))
            Assert.Empty(ProgramAnalysis.Analyze(program, Tools).Problems.Select(p => $"{p}\n{program}"));
    }

    // Programs of every kind that CPython runs; those that call other host functions are left out.
    [Fact]
    public async Task No_probe_has_a_problem_that_it_does_not_have()
    {
        var token = TestContext.Current.CancellationToken;
        var checkedPrograms = 0;
        var problems = new List<string>();
        foreach (var file in Directory.GetFiles(Repository("tests/Punie.Python.Tests/Probes"), "*.py",
            SearchOption.AllDirectories))
        {
            var source = await File.ReadAllTextAsync(file, token);
            if (Undefined.Any(u => source.Contains(u, StringComparison.Ordinal))
                || OtherHost.Any(f => source.Contains(f + "(", StringComparison.Ordinal))
                || file.Contains("uncaught", StringComparison.Ordinal)) continue;
            var facts = ProgramAnalysis.Analyze(source, Tools);
            checkedPrograms++;
            problems.AddRange(facts.Problems.Select(p => $"{Path.GetFileName(file)}: {p}"));
        }

        Assert.Empty(problems);
        Assert.True(checkedPrograms > 200, $"{checkedPrograms}");
    }

    // These name what nobody assigns or what is refused, on purpose, some of it in lines that never run.
    private static readonly string[] Undefined =
        ["NameError", "import_test", "del_ if False", "open(\"x\") if False", "lambda: work()"];

    private static readonly string[] OtherHost =
        ["get_weather", "add", "echo", "list_users", "search", "search_page", "fail", "flaky", "get_order", "fetch"];

    private static IEnumerable<string> Templates(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "program: |") continue;
            var margin = lines[i].IndexOf('p') + 2;
            yield return string.Join('\n', lines.Skip(i + 1)
                .TakeWhile(l => l.Length == 0 || l.StartsWith(new string(' ', margin), StringComparison.Ordinal))
                .Select(l => l.Length < margin ? l : l[margin..]));
        }
    }

    private static string Filled(string program) =>
        SlotPattern()
        .Replace(program, m => m.Groups[1].Value switch { "count" => "3", ['~', ..] => "src", _ => "\"src\"" });

    [GeneratedRegex("<(~?[a-z_0-9|]+)\\??>")]
    private static partial Regex SlotPattern();

    private static string Repository(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path);

    [Fact]
    public void Problems_come_in_source_order()
    {
        var facts = ProgramAnalysis.Analyze("print(nothing)\nx = typecheck()\nprint(x.nope)", Tools);

        Assert.Equal([1, 2, 3], facts.Problems.Select(problem => problem.Line));
    }
}
