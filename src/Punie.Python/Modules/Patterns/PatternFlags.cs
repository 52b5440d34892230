namespace Punie.Python.Modules.Patterns;

/// <summary>Flags of <c>re</c>, with CPython's numbers.</summary>
[Flags]
internal enum PatternFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary><c>re.I</c>.</summary>
    IgnoreCase = 2,

    /// <summary><c>re.L</c>, which text patterns refuse.</summary>
    Locale = 4,

    /// <summary><c>re.M</c>.</summary>
    Multiline = 8,

    /// <summary><c>re.S</c>.</summary>
    DotAll = 16,

    /// <summary><c>re.U</c>, always set for text unless <see cref="Ascii"/> is.</summary>
    Unicode = 32,

    /// <summary><c>re.X</c>.</summary>
    Verbose = 64,

    /// <summary><c>re.A</c>.</summary>
    Ascii = 256,
}
