using System.Runtime.CompilerServices;
using Punie.Python.Sandbox;

namespace Punie.Python.Tests.Sandbox;

/// <summary>Runs programs for tests and shows how they ended.</summary>
internal static class Programs
{
    internal static readonly SandboxLimits Generous = new()
    {
        Steps = 50_000_000,
        // Far more than any program needs, also beside others on a busy machine: no test waits for it.
        WallTime = TimeSpan.FromMinutes(5),
        Bytes = 256 * 1024 * 1024,
        CallDepth = 1000,
        OutputChars = 1_000_000,
        HostCalls = 10_000,
        SourceChars = 2_000_000,
        Nesting = 200,
    };

    internal static RunOutcome Run(string source, SandboxLimits? limits = null, params HostFunction[] functions) =>
        SandboxProgram.Compile(source, functions, limits ?? Generous)
            .Run(new RunOptions(), TestContext.Current.CancellationToken);

    /// <summary>
    /// Output, then a last line for anything but a normal end: <c>!! Type: message</c> or <c>!! limit:Name</c>.
    /// </summary>
    internal static string Show(RunOutcome outcome) => outcome.Output + outcome switch
    {
        RunOutcome.Raised { Error: { Type: "SyntaxError" or "IndentationError" or "TabError" } error } =>
            $"!! {error.Type}\n",
        RunOutcome.Raised { Error: var error } =>
            error.Message.Length == 0 ? $"!! {error.Type}\n" : $"!! {error.Type}: {error.Message}\n",
        RunOutcome.Stopped { Limit: var limit } => $"!! limit:{limit}\n",
        RunOutcome.Cancelled => "!! cancelled\n",
        _ => "",
    };

    /// <summary>What a program prints, without host functions.</summary>
    internal static string Output(string source) => Show(Run(source, null, HostFixture.Functions));

    internal static string Folder(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(here))!, name);
}
