using System.Text;
using BackpropAnimator.Files;
using Spectre.Console;

namespace BackpropAnimator.Cli.Output;

/// <summary>A standard stream that may be closed, full or gone. Every call is one piece: threads do not mix their lines.</summary>
/// <param name="to">Null where the process was given none.</param>
internal abstract class StandardWriter(TextWriter? to) : TextWriter
{
    public override Encoding Encoding => to?.Encoding ?? Encoding.UTF8;

    public override void Write(char value) => Send(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Send(new(buffer, index, count));

    public override void Write(string? value) => Send(value ?? "");

    public override void WriteLine() => Send(NewLine);

    public override void WriteLine(string? value) => Send(value + NewLine);

    public override void Flush() => Try(() => to?.Flush());

    /// <summary>Called with what kept a piece from being written, as a clause.</summary>
    protected abstract void Lose(string reason);

    protected virtual string Prepared(string text) => text;

    void Send(string text)
    {
        if (to is null) Lose("it is closed");
        else Try(() => to.Write(Prepared(text)));
    }

    void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Lose(e.Message);
        }
    }
}

/// <summary>Standard output for what a command was asked for: when it cannot be written, the command has failed.</summary>
internal sealed class ResultWriter(TextWriter? to) : StandardWriter(to)
{
    /// <param name="reason">As a clause.</param>
    public static IOException Failure(string reason) => new($"Standard output cannot be written: {reason.TrimEnd('.')}.");

    protected override void Lose(string reason) => throw Failure(reason);
}

/// <summary>A stream for words about what is being done: where they cannot be written they are lost, and nothing else changes.</summary>
/// <param name="isPlain">Whether control characters are written out; a display that moves about a terminal needs them.</param>
internal sealed class MessageWriter(TextWriter? to, bool isPlain) : StandardWriter(to)
{
    protected override void Lose(string reason) { }

    protected override string Prepared(string text) => isPlain ? PlainText.Of(text) : text;
}

/// <summary>A terminal that is written to through one of these.</summary>
/// <param name="terminal">Knows its size.</param>
internal sealed class GuardedTerminal(TextWriter writer, IAnsiConsoleOutput terminal) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;
    public bool IsTerminal => terminal.IsTerminal;
    public int Width => terminal.Width;
    public int Height => terminal.Height;
    public void SetEncoding(Encoding encoding) => terminal.SetEncoding(encoding);
}
