using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Punie.Chat.Tests;

/// <summary>Runs a reference implementation as a program: JSON in, JSON out. A missing one skips the test and says how
/// to get it.</summary>
internal static class Oracle
{
    public static Task<JsonNode> NodeAsync(string script, JsonObject request)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder(), "node_modules")),
            $"SKIPPED: {script} needs its packages. Run: npm ci --prefix tests/Punie.Chat.Tests/oracles");
        return RunAsync("node", script, request);
    }

    public static Task<JsonNode> PythonAsync(string script, JsonObject request) => RunAsync("python3", script, request);

    private static async Task<JsonNode> RunAsync(string program, string script, JsonObject request)
    {
        using var process = Start(program, Path.Combine(Folder(), script));
        await process.StandardInput.WriteAsync(request.ToJsonString());
        process.StandardInput.Close();
        var token = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(token);
        var error = await process.StandardError.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);

        Assert.SkipWhen(error.Contains("No module named", StringComparison.Ordinal),
            $"SKIPPED: {script} needs Debian's python3-jinja2. Run: apt-get install python3-jinja2");
        Assert.True(process.ExitCode == 0, $"{program} {script} failed: {error}");
        return JsonNode.Parse(await output)!;
    }

    private static Process Start(string program, string script)
    {
        var start = new ProcessStartInfo(program, [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"SKIPPED: {program} is not installed, so {Path.GetFileName(script)} proves nothing here.");
            throw;
        }
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "oracles");
}
