using System.Globalization;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Replay;

/// <summary>A run to go on with.</summary>
/// <param name="Saved">The run.</param>
/// <param name="Answer">What the saved call gives; null to make the call.</param>
internal sealed record Resumption(SavedRun Saved, HostAnswer? Answer);

/// <summary>The past of a resumed run: everything up to the call before which it was saved.</summary>
internal sealed partial class Journal
{
    private readonly Resumption? _resumed;
    private readonly SavedReader _past;
    private readonly Dictionary<int, PyHostCall> _open = [];
    private bool _hasGoneOn;

    internal bool IsReplaying => _resumed is not null && !_hasGoneOn;

    /// <summary>
    /// The program is going to wait. A replay never waits, so something must be left that can wake it.
    /// </summary>
    internal void Wait()
    {
        if (_past.IsAtEnd) throw Differs("it waits where the saved run went on");
        var start = _past.Position;
        if (_past.Byte() == (byte)EntryKind.Completion)
        {
            _past.Number();
            if (_past.Int64() <= _turn) throw Differs("it waits for a call that has ended");
        }
        _past.Position = start;
    }

    /// <summary>The program came to its end before the saved call.</summary>
    internal static SavedRunException EndedTooEarly() => Differs("it ends before the call at which the run was saved");

    private bool IsAtSavedCall(PyHostCall call) => _past.IsAtEnd && call.Number == _resumed!.Saved.HostCalls;

    private void Replay(PyHostCall call)
    {
        var facts = call.Facts!;
        Expect(EntryKind.Call, $"it calls {facts.Function}()");
        var function = _past.Text();
        CheckCall(facts, call.Number, function, _past.Fixed());
        if (Next == EntryKind.Answer)
        {
            _past.Byte();
            Deliver(call, _past);
            return;
        }
        _open.Add(call.Number, call);
        _ctx.HostCallsRunning++;
    }

    private void ReplayCompletions()
    {
        while (Next == EntryKind.Completion)
        {
            var start = _past.Position;
            _past.Byte();
            var number = _past.Int32();
            if (_past.Int64() > _turn)
            {
                _past.Position = start;
                return;
            }
            Complete(number, _past);
        }
    }

    private long ReplayReading(EntryKind kind, long last)
    {
        Expect(kind, "it reads the clock");
        var value = unchecked(last + _past.Signed());
        var highest = kind == EntryKind.Date ? DateTime.MaxValue.Ticks : long.MaxValue / 4;
        return value >= 0 && value <= highest ? value : throw _past.Damaged("a reading of the clock is out of range");
    }

    // The saved call is reached: from here on the host is asked again and the clock runs.
    private void GoOn(CallFacts facts)
    {
        var saved = _resumed!.Saved.State;
        CheckCall(facts, saved.HostCalls, saved.Function, saved.Digest);
        if (_ctx.Output.ToString() != saved.Output) throw Differs("it printed something else");
        _ctx.Meter.ContinueAfter(saved.TimeUsed);
        _clock.ContinueFrom(saved.Running);
        _log.Raw(saved.Log.Span);
        _hasGoneOn = true;
        var late = new SavedReader(saved.Late);
        while (!late.IsAtEnd) Postpone(late);
        if (_open.Count > 0) throw late.Damaged("a call that had begun has no answer");
    }

    // The answer came while the run was being saved: the program gets it at its next turn.
    private void Postpone(SavedReader late)
    {
        if (!_open.Remove(late.Int32(), out var call)) throw late.Damaged("an answer belongs to no call");
        var answer = ReadAnswer(late, call);
        _ctx.Loop.Post(_ctx.Loop.BeginCall(), () =>
        {
            _ctx.HostCallsRunning--;
            Settle(call, answer, isLate: true);
        });
    }

    private HostAnswer ReadAnswer(SavedReader answer, PyHostCall call) =>
        answer.Byte() == 0
            ? new HostAnswer.Result(_values.Read(answer, call.Facts!.Opaque))
            : new HostAnswer.Failure(new HostException(answer.Text(), answer.Text()));

    private void Complete(int number, SavedReader answer)
    {
        if (!_open.Remove(number, out var call)) throw answer.Damaged("an answer belongs to no call");
        _ctx.HostCallsRunning--;
        Deliver(call, answer);
    }

    private EntryKind? Next
    {
        get
        {
            if (_past.IsAtEnd) return null;
            var kind = (EntryKind)_past.Byte();
            _past.Position--;
            return kind;
        }
    }

    private void Expect(EntryKind kind, string what)
    {
        if (Next != kind) throw Differs($"{what} where the saved run did something else");
        _past.Byte();
    }

    private static void CheckCall(CallFacts now, int number, string function, long digest)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"host call {number + 1}");
        if (now.Function != function) throw Differs($"{place} is {now.Function}() and was {function}()");
        if (now.Digest != digest) throw Differs($"{place}, {function}(), has other arguments");
    }

    private static SavedRunException Differs(string how) =>
        new($"The replay does not do what the saved run did: {how}. Resume it with the host functions and the library version that it was saved with.");
}
