using System.Text.RegularExpressions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>
/// A search that takes longer than a moment: begun again and again, each time with three times as long to end.
/// </summary>
/// <remarks>
/// Nothing stops .NET's engine but its time-out. So after a cancellation it works on for the rest of the attempt, which
/// is at most three times as long as the search has worked before that attempt; and never behind the time limit of the
/// run. Beginning again costs at most one and a half times the search itself, half of it when the last attempt is used
/// up.
/// </remarks>
internal static class LongSearch
{
    private const int Growth = 3;

    private static readonly TimeSpan LongestAttempt = TimeSpan.FromHours(1);

    /// <param name="ctx">The run.</param>
    /// <param name="regex">The expression, with the time-out that was not enough.</param>
    /// <param name="subject">The text.</param>
    /// <param name="from">Where in it the search begins.</param>
    internal static Match Match(RunContext ctx, Regex regex, string subject, int from)
    {
        for (var attempt = Growth * regex.MatchTimeout; ; attempt *= Growth)
        {
            var left = ctx.Meter.TimeLeft;
            if (left < TimeSpan.FromMilliseconds(1)) throw new StopException(Limit.WallTime);
            if (attempt > LongestAttempt) attempt = LongestAttempt;
            var patient = new Regex(regex.ToString(), regex.Options, attempt < left ? attempt : left);
            if (LongWork.Run(ctx, () => Match(patient, subject, from)) is { } match) return match;
        }
    }

    // Null when the time of the attempt is over.
    private static Match? Match(Regex regex, string subject, int from)
    {
        try
        {
            return regex.Match(subject, from);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
