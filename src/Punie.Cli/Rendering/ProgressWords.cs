namespace Punie.Cli.Rendering;

/// <summary>How far a call has come, as the progress line shows it.</summary>
internal static class ProgressWords
{
    private const int CallColumns = 40;

    /// <summary>The call, and behind it what it says; the words come from a program that is not ours.</summary>
    public static string Of(string call, string words) =>
        $"{Page.Clip(call, CallColumns)}: {Cells.Harmless(words)}";
}
