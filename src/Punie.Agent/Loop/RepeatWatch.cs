namespace Punie.Agent.Loop;

/// <summary>Notices a model that asks for the same thing with the same outcome again.</summary>
internal sealed class RepeatWatch
{
    private readonly Dictionary<(string Asked, string Outcome), int> _seen = [];

    /// <summary>How often this pair was seen, this time included.</summary>
    public int Count(string asked, string outcome)
    {
        var times = _seen.GetValueOrDefault((asked, outcome)) + 1;
        _seen[(asked, outcome)] = times;
        return times;
    }
}
