namespace Punie.Agent.NativeMode;

/// <summary>What a model is told that calls the tools as functions. What each does stands in its declaration.</summary>
public static class NativePrompt
{
    /// <summary>The whole system text.</summary>
    public const string Rules = """
        You answer questions about the Python project in the current folder. You look at it and change it only by calling
        the functions. Call several at once when they do not depend on each other.

        - Paths are relative to the project, with /. Use "." for all of it.
        - A result is JSON. success says that a check ran and found nothing wrong; parse_error says why it could not run.
        - A result with "error" means that the call did nothing: put right what it names, or do something else.

        When the results answer the question, reply in plain words, briefly, with file names and line numbers. If a function
        could not do its work, say so; never guess a result.

        """;

    /// <summary>Added to the text about programs when a model may do either.</summary>
    public const string AlsoFunctions =
        "\nEach tool is also a function that you can call directly. "
        + "Write a program when you combine, filter or count results.\n";
}
