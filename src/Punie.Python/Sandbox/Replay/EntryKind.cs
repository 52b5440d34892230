namespace Punie.Python.Sandbox.Replay;

/// <summary>What happened next in a run that can be saved. The numbers are the format: never change one.</summary>
internal enum EntryKind : byte
{
    /// <summary>The program read the date: the difference in ticks to the last reading.</summary>
    Date = 1,

    /// <summary>
    /// The program or a timer read the running time: the difference in nanoseconds to the last reading.
    /// </summary>
    Running = 2,

    /// <summary>A host call began: its function and a digest of its arguments.</summary>
    Call = 3,

    /// <summary>The call that just began ended at once: its answer.</summary>
    Answer = 4,

    /// <summary>A call ended later: its number, the turn of the event loop, its answer.</summary>
    Completion = 5,
}
