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
            $"{unordered}\n{unordered} (False, True, True, False, False, True) (True, True, False, True, False, False)\n",
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
        Assert.Equal("1000 499500 True\n", Output("d = {i << 32: i for i in range(1000)}\nprint(len(d), sum(d.values()), all(d[i << 32] == i for i in range(1000)))"));

    [Fact]
    public void A_display_may_have_more_keys_than_a_small_dict_holds() =>
        Assert.Equal("12 11\n", Output("d = {'a': 0, 'b': 1, 'c': 2, 'd': 3, 'e': 4, 'f': 5, 'g': 6, 'h': 7, 'i': 8, 'j': 9}\nd['k'] = 10\nd['l'] = 11\nprint(len(d), d['l'])"));

    [Fact]
    public void A_derived_list_appends_its_own_way() =>
        Assert.Equal("own 1\n[]\n", Output("class L(list):\n    def append(self, item):\n        print('own', item)\nl = L()\nl.append(1)\nprint(l)"));

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
}
