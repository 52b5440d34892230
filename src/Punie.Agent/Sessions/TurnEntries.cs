using Punie.Agent.CodeMode;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>Turns a turn's events into a session's entries. The messages come from the conversation itself.</summary>
internal sealed class TurnEntries(SessionLimits limits)
{
    private readonly Dictionary<int, string> _calls = [];

    /// <summary>The entry for an event; null for what the messages or a later event tell.</summary>
    public SessionEntry? From(TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.ToolStarted started:
                _calls[started.Id] = started.Call;
                return null;
            case TurnEvent.ToolFinished finished:
                var call = _calls.GetValueOrDefault(finished.Id, finished.Tool);
                return new SessionEntry.Called(finished.Tool, call, Math.Round(finished.Duration.TotalMilliseconds, 1),
                    finished.Problem);
            case TurnEvent.ProgramProposed proposed:
                return new SessionEntry.Program(proposed.Source);
            case TurnEvent.ProgramRejected rejected:
                return new SessionEntry.Failed(
                    BoundedText.HeadAndTail(string.Join('\n', rejected.Problems), limits.AnswerChars));
            case TurnEvent.ProgramRaised raised:
                return new SessionEntry.Failed(BoundedText.OneLine(raised.Error.LastLine, limits.AnswerChars));
            case TurnEvent.ProgramStopped stopped:
                return new SessionEntry.Failed(stopped.Message);
            case TurnEvent.PermissionAsked { Request: var request }:
                return new SessionEntry.Effect(request.Tool, request.Summary);
            case TurnEvent.PermissionDenied denied:
                return new SessionEntry.Denied(denied.Tool, denied.Reason) { By = denied.By.ToString() };
            case TurnEvent.PermissionAllowed allowed:
                return new SessionEntry.Allowed(allowed.Tool, allowed.By.ToString());
            case TurnEvent.ProgramDecided decided:
                return new SessionEntry.Decided(decided.Said.Name, decided.Said.Words, decided.By.ToString());
            case TurnEvent.EditSettled settled:
                return Settled(settled);
            case TurnEvent.Answer answer:
                return new SessionEntry.Answer(BoundedText.HeadAndTail(answer.Text, limits.AnswerChars),
                    answer.IsProgramOutput);
            case TurnEvent.Ended ended:
                return new SessionEntry.Ended(ended.End, ended.Message);
            default:
                return null;
        }
    }

    private static SessionEntry? Settled(TurnEvent.EditSettled settled)
    {
        var paths = string.Join(", ", settled.Edit.Paths);
        return settled.Outcome switch
        {
            EditOutcome.Written => new SessionEntry.Effect(settled.Edit.Tool.Name, $"Write {paths}"),
            EditOutcome.Refused refused => new SessionEntry.Note($"{paths} was not written: {refused.Reason}"),
            EditOutcome.Failed failed => new SessionEntry.Note($"{paths} was not written: {failed.Reason}"),
            _ => null,
        };
    }
}
