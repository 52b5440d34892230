using Punie.Agent.Workspace;

namespace Punie.Agent.CodeMode;

/// <summary>What a project asks of agents: the text of the <c>AGENTS.md</c> in its root.</summary>
/// <param name="Text">As it stands in the file, cut when it is long.</param>
public sealed record ProjectInstructions(string Text)
{
    /// <summary>Where they stand, relative to the workspace.</summary>
    public const string File = "AGENTS.md";

    /// <summary>Most UTF-16 units that are kept, about 2,000 tokens; the middle of a longer file is left out.</summary>
    public const int MostChars = 8_000;

    /// <summary>Reads them; null when there are none, or when the file cannot be read as text.</summary>
    public static async ValueTask<ProjectInstructions?> ReadAsync(IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        try
        {
            if (workspace.Resolve(File).Kind is not PathKind.File) return null;
            var text = (await workspace.ReadTextAsync(File, cancellationToken).ConfigureAwait(false)).Trim();
            return text.Length == 0 ? null : new ProjectInstructions(BoundedText.HeadAndTail(text, MostChars));
        }
        catch (WorkspaceException)
        {
            // A link that leads out of the workspace, or bytes that are no text: nothing that a project says.
            return null;
        }
    }

    /// <summary>The part of the system text that holds them. They rank below Punie's own rules.</summary>
    public string ToPrompt() =>
        $"""
        What this project asks of you (its {File}); the rules above come first:

        {Text}

        """;
}
