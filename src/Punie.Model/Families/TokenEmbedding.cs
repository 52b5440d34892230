using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>Looks tokens up in the embedding, and sends their gradients back to it.</summary>
internal static class TokenEmbedding
{
    /// <param name="decoder">The model.</param>
    /// <param name="tokens">[T].</param>
    /// <param name="stream">[T, hidden], overwritten.</param>
    public static void Forward(Decoder decoder, ReadOnlySpan<int> tokens, Matrix stream)
    {
        var embedding = decoder.Layout.Embedding.MatrixOf(decoder.Weights.Span);
        for (var i = 0; i < tokens.Length; i++) embedding.Row(Checked(decoder, tokens[i])).CopyTo(stream.Row(i));
    }

    public static void Backward(Decoder decoder, ReadOnlySpan<int> tokens, Matrix streamGradient, Span<float> gradients)
    {
        var embedding = decoder.Layout.Embedding.MatrixOf(gradients);
        for (var i = 0; i < tokens.Length; i++) VectorMath.Add(embedding.Row(tokens[i]), streamGradient.Row(i));
    }

    private static int Checked(Decoder decoder, int token) =>
        (uint)token < (uint)decoder.Config.VocabularySize
            ? token
            : throw new ArgumentException(
                $"Token {token} is outside the vocabulary of {decoder.Config.VocabularySize}; "
                + "use the model's own tokenizer.");
}
