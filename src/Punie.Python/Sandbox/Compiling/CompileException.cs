using Punie.Python.Syntax;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>A program that parses but is not valid: Python's <c>SyntaxError</c>.</summary>
internal sealed class CompileException(string message, TextSpan span) : Exception(message)
{
    internal TextSpan Span { get; } = span;
}
