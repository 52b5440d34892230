using System.Diagnostics;
using System.Globalization;

namespace Punie.Python.Tests.Syntax;

/// <summary>A CPython of this machine, as the judge of trees and messages.</summary>
internal sealed class CPythonOracle
{
    private const int Oldest = 11;

    private static readonly string[] Names =
        ["python3.15", "python3.14", "python3.13", "python3.12", "python3.11", "python3"];

    private static readonly Lazy<CPythonOracle[]> Found = new(FindAll);

    private CPythonOracle(string program, int minor) => (Program, Minor) = (program, minor);

    public string Program { get; }

    /// <summary>The 13 of Python 3.13.</summary>
    public int Minor { get; }

    /// <summary>True when every file of the libraries is compared, not a sample of them.</summary>
    public static bool IsWholeCorpus => Environment.GetEnvironmentVariable("PUNIE_FULL_CORPUS") == "1";

    /// <summary>The newest CPython, or a skipped test that says why.</summary>
    public static CPythonOracle Require(int minor = Oldest)
    {
        var all = RequireAll();
        Assert.SkipWhen(
            all[0].Minor < minor,
            $"The newest CPython on the PATH is 3.{all[0].Minor}; this comparison needs 3.{minor}: "
            + "put it on the PATH.");
        return all[0];
    }

    /// <summary>One CPython of each version from 3.11 on, the newest first; on the PATH or among pyenv's.</summary>
    public static CPythonOracle[] RequireAll()
    {
        Assert.SkipWhen(Found.Value.Length == 0,
            "No CPython from 3.11 on on the PATH: trees and messages were not compared.");
        return Found.Value;
    }

    /// <summary>Files of the library and its packages by name: every one, or the same few in each run.</summary>
    public List<string> LibraryFiles(int sample)
    {
        var all = Directory.GetFiles(LibraryFolder(), "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToList();
        var step = IsWholeCorpus ? 1 : Math.Max(1, all.Count / sample);
        return [.. all.Where((_, i) => i % step == 0)];
    }

    /// <summary>Runs a script of this folder with lines as its input; the lines it prints.</summary>
    public string[] Run(string script, IEnumerable<string> input)
    {
        var output = Execute(Program, [Path.Combine(Folder(), script)], string.Join('\n', input) + "\n");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The folder of the standard library.</summary>
    public string LibraryFolder() =>
        Execute(Program, ["-c", "import os; print(os.path.dirname(os.__file__))"], "").Trim();

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetDirectoryName(file)!;

    private static CPythonOracle[] FindAll()
    {
        var root = Environment.GetEnvironmentVariable("PYENV_ROOT")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv");
        var versions = Path.Combine(root, "versions");
        var others = Directory.Exists(versions)
            ? Directory.GetDirectories(versions, "3.*").Select(f => Path.Combine(f, "bin", "python3"))
                .Where(File.Exists) : [];
        return [.. Names.Concat(others).Select(TryRun).OfType<CPythonOracle>().Where(o => o.Minor >= Oldest)
            .DistinctBy(o => o.Minor).OrderByDescending(o => o.Minor)];
    }

    private static CPythonOracle? TryRun(string program)
    {
        try
        {
            var answer = Execute(program, ["-c", "import sys; print(sys.version_info[1])"], "").Trim();
            return int.TryParse(answer, CultureInfo.InvariantCulture, out var minor) ? new(program, minor) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not on the PATH.
            return null;
        }
    }

    private static string Execute(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONIOENCODING"] = "utf-8", ["PYTHONUTF8"] = "1" },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var feeding = FeedAsync(process, input);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        feeding.GetAwaiter().GetResult();
        _ = errors.GetAwaiter().GetResult();
        return output;
    }

    private static async Task FeedAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input.
        }
    }
}
