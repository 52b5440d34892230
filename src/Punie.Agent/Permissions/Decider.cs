namespace Punie.Agent.Permissions;

/// <summary>What kind of thing decided about an effect.</summary>
public enum DecidedBy
{
    /// <summary>A permission rule.</summary>
    Rule,

    /// <summary>The permission mode.</summary>
    Mode,

    /// <summary>What a person allowed for the session.</summary>
    Session,

    /// <summary>A person, asked about this effect or about the whole program.</summary>
    Person,

    /// <summary>Nobody was there to be asked.</summary>
    Nobody,
}

/// <summary>Who or what decided about an effect.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Detail">The rule, the mode or the grant as people write it; null when the kind says everything.</param>
public sealed record Decider(DecidedBy Kind, string? Detail = null)
{
    /// <summary>A person.</summary>
    public static Decider Person { get; } = new(DecidedBy.Person);

    /// <summary>Nobody.</summary>
    public static Decider Nobody { get; } = new(DecidedBy.Nobody);

    /// <summary>The kind as traces and sessions write it.</summary>
    public string Name => Kind.ToString().ToLowerInvariant();

    /// <summary>A rule.</summary>
    public static Decider Of(PermissionRule rule) => new(DecidedBy.Rule, rule.ToString());

    /// <summary>A mode.</summary>
    public static Decider Of(PermissionMode mode) => new(DecidedBy.Mode, mode.ToText());

    /// <summary>Something that was allowed for the session.</summary>
    public static Decider Of(PermissionGrant grant) => new(DecidedBy.Session, grant.ToString());

    /// <summary>In words, such as <c>the rule 'allow write_file'</c>.</summary>
    public override string ToString() => Kind switch
    {
        DecidedBy.Rule => $"the rule '{Detail}'",
        DecidedBy.Mode => $"mode {Detail}",
        DecidedBy.Session => $"the session: {Detail}",
        DecidedBy.Person => "the person",
        DecidedBy.Nobody => "nobody",
    };
}
