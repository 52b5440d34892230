namespace Punie.Chat.Servers;

/// <summary>Which server to ask, for which model, and how long to wait.</summary>
/// <remarks>There is no default address: nothing is contacted that the caller did not name.</remarks>
public sealed record ModelServer
{
    /// <summary>Base address, for example <c>http://127.0.0.1:8080</c> or <c>http://127.0.0.1:11434/v1</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The model's id; null to take the first that the server lists.</summary>
    public string? Model { get; init; }

    /// <summary>Sent as a bearer token; null for servers that ask for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>How long to wait.</summary>
    public ServerTimeouts Timeouts { get; init; } = new();

    /// <summary>The address of the API's root, ending in <c>/v1/</c>.</summary>
    internal Uri ApiRoot
    {
        get
        {
            var path = Address.AbsolutePath.TrimEnd('/');
            if (!path.EndsWith("/v1", StringComparison.Ordinal)) path += "/v1";
            return new Uri(Address, path + "/");
        }
    }

    /// <summary>Throws when the settings cannot be used.</summary>
    /// <exception cref="ArgumentException">The address is not absolute, or not http or https.</exception>
    public ModelServer Checked()
    {
        if (!Address.IsAbsoluteUri || (Address.Scheme != Uri.UriSchemeHttp && Address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException(
                $"'{Address}' is not the address of a model server. "
                + "Write it as http://HOST:PORT or http://HOST:PORT/v1.");
        }

        Timeouts.Checked();
        return this;
    }
}

/// <summary>How long to wait for a model server at each stage.</summary>
public sealed record ServerTimeouts
{
    /// <summary>For a connection. A local server that runs accepts at once.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From sending the request to the first byte of the reply: loading a model and reading the prompt take
    /// minutes.</summary>
    public TimeSpan FirstByte { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For the whole reply.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a time that is not positive or longer than a
    /// day.</summary>
    public ServerTimeouts Checked()
    {
        foreach (var time in new[] { Connect, FirstByte, Total })
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, TimeSpan.FromDays(1));
        }

        return this;
    }
}
