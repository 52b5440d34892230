using Punie.Cli.Commands;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat;

/// <summary>What a chat is made of.</summary>
/// <param name="Terminal">Where the person is.</param>
/// <param name="Clock">Measures and dates.</param>
/// <param name="Models">Opens models.</param>
/// <param name="Sessions">Opens sessions.</param>
/// <param name="Cancel">The person's Ctrl-C.</param>
internal sealed record ChatParts(
    ITerminal Terminal, TimeProvider Clock, IModelOpener Models, SessionStores Sessions, ICancelKey Cancel);
