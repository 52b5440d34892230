namespace Punie.Python.Sandbox.Replay;

/// <summary>What follows in a saved value. The numbers are the format: never change one.</summary>
internal enum ValueTag : byte
{
    None = 0,
    False = 1,
    True = 2,
    Int = 3,
    Float = 4,
    Str = 5,
    Bytes = 6,
    BigInt = 7,
    List = 8,
    Tuple = 9,
    Dict = 10,
    Set = 11,
    FrozenSet = 12,
    Record = 13,

    /// <summary>A container that came before in the same value.</summary>
    Again = 14,

    /// <summary>An object of the program that the call's arguments contain.</summary>
    FromArguments = 15,
    Ellipsis = 16,
    NotImplemented = 17,

    /// <summary>An object of the program, by its type's name only: in descriptions of arguments.</summary>
    Opaque = 18,

    /// <summary>Nested too deeply: in descriptions of arguments.</summary>
    TooDeep = 19,
}
