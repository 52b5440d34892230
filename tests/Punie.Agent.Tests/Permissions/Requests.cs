using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Permissions;

/// <summary>Effects to decide about.</summary>
internal static class Requests
{
    public static PermissionRequest Write(string path) =>
        new("write_file", ToolEffect.Write, $"Write {path}", new RequestedChange.FileChange(path, "diff"));

    public static PermissionRequest Command(params string[] words) => new(
        "run_command", ToolEffect.Command, "Run", new RequestedChange.CommandRun(words, string.Join(' ', words), "."));

    public static PermissionRule Rule(string text)
    {
        Assert.True(PermissionRule.TryParse(text, new RuleSubjects(BuiltInTools.Create(), ["github"]), out var rule, out var error), error);
        return rule;
    }
}

/// <summary>A person who answers from a list and remembers what was shown.</summary>
internal sealed class ScriptedApprover(params ApproverAnswer[] answers) : IApprover
{
    private readonly Queue<ApproverAnswer> _answers = new(answers);

    public List<PermissionRequest> Seen { get; } = [];

    public List<PermissionGrant> Offered { get; } = [];

    /// <summary>Answers about whole programs.</summary>
    public List<ProgramAnswer> Programs { get; } = [];

    public List<(ProgramPreview Preview, PermissionRequest First)> Previews { get; } = [];

    public Action WhenPreviewed { get; init; } = () => { };

    public ValueTask<ProgramAnswer> PreviewAsync(
        ProgramPreview preview, PermissionRequest first, CancellationToken cancellationToken)
    {
        WhenPreviewed();
        Previews.Add((preview, first));
        return ValueTask.FromResult(Programs[Previews.Count - 1]);
    }

    public ValueTask<ApproverAnswer> AskAsync(
        PermissionRequest request, PermissionGrant offered, CancellationToken cancellationToken)
    {
        Seen.Add(request);
        Offered.Add(offered);
        return ValueTask.FromResult(_answers.Dequeue());
    }
}
