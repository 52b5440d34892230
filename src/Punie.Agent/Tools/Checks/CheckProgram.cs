using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Punie.Agent.Configuration;
using Punie.Agent.Processes;

namespace Punie.Agent.Tools.Checks;

/// <summary>A checker that was found, and how to start it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Program">Full path of the program to start.</param>
/// <param name="Arguments">What comes before the checker's own arguments, such as a script.</param>
/// <param name="Origin">Where it was found, in a few words.</param>
internal sealed record CheckProgram(string Name, string Program, IReadOnlyList<string> Arguments, string Origin)
{
    // A check must leave no trace in the workspace, and its output must not be coloured.
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["PYTHONUTF8"] = "1",
        ["NO_COLOR"] = "1",
        ["FORCE_COLOR"] = null,
        ["PY_COLORS"] = "0",
        ["CI_PROJECT_DIR"] = null,   // ty would give paths relative to it
    };

    /// <summary>Variables to set; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = Quiet;

    /// <summary>The variables that every check gets, and the project's own.</summary>
    public static IReadOnlyDictionary<string, string?> EnvironmentFor(ProjectConfig config)
    {
        if (config.Variables.Count == 0) return Quiet;

        var all = new Dictionary<string, string?>(Quiet, StringComparer.Ordinal);
        foreach (var (name, value) in config.Variables) all[name] = value;
        return all;
    }

    /// <summary>The same program with more arguments.</summary>
    public CheckProgram With(IEnumerable<string> more) => this with { Arguments = [.. Arguments, .. more] };

    /// <summary>What asks it for its version: the arguments that lead to it, without its own.</summary>
    public IReadOnlyList<string> VersionArguments
    {
        get
        {
            var named = Arguments.Select(word => Path.GetFileNameWithoutExtension(word)).ToList().IndexOf(Name);
            var isItself = Path.GetFileNameWithoutExtension(Program) == Name;
            return [.. isItself ? [] : named < 0 ? Arguments : Arguments.Take(named + 1), "--version"];
        }
    }
}

/// <summary>A checker, or what to do to get one.</summary>
internal abstract record Located
{
    private Located()
    {
    }

    public sealed record Found(CheckProgram Program) : Located;

    public sealed record Missing(string Advice) : Located;
}

/// <summary>What became of a checker's run.</summary>
internal abstract partial record CheckRun
{
    private CheckRun()
    {
    }

    /// <summary>It ended by itself and its whole output is there.</summary>
    public sealed record Done(string Name, int Code, ProcessOutput Output) : CheckRun
    {
        /// <summary>For parse_error: the exit code and the end of what the program printed.</summary>
        public string Complaint => Say($"{Name} failed with exit code {Code}: {Tail(Output)}");
    }

    /// <summary>It gave nothing that can be read.</summary>
    /// <param name="Error">For parse_error.</param>
    public sealed record Failed(string Error) : CheckRun;

    /// <summary>Runs a checker in the workspace's root.</summary>
    public static async Task<CheckRun> OfAsync(
        CheckProgram program,
        IReadOnlyList<string> arguments,
        ToolContext context,
        CancellationToken cancellationToken)
    {
        var request = new ProcessRequest
        {
            Program = program.Program,
            Arguments = [.. program.Arguments, .. arguments],
            WorkingDirectory = context.Workspace.Root,
            TimeLimit = context.Limits.CheckTime,
            Environment = program.Environment,
        };
        var outcome = await context.Processes.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome switch
        {
            ProcessOutcome.Exited { Output.Truncated: true } => new Failed(
                $"{program.Name} printed more than can be read; name a smaller path."),
            ProcessOutcome.Exited exited => new Done(program.Name, exited.Code, exited.Output),
            ProcessOutcome.Signalled killed => new Failed(
                Say($"{program.Name} was ended by signal {killed.Signal}. {Tail(killed.Output)}")),
            ProcessOutcome.TimedOut late => new Failed(
                Say($"{program.Name} did not finish within {late.Limit.TotalSeconds:0.###} seconds.")),
            ProcessOutcome.NotFound => new Failed($"{program.Name} is gone from where it was found."),
            ProcessOutcome.NotStarted refused => new Failed($"{program.Name} could not be started: {refused.Reason}."),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The end of what a program printed, standard error first, for a message.</summary>
    private static string Tail(ProcessOutput output)
    {
        const int MaxChars = 1_000;
        var text = output.StandardError.Trim();
        if (text.Length == 0) text = output.StandardOutput.Trim();
        text = Colours().Replace(text, "");
        return text.Length > MaxChars ? "..." + text[^MaxChars..] : text;
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
