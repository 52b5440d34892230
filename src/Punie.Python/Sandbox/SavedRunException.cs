namespace Punie.Python.Sandbox;

/// <summary>Bytes that are no saved run, or a saved run that cannot be continued here. The message says why.</summary>
public sealed class SavedRunException(string message) : Exception(message);
