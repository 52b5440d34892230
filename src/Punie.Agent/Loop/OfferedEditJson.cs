using System.Diagnostics;
using System.Text.Json;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Loop;

/// <summary>Offered edits in traces and answers.</summary>
public static class OfferedEditJson
{
    /// <summary>Writes the members of an edit into the open object.</summary>
    public static void Write(Utf8JsonWriter json, OfferedEdit edit)
    {
        json.WriteString("tool", edit.Tool.Name);
        json.WriteString("subject", edit.Subject);
        json.WriteNumber("places", edit.Places);
        json.WriteStartArray("files");
        foreach (var path in edit.Paths) json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteString("diff", edit.Diff);
        if (edit.Remark.Length > 0) json.WriteString("remark", edit.Remark);
    }

    /// <summary>Writes the members of an outcome into the open object.</summary>
    public static void Write(Utf8JsonWriter json, EditOutcome outcome)
    {
        var (by, reason) = outcome switch
        {
            EditOutcome.Written written => (written.By, null),
            EditOutcome.Refused refused => (refused.By, refused.Reason),
            EditOutcome.Failed failed => ((Decider?)null, failed.Reason),
            EditOutcome.Withdrawn => (null, (string?)null),
            _ => throw new UnreachableException(),
        };
        json.WriteString("outcome", outcome.GetType().Name);
        if (by is { } decided) json.WriteString("by", decided.Name);
        if (reason != null) json.WriteString("reason", reason);
    }
}
