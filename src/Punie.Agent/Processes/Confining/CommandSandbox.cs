namespace Punie.Agent.Processes.Confining;

/// <summary>Whether commands run confined.</summary>
public enum SandboxChoice
{
    /// <summary>As they are.</summary>
    Off,

    /// <summary>Confined where the system can do it; otherwise as they are, which is said once.</summary>
    Auto,

    /// <summary>Confined, or not at all.</summary>
    On,
}

/// <summary>Decides for each command how it runs.</summary>
/// <param name="confinement">What a command may do; null to run it as it is.</param>
public sealed class CommandSandbox(Confinement? confinement)
{
    private string? _notice;

    /// <summary>Commands run as they are.</summary>
    public static CommandSandbox None { get; } = new(null);

    /// <summary>
    /// Told once, when the first command runs unconfined though it should have been confined; null for nothing.
    /// </summary>
    public string? Notice
    {
        init => _notice = value;
    }

    /// <summary>Hears the notice.</summary>
    public Action<string> Noticed { get; init; } = _ => { };

    /// <summary>How the next command runs; null for as it is.</summary>
    internal Confinement? ForCommand()
    {
        if (Interlocked.Exchange(ref _notice, null) is { } notice) Noticed(notice);
        return confinement;
    }
}
