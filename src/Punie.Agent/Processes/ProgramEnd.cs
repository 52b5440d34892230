using System.Globalization;

namespace Punie.Agent.Processes;

/// <summary>Says in words how a program ended that should have run on.</summary>
internal static class ProgramEnd
{
    private const int FirstSignalCode = 128;
    private const int TailChars = 500;

    /// <summary>
    /// One sentence such as <c>x ended with exit code 1: no such module.</c> Waits for the end, which must be near.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="patience">Ends the waiting.</param>
    public static async Task<string> DescribeAsync(RunningProgram program, string name, CancellationToken patience)
    {
        try
        {
            var code = await program.Exited.WaitAsync(patience).ConfigureAwait(false);
            var how = code > FirstSignalCode
                ? $"was ended by signal {Number(code - FirstSignalCode)}"
                : $"ended with exit code {Number(code)}";
            var said = string.Join(' ', program.Errors.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .TrimEnd('.');
            if (said.Length == 0) return $"{name} {how}.";
            return $"{name} {how}: {(said.Length > TailChars ? "..." + said[^TailChars..] : said)}.";
        }
        catch (OperationCanceledException)
        {
            return $"{name} closed its output.";
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
