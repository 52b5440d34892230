using Punie.Agent.Loop;

namespace Punie.Cli.Rendering;

/// <summary>Shows a turn to a person as it happens.</summary>
/// <param name="page">Where results go.</param>
/// <param name="progress">Says what takes long.</param>
/// <param name="isSingleStep">True when what the program prints is the answer.</param>
internal sealed class TurnPrinter(Page page, ProgressLine progress, bool isSingleStep)
{
    private const int AsideLines = 12;

    private readonly Dictionary<int, string> _calls = [];
    private readonly OfferView _offers = new(page);
    private string _printed = "";
    private string _doing = "running the program";
    private string _running = "";

    /// <summary>Shows one event.</summary>
    public void Show(TurnEvent happened)
    {
        if (happened is TurnEvent.ToolProgressed progressed)
        {
            progress.Say(ProgressWords.Of(_calls.GetValueOrDefault(progressed.Id, progressed.Tool), progressed.Words));
            return;
        }

        progress.End();
        switch (happened)
        {
            case TurnEvent.ProgramProposed proposed:
                page.Program(proposed.Source);
                progress.Begin(_doing = "running the program");
                break;
            case TurnEvent.CallsProposed:
                progress.Begin(_doing = "running the tools");
                break;
            case TurnEvent.ProgramRejected rejected:
                page.Warning("The program was not run:");
                foreach (var problem in rejected.Problems) page.Warning($"  {problem}");
                break;
            case TurnEvent.ToolStarted started:
                _calls[started.Id] = _running = started.Call;
                progress.Begin(started.Call);
                break;
            case TurnEvent.PermissionAllowed:
                // The call that asked goes on.
                progress.Begin(_running);
                break;
            case TurnEvent.ToolFinished finished:
                page.ToolCall(_calls.GetValueOrDefault(finished.Id, finished.Tool), finished.Duration,
                    finished.Problem == null);
                if (finished.Problem != null) page.Note($"  {finished.Problem}");
                progress.Begin(_doing);
                break;
            case TurnEvent.EditOffered offered:
                _offers.Offer(offered.Edit);
                progress.Begin(_doing);
                break;
            case TurnEvent.EditSettled settled:
                _offers.Settle(settled.Edit, settled.Outcome);
                break;
            case TurnEvent.PermissionDenied denied:
                page.Note($"not done: {denied.Tool}: {denied.Reason}");
                break;
            case TurnEvent.ProgramOutput output:
                ShowOutput(output.Text);
                break;
            default:
                ShowEnd(happened);
                break;
        }
    }

    /// <summary>Shows that the model is being asked.</summary>
    public void Asking(string model) => progress.Begin($"asking {model}");

    private void ShowOutput(string text)
    {
        if (!isSingleStep) _printed += text;
        else if (_offers.Holds) _offers.Hold(text);
        else page.Text(text);
    }

    private void ShowEnd(TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.ProgramRaised raised:
                _offers.GiveUp();
                ShowAside();
                page.Warning(raised.Error.ToText());
                break;
            case TurnEvent.ProgramStopped stopped:
                _offers.GiveUp();
                ShowAside();
                page.Warning(stopped.Message);
                break;
            case TurnEvent.ModelReplied:
                ShowAside();
                break;
            case TurnEvent.Answer { IsProgramOutput: false, Text: var text }:
                ShowAside();
                page.Text(text.TrimEnd('\n') + "\n");
                break;
            case TurnEvent.Answer:
                _offers.Answer();
                break;
            case TurnEvent.Ended:
                _offers.GiveUp();
                ShowAside();
                page.StartLine();
                break;
        }
    }

    private void ShowAside()
    {
        if (_printed.Length > 0) page.Aside(_printed, AsideLines);
        _printed = "";
    }
}
