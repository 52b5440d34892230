using Punie.Model.Layers;
using Punie.Model.Tensors;

namespace Punie.Model.Tests.Layers;

public sealed class LayerGradientTests
{
    private const int Rows = 5;
    private const int Width = 18;

    [Fact]
    public void RmsNorm()
    {
        var (x, w, dy) =
            (TestData.Floats(Rows * Width, 1), TestData.Floats(Width, 2), TestData.Floats(Rows * Width, 3));
        var (inverse, dx, dw) = (new float[Rows], new float[x.Length], new float[Width]);
        double Loss()
        {
            var y = new float[x.Length];
            new RmsNorm(w, 1e-5f).Forward(new Matrix(x, Rows, Width), new Matrix(y, Rows, Width), inverse);
            return Weighted(y, dy);
        }

        Loss();
        new RmsNorm(w, 1e-5f).Backward(new Matrix(x, Rows, Width), inverse, new RmsNormGradients
        {
            Output = new Matrix(dy, Rows, Width),
            Input = new Matrix(dx, Rows, Width),
            Weight = dw,
        });

        FiniteDifference.Check(x, Loss, dx);
        FiniteDifference.Check(w, Loss, dw);
    }

    [Fact]
    public void SwiGlu_gate_and_up()
    {
        var (x, dy, dx) =
            (TestData.Floats(Rows * 2 * Width, 1), TestData.Floats(Rows * Width, 2), new float[Rows * 2 * Width]);
        double Loss()
        {
            var y = new float[Rows * Width];
            SwiGlu.Forward(new Matrix(x, Rows, 2 * Width), new Matrix(y, Rows, Width));
            return Weighted(y, dy);
        }

        SwiGlu.Backward(new Matrix(x, Rows, 2 * Width), new Matrix(dy, Rows, Width), new Matrix(dx, Rows, 2 * Width));

        FiniteDifference.Check(x, Loss, dx);
    }

    [Fact]
    public void Head_norm_and_rotation()
    {
        const int HeadSize = 6;
        int[] positions = [0, 1, 2, 0, 9];
        var table = new RopeTable(HeadSize, 10_000);
        table.Cover(10);
        var rotation = new HeadRotation(HeadSize, 1e-5f, table);
        var (x, w, dy) =
            (TestData.Floats(Rows * Width, 1), TestData.Floats(HeadSize, 2), TestData.Floats(Rows * Width, 3));
        var (dx, dw) = (new float[x.Length], new float[HeadSize]);
        double Loss()
        {
            var y = new float[x.Length];
            rotation.Forward(new Matrix(x, Rows, Width), new Matrix(y, Rows, Width), w, positions);
            return Weighted(y, dy);
        }

        rotation.Backward(new Matrix(x, Rows, Width), new HeadGradients
        {
            Rotated = new Matrix(dy.ToArray(), Rows, Width),
            Projected = new Matrix(dx, Rows, Width),
            Norm = dw,
        }, w, positions);

        FiniteDifference.Check(x, Loss, dx);
        FiniteDifference.Check(w, Loss, dw);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(70)]
    public void Attention_queries_keys_and_values(int length)
    {
        var shape = new AttentionShape(Heads: 4, KeyHeads: 2, HeadSize: 3);
        var attention = new Attention(shape, new Gemm());
        var (q, k, v) =
            (TestData.Floats(length * 12, 1), TestData.Floats(length * 6, 2), TestData.Floats(length * 6, 3));
        var (dy, logSums) = (TestData.Floats(length * 12, 4), new float[length * 4]);
        var (dq, dk, dv) = (new float[q.Length], new float[k.Length], new float[v.Length]);
        AttentionInputs Inputs() => new()
        {
            Queries = new Matrix(q, length, 12),
            Keys = new Matrix(k, length, 6),
            Values = new Matrix(v, length, 6),
        };
        double Loss()
        {
            var y = new float[q.Length];
            attention.Forward(Inputs(), new Matrix(y, length, 12), logSums);
            return Weighted(y, dy);
        }

        Loss();
        attention.Backward(Inputs(), new AttentionGradients
        {
            Output = new Matrix(dy, length, 12),
            Queries = new Matrix(dq, length, 12),
            Keys = new Matrix(dk, length, 6),
            Values = new Matrix(dv, length, 6),
        }, logSums);

        FiniteDifference.Check(q, Loss, dq);
        FiniteDifference.Check(k, Loss, dk);
        FiniteDifference.Check(v, Loss, dv);
    }

    [Fact]
    public void Attention_looks_at_no_later_token()
    {
        var attention = new Attention(new AttentionShape(Heads: 2, KeyHeads: 1, HeadSize: 4), new Gemm());
        var (q, k, v) = (TestData.Floats(100 * 8, 1), TestData.Floats(100 * 4, 2), TestData.Floats(100 * 4, 3));
        float[] Attended(int length)
        {
            var y = new float[length * 8];
            attention.Forward(new AttentionInputs
            {
                Queries = new Matrix(q, length, 8),
                Keys = new Matrix(k, length, 4),
                Values = new Matrix(v, length, 4),
            }, new Matrix(y, length, 8), new float[length * 2]);
            return y;
        }

        var whole = Attended(100);
        var part = Attended(66);

        for (var i = 0; i < part.Length; i++) Assert.Equal(part[i], whole[i], 1e-5);
    }

    private static double Weighted(float[] y, float[] dy) => y.Zip(dy, (a, b) => (double)a * b).Sum();
}
