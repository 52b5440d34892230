using Punie.Agent.Tools.Files;

namespace Punie.Agent.Tools;

/// <summary>
/// An edit that a call worked out and only showed, because it was made without the tool's
/// <see cref="Tool.EffectSwitch"/>. A person can be asked whether to write it.
/// </summary>
public sealed record OfferedEdit
{
    /// <summary>Takes an edit that is not written.</summary>
    /// <param name="tool">What was called.</param>
    /// <param name="arguments">As they were given.</param>
    /// <param name="writes">The files with the text before and after.</param>
    internal OfferedEdit(Tool tool, ToolArguments arguments, FileWrites writes) =>
        (Tool, Arguments, Writes) = (tool, arguments, writes);

    /// <summary>What was called.</summary>
    public Tool Tool { get; }

    /// <summary>As they were given.</summary>
    public ToolArguments Arguments { get; }

    /// <summary>What the edit is about; a later edit with the same one takes its place.</summary>
    public required string Subject { get; init; }

    /// <summary>How many places change, 1 or more.</summary>
    public required int Places { get; init; }

    /// <summary>
    /// The whole new text that the result holds, which programs print; the diff says the same shorter.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>What a person should know before the answer, as one sentence; empty when there is nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Paths of the files that would change.</summary>
    public IReadOnlyList<string> Paths => Writes.Paths;

    /// <summary>All changes as a unified diff.</summary>
    public string Diff => Writes.Diff;

    /// <summary>The files with the text before and after.</summary>
    internal FileWrites Writes { get; }
}
