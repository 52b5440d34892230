using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

/// <summary>What Python got after 3.11; the probes hold what all versions have.</summary>
public sealed class NewSyntaxTests
{
    [Theory]
    [InlineData("def first[T](xs: list[T]) -> T: return xs[0]\nprint(first([1]), first.__type_params__)", "1 (T,)\n")]
    [InlineData("class Box[T]:\n    def __init__(self, v: T): self.v = v\nprint(Box[int](5).v, Box[int])",
        "5 __main__.Box[int]\n")]
    [InlineData("type Pair[A, B] = tuple[A, B]\nprint(Pair, Pair[int, str])", "Pair Pair[int, str]\n")]
    [InlineData("type Tree = list[Leaf]\nprint(Tree)", "Tree\n")]
    [InlineData("class C:\n    def f[T](self, x: T): return (x, T)\nprint(C().f(1))", "(1, T)\n")]
    [InlineData("try:\n    1 / 0\nexcept ValueError, ZeroDivisionError:\n    print('caught')", "caught\n")]
    [InlineData("d = {'a': 1}\nprint(f\"{d[\"a\"]} {f\"{1 + 1}\"}\")", "1 2\n")]
    public void A_program_uses_newer_syntax(string program, string output) => Assert.Equal(output, Output(program));

    [Theory]
    [InlineData("print(t.strings, t.values)", "('Hello ', '!') ('Ann',)\n")]
    [InlineData("print([p if isinstance(p, str) else p.value for p in t])", "['Hello ', 'Ann', '!']\n")]
    [InlineData("i = t.interpolations[0]\nprint(i.expression, i.conversion, i.format_spec)", "name r >5\n")]
    [InlineData("print((t'a' + t'{name}').strings)", "('a', '')\n")]
    public void A_template_string_keeps_its_parts(string program, string output) =>
        Assert.Equal(output, Output($"name = 'Ann'\nt = t'Hello {{name!r:>5}}!'\n{program}"));
}
