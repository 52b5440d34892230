namespace Punie.Agent.Configuration;

/// <summary>How to reach one server of tools. Closed: <see cref="Program"/> or <see cref="Address"/>.</summary>
/// <remarks>Values may hold <c>${NAME}</c> as written in the file; nothing is expanded here.</remarks>
public abstract record McpServerConfig
{
    private McpServerConfig(string name) => Name = name;

    /// <summary>What the project calls it.</summary>
    public string Name { get; }

    /// <summary>A program that talks over its standard streams.</summary>
    public sealed record Program(string Name, string Command, IReadOnlyList<string> Arguments) : McpServerConfig(Name)
    {
        /// <summary>Variables to set.</summary>
        public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

        /// <summary>Where it runs, relative to the workspace when not full; null for the workspace.</summary>
        public string? Folder { get; init; }
    }

    /// <summary>A server that talks over HTTP.</summary>
    public sealed record Address(string Name, Uri Url) : McpServerConfig(Name)
    {
        /// <summary>Headers to send with each request.</summary>
        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
    }
}
