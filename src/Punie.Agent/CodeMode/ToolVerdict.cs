using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode;

/// <summary>What a result says about its own call.</summary>
/// <param name="Success">What <c>success</c> says; true for a result without one.</param>
/// <param name="Problem">Why the tool could not do its work; null when it did, whatever it found.</param>
internal readonly record struct ToolVerdict(bool Success, string? Problem)
{
    /// <summary>Reads the verdict from a tool's result.</summary>
    public static ToolVerdict Of(Tool tool, object result)
    {
        if (tool.Result is not ToolType.Record { Schema: var schema }) return new ToolVerdict(true, null);
        var success = true;
        string? problem = null;
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            if (schema.Fields[i].Name == "success") success = schema.Read(result, i) is not false;
            if (schema.Fields[i].Name == "parse_error" && schema.Read(result, i) is string { Length: > 0 } reason)
            {
                problem = $"{tool.Name} could not run: {BoundedText.OneLine(reason, 500)}";
            }
        }

        return new ToolVerdict(success && problem == null, problem);
    }
}
