using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Agent.Tools;
using Punie.Chat.Formats;

namespace Punie.Agent.CodeMode;

/// <summary>What a model that was not trained on the tools is told about Code Mode.</summary>
public static class CodePrompt
{
    /// <summary>
    /// Most UTF-16 units of the system text, about 6,000 tokens; the project's instructions come on top.
    /// </summary>
    public const int MostChars = 24_000;

    private const string Rules = """
        You answer questions about the Python project in the current folder. You look at it and change it only by calling
        execute_code with a short Python program. If you cannot call functions, write the program in one ```python block.

        In a program:
        - The tools below are plain functions, already imported. There is no open, no subprocess, no network.
        - You see only what the program prints. Print what you need, not whole results.
        - Paths are relative to the project, with /. Use "." for all of it.
        - Every check result has success (it ran and found nothing wrong) and parse_error (why it could not run, or None).
        - Combine steps in one program: call, filter, loop, print.
        - Not sure how a tool works? print(describe_tool("git_log")) shows its fields, an example and pitfalls.

        When the output answers the question, reply in plain words, briefly, with file names and line numbers. If a tool could
        not run, say so; never guess a result.

        Tools:

        """;

    /// <summary>The system text with the tools' declarations.</summary>
    /// <param name="tools">What programs can call.</param>
    /// <param name="instructions">What the project asks of agents, put at the end; null for none.</param>
    public static string System(ToolCatalog tools, ProjectInstructions? instructions = null)
    {
        var stubs = ToolStub.Terse(tools);
        // Signatures alone still let a model call, and ask describe_tool; a cut declaration would not even parse.
        if (Rules.Length + stubs.Length > MostChars)
            stubs = string.Join('\n', tools.Callable.Select(ToolStub.Signature)) + "\n";
        var text = BoundedText.HeadAndTail(Rules + stubs, MostChars);
        return instructions == null ? text : $"{text}\n{instructions.ToPrompt()}";
    }

    /// <summary>The one function that models of Code Mode call.</summary>
    public static AIFunctionDeclaration ExecuteCode { get; } = new Declaration();

    private sealed class Declaration : AIFunctionDeclaration
    {
        private static readonly JsonElement Schema = JsonDocument.Parse($$"""
            {
              "type": "object",
              "properties": { "{{CodeCall.Parameter}}": { "type": "string", "description": "The Python program." } },
              "required": ["{{CodeCall.Parameter}}"],
              "additionalProperties": false
            }
            """).RootElement.Clone();

        public override string Name => CodeCall.FunctionName;

        public override string Description => "Runs a Python program that may call the tools. Returns what it prints.";

        public override JsonElement JsonSchema => Schema;
    }
}
