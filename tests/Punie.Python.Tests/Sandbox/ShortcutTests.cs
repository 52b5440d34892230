using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

/// <summary>Nodes take shortcuts for common operands; what they give must not differ from the general way.</summary>
public sealed class ShortcutTests
{
    [Fact]
    public void NaN_is_unordered_for_variables_and_constants()
    {
        const string program = """
            def compare(a, b):
                return a < b, a <= b, a == b, a != b, a > b, a >= b
            def to_one(a):
                return a < 1.0, a <= 1.0, a == 1.0, a != 1.0, a > 1.0, a >= 1.0
            print(compare(float("nan"), 1.0))
            print(to_one(float("nan")), to_one(1.0), to_one(0.5))
            """;

        const string unordered = "(False, False, False, True, False, False)";
        Assert.Equal(
            $"{unordered}\n{unordered} (False, True, True, False, False, True) (True, True, False, True, False, "
            + $"False)\n",
            Output(program));
    }

    [Theory]
    [InlineData("return x + 1")]
    [InlineData("return 1 - x")]
    [InlineData("return x < 1")]
    [InlineData("return [1][x]")]
    [InlineData("x += 1")]
    public void An_operand_without_a_value_is_an_error(string statement) => Assert.Equal(
        "!! UnboundLocalError: cannot access local variable 'x' where it is not associated with a value\n",
        Output($"def f():\n    {statement}\n    x = 1\nf()"));

    [Fact]
    public void A_variable_takes_a_value_of_another_type() => Assert.Equal(
        "int bool float NoneType str int \n",
        Output("for x in [1, True, 1.0, None, 'a', 1]:\n    y = x\n    print(type(y).__name__, end=' ')\nprint()"));

    [Fact]
    public void A_literal_key_finds_a_key_of_a_derived_class()
    {
        const string program = """
            class Any(str):
                def __hash__(self):
                    return hash("a")
                def __eq__(self, other):
                    return True
            d = {Any("a"): 1}
            print(d["a"], {"a": 1, "b": 2, "a": 3})
            """;

        Assert.Equal("1 {'a': 3, 'b': 2}\n", Output(program));
    }

    [Fact]
    public void Int_keys_with_equal_low_halves_stay_apart() =>
        Assert.Equal("1000 499500 True\n",
            Output("d = {i << 32: i for i in range(1000)}\nprint(len(d), sum(d.values()), all(d[i << 32] == i for i in range(1000)))"));

    [Fact]
    public void A_display_may_have_more_keys_than_a_small_dict_holds() =>
        Assert.Equal("12 11\n",
            Output("d = {'a': 0, 'b': 1, 'c': 2, 'd': 3, 'e': 4, 'f': 5, 'g': 6, 'h': 7, 'i': 8, 'j': 9}\nd['k'] = 10\nd['l'] = 11\nprint(len(d), d['l'])"));

    [Fact]
    public void A_derived_list_appends_its_own_way() =>
        Assert.Equal("own 1\n[]\n",
            Output("class L(list):\n    def append(self, item):\n        print('own', item)\nl = L()\nl.append(1)\nprint(l)"));

    [Fact]
    public void Comprehensions_collect_what_their_loops_give() => Assert.Equal(
        "[0, 0, 1, 0, 1, 2] 300000 200001\n",
        Output("print([j for i in range(4) for j in range(i)], len([j for i in range(100000) for j in range(3)]), len([i for i in range(200001)]))"));

    [Fact]
    public void Formatted_text_counts_code_points() => Assert.Equal(
        "3 302 😀x-7 True 12345678901234567890\n",
        Output("e = '\\U0001f600'\nx = -7\nprint(len(f'{e}{1}!'), len(f'{e}{\"y\" * 300}{e}'), f'{e}x{x} {True} {12345678901234567890!r}')"));

    [Fact]
    public void Text_is_made_of_any_value() => Assert.Equal(
        "-5 True 100000000000000000000 S\n",
        Output("class S(str):\n    pass\nprint(str(-5), str(True), str(10 ** 20), type(S(5)).__name__)"));

    [Theory]
    [InlineData("[0, 1, 2, 3, 4][1:100:2]", "[1, 3]")]
    [InlineData("[0, 1, 2][5:], [0, 1, 2][2:1], [0, 1, 2][-100:2]", "([], [], [0, 1])")]
    [InlineData("'abcdef'[::5], 'abc'[1:2:9223372036854775807]", "('af', 'b')")]
    [InlineData("[0, 1, 2][9223372036854775807:], [0, 1, 2][-9223372036854775808:1]", "([], [0])")]
    [InlineData("7 / 2, 1 / 3, 9007199254740993 / 3", "(3.5, 0.3333333333333333, 3002399751580331.0)")]
    [InlineData("3 ** 40, 2 ** 62, 2 ** 63, (-2) ** 63, 0 ** 0",
        "(12157665459056928801, 4611686018427387904, 9223372036854775808, -9223372036854775808, 1)")]
    [InlineData("1 << 62, 1 << 63, -1 << 63, 5 << 0",
        "(4611686018427387904, 9223372036854775808, -9223372036854775808, 5)")]
    [InlineData("True / 2, 2 / True, True << 2", "(0.5, 2.0, 4)")]
    public void Ints_and_slices_are_exact_without_big_ints(string expression, string expected) =>
        Assert.Equal(expected + "\n", Output($"x = {expression}\nprint(x)"));

    [Fact]
    public void Attributes_are_written_through_their_setters()
    {
        const string program = """
            class Plain:
                def __init__(self):
                    self.x = 1
            class Property(Plain):
                @property
                def x(self):
                    return self._x
                @x.setter
                def x(self, value):
                    self._x = value * 10
            class Own(Plain):
                def __setattr__(self, name, value):
                    super().__setattr__(name, value + 1)
            for p in [Plain(), Property(), Own(), Plain()]:
                p.x += 1
                print(p.x, end=" ")
            Plain.__setattr__ = lambda self, name, value: print("set", name)
            p.x += 1
            print(p.x)
            """;

        Assert.Equal("2 110 4 2 set x\n2\n", Output(program));
    }

    [Fact]
    public void Exceptions_keep_their_special_attributes() => Assert.Equal(
        "(1, 2) 4\n",
        Output("class E(Exception):\n    pass\ne = E(0)\ne.n = 3\ne.n += 1\ne.args = [1, 2]\nprint(e.args, e.n)"));
}
