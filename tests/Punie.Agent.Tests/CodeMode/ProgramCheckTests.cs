using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed class ProgramCheckTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Theory]
    [InlineData("print(type_check('.'))", "line 1: there is no function type_check(); did you mean typecheck?")]
    [InlineData("typecheck()", "line 1: typecheck() needs path: typecheck(path)")]
    [InlineData("typecheck('a', 'b')", "line 1: typecheck() takes 1 argument, not 2: typecheck(path)")]
    [InlineData("git_log(limit=3)", "line 1: git_log() has no argument limit: git_log(path=…, count=…)")]
    [InlineData("git_log(counts=3)", "line 1: git_log() has no argument counts; did you mean count? git_log(path=…, count=…)")]
    [InlineData("git_log('.', path='.')", "line 1: git_log() gets path twice: git_log(path=…, count=…)")]
    [InlineData("git_log(count='5')", "line 1: git_log() needs count as int, not str")]
    [InlineData("typecheck(5)", "line 1: typecheck() needs path as str, not int")]
    [InlineData("typecheck(None)", "line 1: typecheck() needs path as str, not None")]
    [InlineData("typecheck(['a'])", "line 1: typecheck() needs path as str, not list")]
    [InlineData("run_command('ls', args=[1])", "line 1: run_command() needs args as list[str] | None, not a list of something else")]
    [InlineData("r = typecheck('.')\nprint(r.errors_count)", "line 2: TypeCheckResult has no field errors_count; did you mean .error_count?")]
    [InlineData("for e in typecheck('.').errors:\n    print(e.path)", "line 2: TypeCheckError has no field path; its fields are file, line, column, severity, code, message")]
    [InlineData("r = typecheck('.')\nprint(r.errors.line)", "line 2: r.errors is a list[TypeCheckError], so .line must be read from one of its items")]
    [InlineData("r = typecheck('.')\nprint(r['error_count'])", "line 2: TypeCheckResult is a record, not a dict or list; write .error_count")]
    [InlineData("for e in typecheck('.').errors:\n    read_file(e)", "line 2: read_file() needs path as str, not TypeCheckError")]
    [InlineData("for e in typecheck('.').errors:\n    read_file(e.line)", "line 2: read_file() needs path as str, not int")]
    [InlineData("print(open('a').read())", "line 1: open() is not available; use read_file(path) or write_file(path, content)")]
    [InlineData("total = 1\nprint(totl)", "line 2: the name totl is never assigned; did you mean total?")]
    public void A_mistake_is_one_line_that_says_what_to_write(string program, string problem) =>
        Assert.Equal(problem, Assert.Single(ProgramAnalysis.Analyze(program, Tools).Problems).ToString());

    [Theory]
    [InlineData("import json\nprint(json.dumps({'n': typecheck('.').error_count}))")]
    [InlineData("from collections import Counter\nprint(Counter(v.code for v in ruff_check('.').violations).most_common(3))")]
    [InlineData("def f(*args, **more):\n    global g\n    g = args\nf(1)\nprint(g)")]
    [InlineData("try:\n    print(read_file('a'))\nexcept FileNotFoundError as e:\n    print(e)")]
    [InlineData("match git_status().file_count:\n    case 0:\n        print('clean')\n    case n if n > 5:\n        print(n)")]
    [InlineData("class A:\n    x: int = 1\n    def m(self):\n        return self.x\nprint(A().m())")]
    [InlineData("with open_it() as f:\n    pass\ndef open_it():\n    return 1")]
    [InlineData("r = git_log()\nr.commits.sort(key=lambda c: c.date)\nprint(len(r.commits))")]
    [InlineData("paths = ['a', 'b']\nfor p in paths:\n    print(typecheck(p).success)")]
    [InlineData("print(typecheck(*['src']).success)")]
    [InlineData("print(read_file('a').strip().upper())")]
    [InlineData("typecheck = lambda path: 5\nprint(typecheck(1).anything)")]
    public void A_correct_program_has_no_problem(string program) =>
        Assert.Empty(ProgramAnalysis.Analyze(program, Tools).Problems);

    [Fact]
    public void Problems_come_in_source_order()
    {
        var facts = ProgramAnalysis.Analyze("print(nothing)\nx = typecheck()\nprint(x.nope)", Tools);

        Assert.Equal([1, 2, 3], facts.Problems.Select(problem => problem.Line));
    }
}
