using System.Globalization;
using System.Text;

namespace Punie.Lab.Runs;

/// <summary>Writes a suite's run as Markdown.</summary>
public static class SuiteReport
{
    /// <summary>The score with its interval, by category, and every sample that went wrong.</summary>
    public static string ToMarkdown(SuiteRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder();
        Line($"# {run.Suite.Name}, version {run.Suite.Version}, on {run.Model}");
        Line("");
        Line($"Right: {run.Score}. Suite hash {run.Suite.Hash[..12]}. Wilson intervals at 95 %.");
        Line("");
        Line("| category | right | of | share | interval |");
        Line("|---|---|---|---|---|");
        foreach (var (category, score) in run.ByCategory)
        {
            var (low, high) = score.Interval();
            Line($"| {category} | {score.Successes} | {score.Trials} | {Percent(score.Value)} | {Percent(low)} to {Percent(high)} |");
        }

        Line("");
        Line("## What went wrong");
        Line("");
        foreach (var result in run.Results.Where(r => !r.Verdict.IsRight))
            Line($"- `{result.Sample.Id}` {result.Sample.Prompt}\n  {result.Verdict.Reason}");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
