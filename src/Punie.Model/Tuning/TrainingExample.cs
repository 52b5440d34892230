namespace Punie.Model.Tuning;

/// <summary>One sequence to learn from.</summary>
/// <param name="Tokens">Token ids, shape [T], at least two.</param>
/// <param name="Trained">Shape [T]; true where the loss on predicting that token is taken. The first is never
/// predicted.</param>
public sealed record TrainingExample(ReadOnlyMemory<int> Tokens, ReadOnlyMemory<bool> Trained)
{
    internal int Rows => Tokens.Length - 1;

    internal TrainingExample Checked(int index)
    {
        if (Tokens.Length < 2)
            throw new ArgumentException($"Example {index} has {Tokens.Length} tokens; two are needed.");
        if (Tokens.Length != Trained.Length)
            throw new ArgumentException($"Example {index} has {Tokens.Length} tokens but a mask of {Trained.Length}.");
        return this;
    }
}
