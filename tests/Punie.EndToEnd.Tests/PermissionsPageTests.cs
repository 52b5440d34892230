using System.Text.RegularExpressions;
using Punie.Agent.Processes.Confining;

namespace Punie.EndToEnd.Tests;

/// <summary>
/// docs/permissions.md is executed from top to bottom in a project of its own; its outputs are compared.
/// </summary>
public sealed partial class PermissionsPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("punie-page-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_says_what_happens()
    {
        Assert.SkipUnless(Confinement.IsAvailable,
            "This kernel has no Landlock: the page shows commands in the sandbox.");
        var page = Path.Combine(BuiltProgram.Repository, "docs", "permissions.md");
        var text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        var project = Path.Combine(_folder, "shop");
        var made =
            await BuiltProgram.RunProgramAsync(Path.Combine(BuiltProgram.Repository, "eng", "make-sample-repository"),
            project);
        Assert.True(made.Code == 0, made.Error);

        var said = text;
        foreach (Match block in Transcript().Matches(text))
        {
            var lines = new List<string>();
            foreach (var command in block.Groups[1].Value.Split('\n')
                .Where(line => line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                lines.Add(command);
                lines.AddRange(await OutputAsync(command[2..], project));
            }

            said = said.Replace(block.Value, $"```console\n{string.Join('\n', lines)}\n```", StringComparison.Ordinal);
        }

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            await File.WriteAllTextAsync(page, said, TestContext.Current.CancellationToken);
        else Assert.Equal(Time().Replace(text, "TIME"), Time().Replace(said, "TIME"));
    }

    private async Task<IEnumerable<string>> OutputAsync(string command, string project)
    {
        var line = command.Replace("./punie", $"'{BuiltProgram.Path}'", StringComparison.Ordinal);
        var script = $"cd '{project}' && export XDG_STATE_HOME='{Path.Combine(_folder, "state")}' && {line} 2>&1";
        var run = await BuiltProgram.RunProgramAsync("/bin/bash", "-c", script);
        return run.Output.TrimEnd('\n').Split('\n').Where(shown => shown.Length > 0);
    }

    [GeneratedRegex(@"^```console\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Transcript();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex Time();
}
