namespace Punie.Agent.Loop;

/// <summary>How a model reaches the tools. All three come from the same declarations.</summary>
public enum ToolsMode
{
    /// <summary>It writes programs for one function, <c>execute_code</c>.</summary>
    Code,

    /// <summary>Every tool is a function of its own: for models that do not write programs.</summary>
    Native,

    /// <summary><c>execute_code</c> and the functions.</summary>
    Both,
}
