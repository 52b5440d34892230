namespace Punie.Agent.Tools.Checks;

/// <summary>Bounds text that comes from a checker.</summary>
internal static class CheckText
{
    /// <summary>The text, or its beginning and a mark that it was cut.</summary>
    public static string Bounded(string text, int maxChars) =>
        text.Length <= maxChars ? text : string.Concat(text.AsSpan(0, maxChars), " ...");

    /// <summary>A checker's path as results show it; of a file outside the workspace only the name.</summary>
    public static string Relative(ToolContext context, string path) =>
        context.Workspace.ToRelative(path) ?? Path.GetFileName(path);
}
