using Microsoft.Extensions.AI;
using Punie.Agent.Loop;
using Punie.Agent.Tools;
using Punie.Lab.Scoring;
using Punie.Lab.Statistics;
using Punie.Lab.Suites;

namespace Punie.Lab.Runs;

/// <summary>One sample's result.</summary>
/// <param name="Sample">What was asked.</param>
/// <param name="Program">The model's program; null for a direct answer.</param>
/// <param name="Answer">Its direct answer; null for a program.</param>
/// <param name="Verdict">The judgement.</param>
public sealed record SampleResult(Sample Sample, string? Program, string? Answer, Verdict Verdict);

/// <summary>One suite on one model. Nothing is executed: what is judged is the program.</summary>
/// <param name="Suite">What was asked.</param>
/// <param name="Model">Id that the model answered with.</param>
/// <param name="Results">One for each sample, in the suite's order.</param>
public sealed record SuiteRun(Suite Suite, string Model, IReadOnlyList<SampleResult> Results)
{
    /// <summary>Share of right samples.</summary>
    public Proportion Score => ShareOf(Results);

    /// <summary>Share of right samples by category, in the suite's order.</summary>
    public IEnumerable<(string Category, Proportion Score)> ByCategory =>
        Results.GroupBy(r => r.Sample.Category).Select(g => (g.Key, ShareOf(g)));

    /// <summary>Asks a model every sample of a suite, each as a conversation of its own.</summary>
    /// <param name="suite">What to ask.</param>
    /// <param name="model">Who to ask.</param>
    /// <param name="traits">How the model works.</param>
    /// <param name="tools">The declarations that programs are checked against.</param>
    /// <param name="cancellationToken">Stops between two samples or inside one.</param>
    /// <exception cref="SuiteFailedException">The model gave no reply, or another model answered.</exception>
    public static async Task<SuiteRun> RunAsync(
        Suite suite, IChatClient model, ModelTraits traits, ToolCatalog tools, CancellationToken cancellationToken)
    {
        var scorer = new CallScorer(tools);
        var results = new List<SampleResult>();
        string? id = null;
        foreach (var sample in suite.Samples)
        {
            var reply = await Proposal.AskAsync(model, traits, new(tools, sample.Prompt), cancellationToken)
                .ConfigureAwait(false);
            if (reply.Failure is { } failure)
                throw new SuiteFailedException($"{sample.Id} could not be measured: {failure}");
            id ??= reply.Model;
            if (id != reply.Model)
                throw new SuiteFailedException($"{sample.Id} was answered by {reply.Model}, the ones before by {id}.");
            results.Add(new(sample, reply.Program, reply.Answer, scorer.Judge(sample, reply.Program)));
        }

        return new SuiteRun(suite, id ?? traits.Id, results);
    }

    private static Proportion ShareOf(IEnumerable<SampleResult> results)
    {
        var list = results.ToList();
        return new Proportion(list.Count(r => r.Verdict.IsRight), list.Count);
    }
}

/// <summary>A suite could not be measured; no number comes out of it.</summary>
public sealed class SuiteFailedException(string message) : Exception(message);
