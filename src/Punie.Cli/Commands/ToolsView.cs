namespace Punie.Cli.Commands;

/// <summary>How <c>punie tools</c> shows the tools. Closed.</summary>
internal abstract record ToolsView
{
    private ToolsView()
    {
    }

    /// <summary>One line a tool.</summary>
    public sealed record Lines : ToolsView;

    /// <summary>Names, descriptions, effects and schemas, for programs.</summary>
    public sealed record Json : ToolsView;

    /// <summary>Python declarations.</summary>
    /// <param name="Full">True for a comment on each field.</param>
    public sealed record Stubs(bool Full) : ToolsView;

    /// <summary>All about one tool.</summary>
    /// <param name="Name">As programs call it.</param>
    public sealed record Described(string Name) : ToolsView;
}
