namespace Punie.Agent.LanguageServer;

/// <summary>There is no answer; the message says why and what to do, in words for a model.</summary>
internal sealed class LanguageServerException(string message) : Exception(message);
