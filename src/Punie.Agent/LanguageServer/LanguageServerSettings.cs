namespace Punie.Agent.LanguageServer;

/// <summary>Which language server to use and how long to wait for it.</summary>
public sealed record LanguageServerSettings
{
    /// <summary>
    /// Known servers, best first: the first that the project has is taken, else the first that the machine has.
    /// </summary>
    public IReadOnlyList<string> Order { get; init; } = ["ty", "basedpyright", "pyright", "pylsp"];

    /// <summary>
    /// The project's choice, best first: a known server's name, or any server's command line. The first that is
    /// installed is taken; none of them is an error. Empty: <see cref="Order"/> decides.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Preferred { get; init; } = [];

    /// <summary>Program and arguments of any other server; when given, nothing is looked for.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Longest time from the start to the first reply. Default 1 minute.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Longest time for an answer; the first one may wait for the project to be read. Default 2 minutes.
    /// </summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the server may take to end by itself before it is killed. Default 1 second.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most documents kept open in the server. Default 32.</summary>
    public int OpenDocuments { get; init; } = 32;

    /// <summary>Most files of the workspace that are watched and searched. Default 20,000.</summary>
    public int Files { get; init; } = 20_000;
}
