using System.Diagnostics;
using System.Globalization;

namespace Punie.Python.Tests.Syntax;

/// <summary>The newest CPython on the PATH, as the judge of trees and messages.</summary>
internal sealed class CPythonOracle
{
    private static readonly string[] Names =
        ["python3.15", "python3.14", "python3.13", "python3.12", "python3.11", "python3"];

    private static readonly Lazy<CPythonOracle?> Found = new(Find);

    private CPythonOracle(string program, int minor) => (Program, Minor) = (program, minor);

    public string Program { get; }

    /// <summary>The 13 of Python 3.13.</summary>
    public int Minor { get; }

    /// <summary>The oracle, or a skipped test that says why.</summary>
    public static CPythonOracle Require(int minor = 11)
    {
        Assert.SkipWhen(Found.Value is null, "No CPython 3 on the PATH: trees and messages were not compared.");
        Assert.SkipWhen(
            Found.Value!.Minor < minor,
            $"The newest CPython on the PATH is 3.{Found.Value.Minor}; this comparison needs 3.{minor}: put it on the PATH.");
        return Found.Value;
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

    private static CPythonOracle? Find()
    {
        foreach (var name in Names)
        {
            try
            {
                var answer = Execute(name, ["-c", "import sys; print(sys.version_info[1])"], "").Trim();
                if (int.TryParse(answer, CultureInfo.InvariantCulture, out var minor)) return new(name, minor);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not on the PATH: the next name.
            }
        }

        return null;
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
