namespace Punie.Python.Sandbox;

/// <summary>An uncaught Python exception.</summary>
/// <param name="Type">Python type name, for example <c>ValueError</c>.</param>
/// <param name="Message">What <c>str(e)</c> gives; may be empty.</param>
/// <param name="Line">1-based line in the program; 0 when it has none.</param>
/// <param name="Column">1-based column in UTF-16 units; 0 when it has none.</param>
public sealed record ScriptError(string Type, string Message, int Line, int Column)
{
    /// <summary>A near name, as in CPython's <c>Did you mean: 'x'?</c>; null without one.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Frames from the outermost to the one that raised.</summary>
    public IReadOnlyList<ScriptFrame> Frames { get; init; } = [];

    internal bool IsSyntax { get; init; }

    /// <summary>What <c>add_note</c> added.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The error that this one followed: its cause, or what was being handled; null without one.</summary>
    public ScriptError? Earlier { get; init; }

    /// <summary>True where <see cref="Earlier"/> is the cause that <c>raise … from</c> named.</summary>
    public bool IsCausedByEarlier { get; init; }

    /// <summary>The exceptions of an exception group.</summary>
    public IReadOnlyList<ScriptError> Members { get; init; } = [];

    /// <summary>What CPython's last line says, for example <c>KeyError: 'x'</c>.</summary>
    public string LastLine
    {
        get
        {
            var text = Message.Length == 0 ? Type : $"{Type}: {Message}";
            return Suggestion is null ? text : $"{text}. Did you mean: '{Suggestion}'?";
        }
    }

    /// <summary>
    /// A traceback as CPython writes it: the errors before this one, frames with their source line and caret, then
    /// <see cref="LastLine"/>.
    /// </summary>
    public string ToText() => Runtime.TracebackText.Of(this);
}

/// <summary>One line of a traceback.</summary>
/// <param name="Function">Function name, or <c>&lt;module&gt;</c>.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="SourceLine">The line's text.</param>
public sealed record ScriptFrame(string Function, int Line, int Column, string SourceLine);
