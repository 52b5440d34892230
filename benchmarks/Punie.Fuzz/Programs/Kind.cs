namespace Punie.Fuzz.Programs;

/// <summary>What an expression is meant to give; the generator breaks its own promise now and then.</summary>
internal enum Kind
{
    Int,
    Float,
    Bool,
    Str,
    Bytes,
    List,
    Tuple,
    Dict,
    Set,
    Iterator,
    Function,
    Any,
}
