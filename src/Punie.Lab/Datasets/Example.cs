namespace Punie.Lab.Datasets;

/// <summary>One request and the reply that is right for it.</summary>
/// <param name="Prompt">What the person typed.</param>
/// <param name="Program">The program; null for a direct answer.</param>
/// <param name="Answer">The direct answer; null for a program.</param>
/// <param name="Families">Ids of the wordings' families that made it; two for a request of two parts.</param>
public sealed record Example(string Prompt, string? Program, string? Answer, IReadOnlyList<string> Families);
