using Microsoft.Extensions.AI;
using Punie.Agent.Configuration;
using Punie.Agent.Loop;

namespace Punie.Cli.Commands;

/// <summary>What <c>--model</c> names. Closed.</summary>
internal abstract record ModelChoice
{
    /// <summary>What is used when nothing names a model.</summary>
    public const string Default = "router";

    private const string Scripted = "scripted:";

    private ModelChoice()
    {
    }

    /// <summary>The model that ships with Punie.</summary>
    internal sealed record Router : ModelChoice;

    /// <summary>Recorded replies.</summary>
    internal sealed record Script(string File) : ModelChoice;

    /// <summary>An OpenAI-compatible server.</summary>
    /// <param name="Address">Without the fragment.</param>
    /// <param name="Model">The id to ask for; null for the server's first.</param>
    internal sealed record Server(Uri Address, string? Model) : ModelChoice;

    /// <summary>The option's, else the project's, else the router.</summary>
    public static ModelChoice Of(string? option, ProjectConfig config)
    {
        if (option is not null || config.Model is not { } model) return Parse(option ?? Default);
        try
        {
            return Parse(model);
        }
        catch (UsageException wrong)
        {
            throw new UsageException($"{ProjectConfigFile.Name}: {wrong.Message}");
        }
    }

    /// <summary>Reads the option's text.</summary>
    public static ModelChoice Parse(string text)
    {
        if (text == Default) return new Router();
        if (text.StartsWith(Scripted, StringComparison.Ordinal))
        {
            return text.Length > Scripted.Length
                ? new Script(text[Scripted.Length..])
                : throw new UsageException("scripted: needs a file, as in --model scripted:replies.jsonl");
        }

        if (text.StartsWith("http://", StringComparison.Ordinal)
            || text.StartsWith("https://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address)
                ? new Server(WithoutFragment(address), ModelOf(address))
                : throw new UsageException($"'{text}' is not an address; write http://HOST:PORT/v1#MODEL");
        }

        throw new UsageException($"unknown model '{text}'; use router, scripted:FILE or http://HOST:PORT/v1#MODEL");
    }

    private static Uri WithoutFragment(Uri address) => new(address.GetLeftPart(UriPartial.Query));

    private static string? ModelOf(Uri address) =>
        address.Fragment.Length > 1 ? Uri.UnescapeDataString(address.Fragment[1..]) : null;
}

/// <summary>A model that is ready to reply.</summary>
/// <param name="Client">Disposed with the command.</param>
/// <param name="Traits">What the loop must know.</param>
internal sealed record OpenModel(IChatClient Client, ModelTraits Traits) : IDisposable
{
    /// <summary>The model with another way to the tools; a usage error when it has only one.</summary>
    /// <param name="asked">What the command line says; null for what the project says.</param>
    /// <param name="config">What the project says.</param>
    public OpenModel With(ToolsMode? asked, ProjectConfig config)
    {
        if (Traits.SingleStep && asked is not (null or ToolsMode.Code))
        {
            throw new UsageException(
                $"{Traits.Id} answers with one program; leave out --tools, or name another model with --model");
        }

        return Traits.SingleStep
            ? this
            : this with { Traits = Traits with { Tools = asked ?? config.Tools ?? ToolsMode.Code } };
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
