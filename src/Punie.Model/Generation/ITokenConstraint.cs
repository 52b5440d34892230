namespace Punie.Model.Generation;

/// <summary>Says which tokens a reply may go on with. One instance per reply; one caller at a time.</summary>
public interface ITokenConstraint
{
    /// <summary>Which tokens may come next.</summary>
    /// <returns>[tokenizer's vocabulary]; valid until the next call; at least one is true.</returns>
    ReadOnlySpan<bool> Allowed();

    /// <summary>Takes the token that was chosen.</summary>
    void Accept(int token);
}
