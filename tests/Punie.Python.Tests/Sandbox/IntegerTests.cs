using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

/// <summary>Where int64 ends, Python's ints go on.</summary>
public sealed class IntegerTests
{
    [Theory]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("-9223372036854775808 - 1", "-9223372036854775809")]
    [InlineData("-9223372036854775808 // -1", "9223372036854775808")]
    [InlineData("-9223372036854775808 % -1", "0")]
    [InlineData("abs(-9223372036854775808)", "9223372036854775808")]
    [InlineData("-(-9223372036854775808)", "9223372036854775808")]
    [InlineData("9223372036854775807 * 9223372036854775807", "85070591730234615847396907784232501249")]
    [InlineData("3037000500 * 3037000500", "9223372037000250000")]
    [InlineData("1 << 63", "9223372036854775808")]
    [InlineData("1 << 64 >> 64", "1")]
    [InlineData("-1 >> 100", "-1")]
    [InlineData("2 ** 64 - 2 ** 64", "0")]
    [InlineData("(2 ** 64) // (2 ** 63)", "2")]
    [InlineData("-7 // 2, -7 % 2, 7 // -2, 7 % -2", "(-4, 1, -4, -1)")]
    [InlineData("2 ** 53 + 1 == 2.0 ** 53", "False")]
    [InlineData("9007199254740993 / 1", "9007199254740992.0")]
    [InlineData("10 ** 400 // 10 ** 399", "10")]
    [InlineData("10 ** 400 / 10 ** 399", "10.0")]
    [InlineData("hash(2 ** 61 - 1), hash(2 ** 61), hash(-1)", "(0, 1, -2)")]
    [InlineData("range(2 ** 63 - 2, 2 ** 63 + 2)[3]", "9223372036854775809")]
    [InlineData("list(range(9223372036854775806, 9223372036854775809))",
        "[9223372036854775806, 9223372036854775807, 9223372036854775808]")]
    [InlineData("[1, 2, 3][-10**30:10**30]", "[1, 2, 3]")]
    [InlineData("True + True, True * 3, -True", "(2, 3, -1)")]
    [InlineData("~9223372036854775807", "-9223372036854775808")]
    [InlineData("0xffffffffffffffff & -1", "18446744073709551615")]
    public void Arithmetic_is_exact_at_the_edges(string expression, string expected) =>
        Assert.Equal(expected + "\n", Output($"x = {expression}\nprint(x)"));

    [Theory]
    [InlineData("x = 9223372036854775807\nx += 1\nprint(x)", "9223372036854775808\n")]
    [InlineData("x = -9223372036854775808\nx -= 1\nprint(x)", "-9223372036854775809\n")]
    [InlineData("x = 0\nx -= -9223372036854775808\nprint(x)", "9223372036854775808\n")]
    [InlineData("x = -9223372036854775808\nx //= -1\nprint(x)", "9223372036854775808\n")]
    public void Augmented_assignment_is_exact_at_the_edges(string program, string expected) =>
        Assert.Equal(expected, Output(program));

    [Fact]
    public void A_number_with_too_many_digits_is_not_shown() =>
        Assert.StartsWith("!! ValueError: Exceeds the limit (4300 digits)", Output("print(10 ** 5000)"),
            StringComparison.Ordinal);
}
