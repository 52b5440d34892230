namespace Punie.Agent.Workspace.Undo;

/// <summary>An undo that cannot be, in words for the person.</summary>
public sealed class UndoException : Exception
{
    /// <summary>Makes one.</summary>
    public UndoException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one that the system caused.</summary>
    public UndoException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
