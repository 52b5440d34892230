using Punie.Model.Tensors;

namespace Punie.Model.Tests.Tensors;

public sealed class GemmTests
{
    public static TheoryData<SimdLevel, int, int, int> Shapes()
    {
        var data = new TheoryData<SimdLevel, int, int, int>();
        foreach (var level in Enum.GetValues<SimdLevel>())
        {
            foreach (var (rows, depth, columns) in new[]
            {
                (1, 5, 7), (1, 64, 40), (2, 1, 1), (12, 256, 32), (13, 257, 33), (25, 300, 70), (64, 32, 80),
                (5, 600, 530),
            })
            {
                data.Add(level, rows, depth, columns);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_equals_the_sum_of_products(SimdLevel level, int rows, int depth, int columns)
    {
        var left = TestData.Floats(rows * depth, 1);
        var right = TestData.Floats(depth * columns, 2);
        var result = TestData.Floats(rows * columns, 3);

        new Gemm(level).Multiply(
            new Matrix(left, rows, depth), new Matrix(right, depth, columns), new Matrix(result, rows, columns));

        AssertProduct(result, (i, j) =>
            Enumerable.Range(0, depth).Sum(k => (double)left[(i * depth) + k] * right[(k * columns) + j]), columns);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_transposed_right_operand_is_read_by_columns(SimdLevel level, int rows, int depth, int columns)
    {
        var left = TestData.Floats(rows * depth, 1);
        var right = TestData.Floats(depth * columns, 2);
        var result = new float[rows * columns];

        new Gemm(level).Multiply(
            new Matrix(left, rows, depth), new Matrix(right, columns, depth).T, new Matrix(result, rows, columns));

        AssertProduct(result, (i, j) =>
            Enumerable.Range(0, depth).Sum(k => (double)left[(i * depth) + k] * right[(j * depth) + k]), columns);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_transposed_left_operand_is_added_to_what_was_there(SimdLevel level, int rows, int depth, int columns)
    {
        var left = TestData.Floats(rows * depth, 1);
        var right = TestData.Floats(depth * columns, 2);
        var before = TestData.Floats(rows * columns, 3);
        var result = before.ToArray();

        new Gemm(level).MultiplyAdd(
            new Matrix(left, depth, rows).T, new Matrix(right, depth, columns), new Matrix(result, rows, columns));

        AssertProduct(
            result,
            (i, j) => before[(i * columns) + j]
                + Enumerable.Range(0, depth).Sum(k => (double)left[(k * rows) + i] * right[(k * columns) + j]),
            columns);
    }

    [Theory]
    [InlineData(SimdLevel.Scalar)]
    [InlineData(SimdLevel.Vector128)]
    [InlineData(SimdLevel.Vector256)]
    [InlineData(SimdLevel.Vector512)]
    public void Views_into_wider_matrices_leave_their_neighbours_alone(SimdLevel level)
    {
        var left = TestData.Floats(20 * 50, 1);
        var right = TestData.Floats(9 * 60, 2);
        var result = Enumerable.Repeat(7f, 20 * 30).ToArray();

        new Gemm(level).Multiply(
            new Matrix(left, 20, 50).ColumnRange(10, 9),
            new Matrix(right, 9, 60).ColumnRange(40, 11),
            new Matrix(result, 20, 30).ColumnRange(5, 11));

        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < 30; j++)
            {
                var expected = j is < 5 or >= 16 ? 7
                    : Enumerable.Range(0, 9).Sum(k => (double)left[(i * 50) + 10 + k] * right[(k * 60) + 40 + j - 5]);
                Assert.Equal(expected, result[(i * 30) + j], 1e-4);
            }
        }
    }

    [Fact]
    public void An_empty_depth_gives_zeros()
    {
        var result = Enumerable.Repeat(7f, 6).ToArray();

        new Gemm().Multiply(new Matrix([], 2, 0), new Matrix([], 0, 3), new Matrix(result, 2, 3));

        Assert.Equal(new float[6], result);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_their_numbers()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Gemm()
                .Multiply(new Matrix(new float[6], 2, 3), new Matrix(new float[8], 4, 2),
                new Matrix(new float[4], 2, 2)));

        Assert.Equal("[2, 3] · [4, 2] does not give [2, 2].", error.Message);
    }

    private static void AssertProduct(float[] actual, Func<int, int, double> expected, int columns)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            var value = expected(i / columns, i % columns);
            Assert.Equal(value, actual[i], 1e-4 + (1e-5 * Math.Abs(value)));
        }
    }
}
