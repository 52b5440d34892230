namespace Punie.Lab.Datasets;

/// <summary>One thing that can be asked, and how it is answered.</summary>
public abstract record Intent
{
    private protected Intent(string id) => Id = id;

    /// <summary>Dotted name, for example <c>types.list</c>; the part before the dot is the group.</summary>
    public string Id { get; }

    /// <summary>Answered by running a program.</summary>
    public sealed record Program : Intent
    {
        /// <summary>Creates the intent.</summary>
        /// <param name="id">Its name.</param>
        /// <param name="template">The program with its slots.</param>
        public Program(string id, ProgramTemplate template)
            : base(id) => Template = template;

        /// <summary>The program with its slots.</summary>
        public ProgramTemplate Template { get; }
    }

    /// <summary>Answered without a tool.</summary>
    public sealed record Direct : Intent
    {
        /// <summary>Creates the intent.</summary>
        /// <param name="id">Its name.</param>
        /// <param name="answer">The answer's text.</param>
        public Direct(string id, string answer)
            : base(id) => Answer = answer;

        /// <summary>The answer's text.</summary>
        public string Answer { get; }
    }
}
