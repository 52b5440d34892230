using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;
using Punie.Cli.Hosting;

namespace Punie.Cli.Commands;

/// <summary>Says of each external program: found, version, or how to install it.</summary>
internal sealed class DoctorCommand(ITerminal terminal, Workbenches workbenches, Installation installation)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>Runs the command.</summary>
    /// <returns>Failed when something is missing.</returns>
    public async Task<int> RunAsync(bool json, string workspace, CancellationToken cancellationToken)
    {
        var bench = await workbenches.OpenAsync(WorkOptions.ToLook(workspace), cancellationToken)
            .ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        var programs = await ProgramsAsync(bench, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ProgramFinding> findings = [Runtime(), .. programs, Router()];
        if (json) WriteJson(findings);
        else WriteText(findings);
        await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return findings.All(finding => finding.Works) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<IReadOnlyList<ProgramFinding>> ProgramsAsync(Workbench bench,
        CancellationToken cancellationToken)
    {
        try
        {
            return await Diagnosis.RunAsync(bench.Context, bench.Servers, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static ProgramFinding Runtime() =>
        new("dotnet", "punie", Environment.ProcessPath, Environment.Version.ToString(), Advice: null);

    private ProgramFinding Router()
    {
        var weights = Path.Combine(installation.RouterFolder, "model.safetensors");
        return File.Exists(weights)
            ? new ProgramFinding("router", "punie ask", installation.RouterFolder, Version: null, Advice: null)
            : new ProgramFinding("router", "punie ask", Path: null, Version: null,
                "Train it with 'punie train recipes/router-v1.json', or use another model with --model.");
    }

    private void WriteText(IReadOnlyList<ProgramFinding> findings)
    {
        var width = findings.Max(finding => finding.Name.Length);
        foreach (var finding in findings)
        {
            var mark = (finding.Works, terminal.IsOutputScreen) switch
            {
                (true, true) => "✓",
                (false, true) => "✗",
                (true, false) => "ok     ",
                (false, false) => "missing",
            };
            var name = finding.Name.PadRight(width);
            var rest = finding.Works ? $"{finding.Version} {finding.Path}".Trim() : finding.Advice;
            terminal.Output.WriteLine($"{mark} {name}  {rest}");
        }
    }

    private void WriteJson(IReadOnlyList<ProgramFinding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("name", finding.Name);
                json.WriteBoolean("found", finding.Path != null);
                json.WriteBoolean("works", finding.Works);
                json.WriteString("version", finding.Version);
                json.WriteString("path", finding.Path);
                json.WriteString("usedFor", finding.UsedFor);
                json.WriteString("advice", finding.Advice);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
