using System.Globalization;
using Punie.Agent.Sessions;
using Punie.Cli.Chat.Slash;

namespace Punie.Cli.Tests.Chat;

/// <summary>The page about the chat says what is so.</summary>
public sealed class ChatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(CliBench.Repository, "docs", "chat.md"));

    [Fact]
    public void The_table_of_commands_is_the_chats_own()
    {
        var rows = new SlashTable().Commands.Select(command =>
            $"| `{HelpCommand.Usage(command).Replace("|", "\\|", StringComparison.Ordinal)}` | {command.Summary} |");

        Assert.Contains($"| command | what it does |\n|---|---|\n{string.Join('\n', rows)}\n\n", Page,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_stated_limits_are_the_limits()
    {
        var limits = new SessionLimits();
        foreach (var limit in new[] { limits.CompactAtChars, limits.SummaryChars, limits.KeptChars,
            Attachments.FileChars, Attachments.AllChars })
            Assert.Contains(limit.ToString("N0", CultureInfo.InvariantCulture), Page, StringComparison.Ordinal);
    }
}
