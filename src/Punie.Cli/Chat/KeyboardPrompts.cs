using Punie.Cli.Chat.Editing;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat;

/// <summary>Prompts that the person edits on a screen.</summary>
/// <param name="terminal">The screen.</param>
/// <param name="keyboard">The keys.</param>
/// <param name="history">Earlier prompts; grows.</param>
/// <param name="completer">Finds words for Tab.</param>
internal sealed class KeyboardPrompts(
    ITerminal terminal, IKeyboard keyboard, PromptHistoryFile history, ChatCompleter completer) : IPrompts
{
    private const string Mark = "> ";
    private const string StartPastes = "\e[?2004h";
    private const string EndPastes = "\e[?2004l";

    private readonly KeyDecoder _decoder = new();
    private readonly Queue<Key> _keys = new();

    /// <inheritdoc/>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var view = new EditorView(terminal, Mark);
        var editor = new LineEditor(history.Prompts, completer.Complete);
        using var taken = keyboard.TakeKeys();
        view.Write(StartPastes);
        try
        {
            completer.Forget();
            return await EditAsync(editor, view, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            view.Write(EndPastes);
        }
    }

    private async Task<string?> EditAsync(LineEditor editor, EditorView view, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_keys.Count == 0) view.Draw(editor.Text, editor.Cursor);
            if (await KeyAsync(cancellationToken).ConfigureAwait(false) is not { } key) return null;
            var before = editor.Text;
            switch (editor.Feed(key))
            {
                case Edited.Submitted submitted:
                    view.Leave(submitted.Text);
                    history.Add(submitted.Text);
                    return submitted.Text;
                case Edited.Left:
                    view.Leave("");
                    return null;
                case Edited.Cleared:
                    view.Leave(before + " ^C");
                    break;
                case Edited.AskedToLeave:
                    view.Leave("");
                    view.Write("(Ctrl-C again or Ctrl-D leaves; the session is kept)\n");
                    break;
                case Edited.ScreenCleared:
                    view.Clear();
                    break;
                case Edited.Choices choices:
                    view.Show(choices.Words, editor.Text);
                    break;
            }
        }
    }

    // Keys behind the end of a prompt belong to the next one. Null at the end of input.
    private async Task<Key?> KeyAsync(CancellationToken cancellationToken)
    {
        while (_keys.Count == 0)
        {
            var bytes = await keyboard.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (bytes.IsEmpty) return null;
            foreach (var key in _decoder.Feed(bytes.Span)) _keys.Enqueue(key);
        }

        return _keys.Dequeue();
    }
}
