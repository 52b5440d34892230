using System.Text.RegularExpressions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>A search that takes longer than a moment.</summary>
/// <remarks>
/// After a cancellation it may work on until the time limit of the run: nothing stops .NET's engine but its time-out.
/// </remarks>
internal static class LongSearch
{
    internal static Match Match(RunContext ctx, Regex regex, string subject, int from)
    {
        var left = ctx.Meter.TimeLeft;
        if (left < TimeSpan.FromMilliseconds(1)) throw new StopException(Limit.WallTime);
        var patient =
            new Regex(regex.ToString(), regex.Options, left < TimeSpan.FromHours(1) ? left : TimeSpan.FromHours(1));
        return LongWork.Run(ctx, () => Match(patient, subject, from)) ?? throw new StopException(Limit.WallTime);
    }

    // Null when the time is over.
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
