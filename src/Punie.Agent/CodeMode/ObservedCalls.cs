using System.Globalization;
using System.Text;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.CodeMode;

/// <summary>Runs tool calls and tells an observer when each starts and ends.</summary>
internal sealed class ObservedCalls(ToolContext context, RunJournal journal)
{
    // Room for a path and a short content; a whole file would hide the call.
    private const int ValueChars = 60;
    private const int ProgressChars = 200;

    /// <summary>One line for each call so far that could not do its work.</summary>
    public IReadOnlyList<string> Problems => journal.Problems;

    /// <summary>One line for each call so far, with what came of it.</summary>
    public IReadOnlyList<string> Results => journal.Results;

    public async ValueTask<object> InvokeAsync(Tool tool, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var id = journal.NextId();
        var call = Call(tool, arguments);
        await journal.Observer.ToolStartedAsync(id, tool.Name, call, cancellationToken).ConfigureAwait(false);
        var started = journal.Clock.GetTimestamp();
        try
        {
            var following = context with { Progress = words => Progressed(id, tool, words) };
            var result = await tool.InvokeAsync(arguments, following, cancellationToken).ConfigureAwait(false);
            var (success, problem) = ToolVerdict.Of(tool, result);
            if (problem != null) journal.Add(problem);
            journal.AddResult($"{call}: {problem ?? ResultLine.Of(tool.Result, result)}");
            await EndAsync(new ToolEnd(id, tool.Name, journal.Clock.GetElapsedTime(started), success, problem),
                cancellationToken)
                .ConfigureAwait(false);
            if (problem == null && tool.Offer(arguments, result) is { } edit)
                await journal.Observer.EditOfferedAsync(edit, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (HostException failure)
        {
            // The program hears of this one and may handle it; only its result cannot be taken for an empty success.
            var problem = BoundedText.OneLine($"{tool.Name} raised {failure.PythonType}: {failure.Message}", 500);
            journal.AddResult($"{call}: {problem}");
            await EndAsync(new ToolEnd(id, tool.Name, journal.Clock.GetElapsedTime(started), Success: false, problem),
                cancellationToken)
                .ConfigureAwait(false);
            throw;
        }
    }

    private void Progressed(int id, Tool tool, string words) =>
        journal.Observer.ToolProgressed(id, tool.Name, BoundedText.OneLine(words, ProgressChars));

    private ValueTask EndAsync(ToolEnd end, CancellationToken cancellationToken) =>
        journal.Observer.ToolFinishedAsync(end, cancellationToken);

    private static string Call(Tool tool, ToolArguments arguments)
    {
        var text = new StringBuilder(tool.Name).Append('(');
        var isNamed = false;
        for (var i = 0; i < tool.Parameters.Count; i++)
        {
            var value = arguments.Values[i];
            if (tool.Parameters[i].Default is { } usual && Equals(usual.Value, value))
            {
                isNamed = true;
                continue;
            }

            if (text[^1] != '(') text.Append(", ");
            if (isNamed) text.Append(CultureInfo.InvariantCulture, $"{tool.Parameters[i].Name}=");
            text.Append(Show(value, tool.Parameters[i].Type));
        }

        return text.Append(')').ToString();
    }

    private static string Show(object? value, ToolType type) => (value, type.Bare()) switch
    {
        (string text, _) => ToolStub.Literal(BoundedText.OneLine(text, ValueChars)),
        (ValueRecord record, ToolType.Record { Schema: var schema }) => ShowRecord(record, schema),
        (IEnumerable<object?> items, ToolType.List list) =>
            $"[{BoundedText.OneLine(string.Join(", ", items.Select(item => Show(item, list.Item))), ValueChars)}]",
        _ => ToolStub.Literal(value),
    };

    private static string ShowRecord(ValueRecord record, RecordSchema schema)
    {
        var members = schema.Fields.Zip(record.Values).Where(one => one.Second is not null)
            .Select(one => $"{ToolStub.Literal(one.First.Name)}: {Show(one.Second, one.First.Type)}");
        return $"{{{BoundedText.OneLine(string.Join(", ", members), ValueChars)}}}";
    }
}

/// <summary>What the tools of one run have in common.</summary>
internal sealed class RunJournal(ICodeObserver observer, TimeProvider clock)
{
    // A program that loops over a project makes a call for each file.
    private const int MostResults = 20;

    private readonly List<string> _problems = [];
    private readonly List<string> _results = [];
    private int _calls;
    private int _ended;

    public ICodeObserver Observer { get; } = observer;

    public TimeProvider Clock { get; } = clock;

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<string> Results => _ended <= MostResults
        ? _results
        : [.. _results, $"... {_ended - MostResults} more calls"];

    public int NextId() => Interlocked.Increment(ref _calls);

    // Several awaited tools may end at once.
    public void Add(string problem)
    {
        lock (_problems)
        {
            if (!_problems.Contains(problem)) _problems.Add(problem);
        }
    }

    public void AddResult(string line)
    {
        lock (_results)
        {
            if (++_ended <= MostResults) _results.Add(line);
        }
    }
}

/// <summary>A gate that tells an observer what it is asked and what is decided.</summary>
internal sealed class ObservedGate(IPermissionGate gate, ICodeObserver observer) : IPermissionGate
{
    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        await observer.PermissionAskedAsync(request, cancellationToken).ConfigureAwait(false);
        var decision = await gate.AskAsync(request, cancellationToken).ConfigureAwait(false);
        await observer.PermissionDecidedAsync(request.Tool, decision, cancellationToken).ConfigureAwait(false);
        return decision;
    }

    public async ValueTask<PermissionDecision.Denied?> ForbidsAsync(
        PermissionRequest request, CancellationToken cancellationToken)
    {
        var denial = await gate.ForbidsAsync(request, cancellationToken).ConfigureAwait(false);
        if (denial is not null)
            await observer.PermissionDecidedAsync(request.Tool, denial, cancellationToken).ConfigureAwait(false);
        return denial;
    }
}
