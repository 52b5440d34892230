namespace Punie.Lab.Suites;

/// <summary>One prompt with what a right reply to it does.</summary>
/// <param name="Id">Unique in the suite.</param>
/// <param name="Category">What the score is broken down by.</param>
/// <param name="Prompt">The request.</param>
/// <param name="Expectation">What is right.</param>
public sealed record Sample(string Id, string Category, string Prompt, Expectation Expectation);

/// <summary>What a right reply does. Closed.</summary>
public abstract record Expectation
{
    private protected Expectation()
    {
    }

    /// <summary>It calls these tools, in any order, and no others.</summary>
    /// <param name="Items">One or more.</param>
    public sealed record Calls(IReadOnlyList<ExpectedCall> Items) : Expectation;

    /// <summary>It answers without a tool.</summary>
    public sealed record Direct : Expectation;
}

/// <summary>A tool call that is expected.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">By parameter name, written as in a program's literal without quotes; defaults may be left
/// out.</param>
/// <param name="Fields">Fields of the result that the program has to read; more may be read.</param>
public sealed record ExpectedCall(
    string Tool, IReadOnlyDictionary<string, string> Arguments, IReadOnlyList<string> Fields);
