namespace Punie.Agent.Loop;

/// <summary>Notices a model that runs the same program with the same outcome again.</summary>
internal sealed class RepeatWatch
{
    private readonly Dictionary<(string Program, string Outcome), int> _seen = [];

    /// <summary>How often this pair was seen, this time included.</summary>
    public int Count(string program, string outcome)
    {
        var times = _seen.GetValueOrDefault((program, outcome)) + 1;
        _seen[(program, outcome)] = times;
        return times;
    }
}
