using Punie.Python.Sandbox;

namespace Punie.Agent.CodeMode;

/// <summary>The limits of a Code Mode program.</summary>
public static class CodeLimits
{
    /// <summary>
    /// Room for programs that do real work on large results; an endless loop ends after about a second. The time limit
    /// is long because it contains the tools' own time.
    /// </summary>
    public static SandboxLimits Default { get; } = new SandboxLimits
    {
        Steps = 20_000_000,
        WallTime = TimeSpan.FromMinutes(20),
        Bytes = 256L * 1024 * 1024,
        CallDepth = 500,
        OutputChars = 256 * 1024,
        HostCalls = 1_000,
        SourceChars = 256 * 1024,
        Nesting = 100,
    }.Checked();
}
