using Punie.Model.Layers;
using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>One transformer block, forward and backward, over a packed batch. One instance per worker.</summary>
internal sealed class DecoderBlock(DecoderConfig config, Gemm gemm, RopeTable rope)
{
    private readonly int _query = config.QueryWidth;
    private readonly int _key = config.KeyWidth;
    private readonly float _epsilon = (float)config.NormEpsilon;
    private readonly HeadRotation _rotation = new(config.HeadSize, (float)config.NormEpsilon, rope);
    private readonly Attention _attention =
        new(new AttentionShape(config.Heads, config.KeyHeads, config.HeadSize), gemm);

    /// <summary>
    /// Reads the block's input from its activations and writes <paramref name="output"/> [T, hidden].
    /// </summary>
    public void Forward(BlockPass pass, Matrix output)
    {
        var (slices, layer, rows) = (pass.Slices, pass.Layer, pass.Batch.Rows);
        var weights = pass.Weights;
        var input = Stream(layer.Input, rows);
        var normed = Stream(pass.Activations.Normed, rows);
        var projected = Projected(layer.Projected, rows);
        new RmsNorm(slices.InputNorm.Of(weights), _epsilon).Forward(input, normed, layer.InputInverse.Span);
        gemm.Multiply(normed, slices.Projections.MatrixOf(weights).T, projected);
        var rotated = Rotated(layer.Rotated, rows);
        _rotation.Forward(Queries(projected), Queries(rotated), slices.QueryNorm.Of(weights), pass.Batch.Positions);
        _rotation.Forward(Keys(projected), Keys(rotated), slices.KeyNorm.Of(weights), pass.Batch.Positions);
        if (pass.Cache is { } cache) AttendToCache(cache, rotated, projected, layer);
        else Attend(pass, rotated, projected);
        var middle = Stream(layer.Middle, rows);
        input.Data[..(rows * config.HiddenSize)].CopyTo(middle.Data);
        gemm.MultiplyAdd(new Matrix(layer.Attended.Span, rows, _query), slices.Output.MatrixOf(weights).T, middle);
        new RmsNorm(slices.MiddleNorm.Of(weights), _epsilon).Forward(middle, normed, layer.MiddleInverse.Span);
        var gateUp = new Matrix(layer.GateUp.Span, rows, 2 * config.IntermediateSize);
        var activated = new Matrix(pass.Activations.Activated.Span, rows, config.IntermediateSize);
        gemm.Multiply(normed, slices.GateUp.MatrixOf(weights).T, gateUp);
        SwiGlu.Forward(gateUp, activated);
        middle.Data[..(rows * config.HiddenSize)].CopyTo(output.Data);
        gemm.MultiplyAdd(activated, slices.Down.MatrixOf(weights).T, output);
    }

    /// <summary>Turns the gradient of the block's output, in scratch.Stream, into that of its input.</summary>
    public void Backward(BlockPass pass, DecoderGradientScratch scratch, Span<float> gradients)
    {
        FeedForwardBackward(pass, scratch, gradients);
        AttentionBackward(pass, scratch, gradients);
    }

    private void Attend(BlockPass pass, Matrix rotated, Matrix projected)
    {
        var attended = new Matrix(pass.Layer.Attended.Span, rotated.Rows, _query);
        foreach (var (start, length) in pass.Batch.Sequences)
        {
            var inputs = Inputs(rotated.RowRange(start, length), projected.RowRange(start, length));
            _attention.Forward(inputs, attended.RowRange(start, length),
                pass.Layer.LogSums.Span[(start * config.Heads)..]);
        }
    }

    private void AttendToCache(LayerCache cache, Matrix rotated, Matrix projected, LayerActivations layer)
    {
        cache.Append(Keys(rotated), Values(projected));
        var inputs = new AttentionInputs { Queries = Queries(rotated), Keys = cache.Keys, Values = cache.Values };
        _attention.Forward(inputs, new Matrix(layer.Attended.Span, rotated.Rows, _query), layer.LogSums.Span);
    }

    private void FeedForwardBackward(BlockPass pass, DecoderGradientScratch scratch, Span<float> gradients)
    {
        var (slices, layer, rows) = (pass.Slices, pass.Layer, pass.Batch.Rows);
        var weights = pass.Weights;
        var stream = Stream(scratch.Stream, rows);
        var normed = Stream(pass.Activations.Normed, rows);
        var normedGradient = Stream(scratch.Normed, rows);
        var middle = Stream(layer.Middle, rows);
        var gateUp = new Matrix(layer.GateUp.Span, rows, 2 * config.IntermediateSize);
        var gateUpGradient = new Matrix(scratch.GateUp.Span, rows, 2 * config.IntermediateSize);
        var activated = new Matrix(pass.Activations.Activated.Span, rows, config.IntermediateSize);
        var activatedGradient = new Matrix(scratch.Activated.Span, rows, config.IntermediateSize);
        var norm = new RmsNorm(slices.MiddleNorm.Of(weights), _epsilon);

        SwiGlu.Forward(gateUp, activated);
        gemm.MultiplyAdd(stream.T, activated, slices.Down.MatrixOf(gradients));
        gemm.Multiply(stream, slices.Down.MatrixOf(weights), activatedGradient);
        SwiGlu.Backward(gateUp, activatedGradient, gateUpGradient);
        norm.Replay(middle, normed, layer.MiddleInverse.Span);
        gemm.MultiplyAdd(gateUpGradient.T, normed, slices.GateUp.MatrixOf(gradients));
        gemm.Multiply(gateUpGradient, slices.GateUp.MatrixOf(weights), normedGradient);
        norm.Backward(middle, layer.MiddleInverse.Span, new RmsNormGradients
        {
            Output = normedGradient,
            Input = stream,
            Weight = slices.MiddleNorm.Of(gradients),
        });
    }

