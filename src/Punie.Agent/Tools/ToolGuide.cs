namespace Punie.Agent.Tools;

/// <summary>What somebody who uses a tool should know beyond its declaration.</summary>
/// <param name="Example">A short program that uses it; it runs on the sample project. Empty for none.</param>
/// <param name="Pitfalls">What is easily got wrong, one sentence each.</param>
public sealed record ToolGuide(string Example, IReadOnlyList<string> Pitfalls);
