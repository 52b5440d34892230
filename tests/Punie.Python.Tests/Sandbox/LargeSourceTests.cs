using System.Text;
using Punie.Python.Sandbox;

namespace Punie.Python.Tests.Sandbox;

/// <summary>Sources of half a megabyte made to break a parser, a compiler or an evaluator that recurses.</summary>
public sealed class LargeSourceTests
{
    private const int Units = 100_000;

    private static readonly SandboxLimits Limits =
        Programs.Generous with { SourceChars = 4_000_000 };

    public static TheoryData<string> Shapes() => new(Sources.Keys);

    private static readonly Dictionary<string, Func<string>> Sources = new(StringComparer.Ordinal)
    {
        ["parentheses"] = () => $"x = {Repeat("(")}1{Repeat(")")}",
        ["open parentheses"] = () => Repeat("("),
        ["brackets"] = () => $"x = {Repeat("[")}{Repeat("]")}",
        ["braces"] = () => $"x = {Repeat("{1:")}1{Repeat("}")}",
        ["attributes"] = () => $"x = 1{Repeat(".real")}",
        ["subscripts"] = () => $"x = []\nx{Repeat("[0]")}",
        ["calls"] = () => $"x = print{Repeat("()")}",
        ["nested calls"] = () => $"x = {Repeat("f(")}{Repeat(")")}",
        ["plus"] = () => $"x = 1{Repeat("+1")}",
        ["power"] = () => $"x = 1{Repeat("**1")}",
        ["and"] = () => $"x = 1{Repeat(" and 1")}",
        ["comparisons"] = () => $"x = 1{Repeat("<1")}",
        ["not"] = () => $"x = {Repeat("not ")}1",
        ["minus"] = () => $"x = {Repeat("-")}1",
        ["ternaries"] = () => $"x = {Repeat("1 if 1 else ")}1",
        ["lambdas"] = () => $"x = {Repeat("lambda: ")}1",
        ["elif"] = () => $"if 0: pass\n{Repeat("elif 0: pass\n")}",
        ["statements"] = () => Repeat("x = 1\n"),
        ["adjacent strings"] = () => $"x = ({Repeat("'a' ")})",
        ["list"] = () => $"x = [{Repeat("1,")}]",
        ["arguments"] = () => $"print({Repeat("1,")[..^1]}, sep='')",
        ["or patterns"] = () => $"match 5:\n    case {Repeat("1|")}1: pass",
        ["long name"] = () => $"{Repeat("a")} = 1",
        ["long string"] = () => $"x = '{Repeat("abcde")}'",
        ["long number"] = () => $"x = {Repeat("1")}",
        ["decorators"] = () => $"{Repeat("@f\n")}def g(): pass",
        ["starred targets"] = () => $"{Repeat("[*")}x{Repeat("]")} = 1",
        ["indentation"] = () => Blocks("if 1:"),
        ["functions"] = () => Blocks("def f():"),
        ["classes"] = () => Blocks("class A:"),
        ["many locals"] = () => $"def f():\n{Numbered("    v{0} = 1\n")}f()",
        ["many parameters"] = () => $"def f({Numbered("p{0}, ")}): pass",
        ["f-strings"] = () => $"x = {Repeat("f'{")}1",
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_huge_source_runs_or_is_refused_cleanly(string shape)
    {
        var outcome = Programs.Run(Sources[shape](), Limits);

        Assert.True(
            outcome is RunOutcome.Finished or RunOutcome.Stopped
                or RunOutcome.Raised
            {
                Error.Type: "SyntaxError" or "IndentationError" or "RecursionError"
                or "NameError" or "TypeError" or "AttributeError" or "ValueError"
            },
            Programs.Show(outcome));
    }

    private static string Repeat(string part) => new StringBuilder().Insert(0, part, Units).ToString();

    private static string Numbered(string format) =>
        string.Concat(Enumerable.Range(0, Units)
        .Select(i =>
            format.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal)));

    private static string Blocks(string header)
    {
        var text = new StringBuilder();
        for (var i = 0; i < 500; i++) text.Append(' ', i).Append(header).Append('\n');
        return text.Append(' ', 500).Append("pass\n").ToString();
    }
}
