using Punie.Agent.Tools;

namespace Punie.Cli.Commands;

/// <summary>Makes a chosen model ready to reply.</summary>
internal interface IModelOpener
{
    /// <summary>Opens it; a usage error when its files are missing or wrong.</summary>
    Task<OpenModel> OpenAsync(ModelChoice choice, ToolCatalog tools, CancellationToken cancellationToken);
}