    private void AttentionBackward(BlockPass pass, DecoderGradientScratch scratch, Span<float> gradients)
    {
        var (slices, layer, rows) = (pass.Slices, pass.Layer, pass.Batch.Rows);
        var weights = pass.Weights;
        var stream = Stream(scratch.Stream, rows);
        var attendedGradient = new Matrix(scratch.Attended.Span, rows, _query);
        gemm.MultiplyAdd(stream.T, new Matrix(layer.Attended.Span, rows, _query), slices.Output.MatrixOf(gradients));
        gemm.Multiply(stream, slices.Output.MatrixOf(weights), attendedGradient);
        HeadsBackward(pass, scratch, gradients);

        var input = Stream(layer.Input, rows);
        var normed = Stream(pass.Activations.Normed, rows);
        var normedGradient = Stream(scratch.Normed, rows);
        var projectedGradient = Projected(scratch.Projected, rows);
        var norm = new RmsNorm(slices.InputNorm.Of(weights), _epsilon);
        norm.Replay(input, normed, layer.InputInverse.Span);
        gemm.MultiplyAdd(projectedGradient.T, normed, slices.Projections.MatrixOf(gradients));
        gemm.Multiply(projectedGradient, slices.Projections.MatrixOf(weights), normedGradient);
        norm.Backward(input, layer.InputInverse.Span, new RmsNormGradients
        {
            Output = normedGradient,
            Input = stream,
            Weight = slices.InputNorm.Of(gradients),
        });
    }

    private void HeadsBackward(BlockPass pass, DecoderGradientScratch scratch, Span<float> gradients)
    {
        var (slices, layer, rows) = (pass.Slices, pass.Layer, pass.Batch.Rows);
        var weights = pass.Weights;
        var (projected, rotated) = (layer.Projected, layer.Rotated);
        var rotatedGradient = Rotated(scratch.Rotated, rows);
        var projectedGradient = Projected(scratch.Projected, rows);
        scratch.Rotated.Span[..(rows * (_query + _key))].Clear();
        scratch.Projected.Span[..(rows * (_query + (2 * _key)))].Clear();
        foreach (var (start, length) in pass.Batch.Sequences)
        {
            var inputs = Inputs(
                Rotated(rotated, rows).RowRange(start, length), Projected(projected, rows).RowRange(start, length));
            var changes = Inputs(rotatedGradient.RowRange(start, length), projectedGradient.RowRange(start, length));
            _attention.Backward(inputs, new AttentionGradients
            {
                Output = new Matrix(scratch.Attended.Span, rows, _query).RowRange(start, length),
                Queries = changes.Queries,
                Keys = changes.Keys,
                Values = changes.Values,
            }, layer.LogSums.Span[(start * config.Heads)..]);
        }

        _rotation.Backward(Queries(Projected(projected, rows)), new HeadGradients
        {
            Rotated = Queries(rotatedGradient),
            Projected = Queries(projectedGradient),
            Norm = slices.QueryNorm.Of(gradients),
        }, slices.QueryNorm.Of(weights), pass.Batch.Positions);
        _rotation.Backward(Keys(Projected(projected, rows)), new HeadGradients
        {
            Rotated = Keys(rotatedGradient),
            Projected = Keys(projectedGradient),
            Norm = slices.KeyNorm.Of(gradients),
        }, slices.KeyNorm.Of(weights), pass.Batch.Positions);
    }

    private AttentionInputs Inputs(Matrix rotated, Matrix projected) => new()
    {
        Queries = Queries(rotated),
        Keys = Keys(rotated),
        Values = Values(projected),
    };

    private Matrix Queries(Matrix all) => all.ColumnRange(0, _query);

    private Matrix Keys(Matrix all) => all.ColumnRange(_query, _key);

    private Matrix Values(Matrix projected) => projected.ColumnRange(_query + _key, _key);

    private Matrix Stream(FloatBuffer buffer, int rows) => new(buffer.Span, rows, config.HiddenSize);

    private Matrix Projected(FloatBuffer buffer, int rows) => new(buffer.Span, rows, _query + (2 * _key));

    private Matrix Rotated(FloatBuffer buffer, int rows) => new(buffer.Span, rows, _query + _key);
}

/// <summary>What a block needs to know of the pass it is in.</summary>
internal readonly ref struct BlockPass
{
    public required PackedBatch Batch { get; init; }

    public required DecoderActivations Activations { get; init; }

    public required LayerActivations Layer { get; init; }

    public required LayerSlices Slices { get; init; }

    public required Span<float> Weights { get; init; }

    /// <summary>Earlier keys and values of the batch's only sequence, when tokens are generated.</summary>
    public LayerCache? Cache { get; init; }
}
