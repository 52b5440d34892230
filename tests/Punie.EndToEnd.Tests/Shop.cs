using Punie.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(Shop))]

namespace Punie.EndToEnd.Tests;

/// <summary>A copy of the sample project with its git history, for tests that only look.</summary>
public sealed class Shop : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("punie-e2e-").FullName;

    internal string Folder => Path.Combine(_folder, "shop");

    public async ValueTask InitializeAsync()
    {
        var made =
            await BuiltProgram.RunProgramAsync(Path.Combine(BuiltProgram.Repository, "eng", "make-sample-repository"),
            Folder);
        Assert.True(made.Code == 0, made.Error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A script for a scripted model.</summary>
    internal string Script(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return $"scripted:{path}";
    }
}
