using System.Globalization;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Files;
using BackpropAnimator.Video;
using Spectre.Console;
using IRenderable = Spectre.Console.Rendering.IRenderable;

namespace BackpropAnimator.Cli;

/// <summary>What a command finds around it: its standard streams, and the folders of FFmpeg and of the cache.</summary>
internal sealed record CommandEnvironment
{
    // Wide enough for any line of a table.
    const int WidthOfFiles = 240;

    /// <summary>That of this process.</summary>
    public static CommandEnvironment OfProcess()
    {
        var (hasInput, hasOut) = (StandardStream.IsGiven(StandardStream.Input), StandardStream.IsGiven(StandardStream.Output));
        var (output, error) = (hasOut ? Console.Out : null, StandardStream.IsGiven(StandardStream.Error) ? Console.Error : null);
        return new()
        {
            Out = new ResultWriter(output),
            Messages = new MessageWriter(output, isPlain: false),
            Error = new MessageWriter(error, isPlain: true),
            OutTerminal = new GuardedTerminal(new ResultWriter(output), new AnsiConsoleOutput(Console.Out)),
            ErrorTerminal = new GuardedTerminal(new MessageWriter(error, isPlain: false), new AnsiConsoleOutput(Console.Error)),
            OpenIn = () => hasInput ? Console.OpenStandardInput() : Stream.Null,
            OpenOut = () => hasOut ? Console.OpenStandardOutput() : throw new IOException("it is closed"),
            IsOutTerminal = hasOut && !Console.IsOutputRedirected,
            IsErrorTerminal = error is not null && !Console.IsErrorRedirected,
            Columns = ColumnsWanted(),
        };
    }

    /// <summary>Standard output, for the text that a command was asked for; several threads may write to it.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Standard output, for words about what has been done; they are lost where they cannot be written.</summary>
    public required TextWriter Messages { get; init; }

    /// <summary>Standard error; several threads may write to it, and it never fails.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard output for bytes; the caller closes what it is given.</summary>
    public required Func<Stream> OpenOut { get; init; }

    /// <summary>Opens standard input; the caller closes what it is given.</summary>
    public required Func<Stream> OpenIn { get; init; }

    /// <summary>Whether a person reads <see cref="Out"/>, and no file or pipe.</summary>
    public required bool IsOutTerminal { get; init; }

    /// <summary>The same for <see cref="Error"/>.</summary>
    public required bool IsErrorTerminal { get; init; }

    /// <summary>
    /// How many columns texts and tables may take; null for as many as the terminal has, and as many as they need elsewhere.
    /// </summary>
    public int? Columns { get; init; }

    /// <summary>Standard output as what tables are drawn on.</summary>
    public IAnsiConsoleOutput OutTerminal { get => field ?? new AnsiConsoleOutput(Out); init; }

    /// <summary>Standard error as what bars are drawn on.</summary>
    public IAnsiConsoleOutput ErrorTerminal { get => field ?? new AnsiConsoleOutput(Error); init; }

    /// <summary>Where rendered chunks are kept when the command line names no folder.</summary>
    public string CacheFolder { get; init; } = RenderOptions.UsersCacheFolder;

    /// <summary>The folder of the <c>ffmpeg</c> that renders; empty for the search path.</summary>
    public string FFmpegFolder { get; init; } = "";

    /// <summary>Writes a table or a text that was asked for to standard output, within its columns.</summary>
    public void Write(IRenderable table) => Write(_ => table);

    /// <summary>The same for what has a form of its own for few columns.</summary>
    /// <param name="fitting">The form for a number of columns.</param>
    public void Write(Func<int, IRenderable> fitting)
    {
        // A reader of a file or a pipe is no terminal, whatever the environment variables say of one.
        var console = AnsiConsole.Create(new() { Out = OutTerminal, Ansi = IsOutTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        if (Columns is { } columns) console.Profile.Width = columns;
        else if (!IsOutTerminal) console.Profile.Width = WidthOfFiles;
        console.Write(fitting(console.Profile.Width));
    }

    /// <summary>Writes a table about what has been done, which is lost where it cannot be written.</summary>
    public void Mention(IRenderable table)
    {
        try
        {
            Write(table);
        }
        catch (IOException)
        {
            // As words are.
        }
    }

    /// <summary>Writes a text where the command line says.</summary>
    /// <param name="path">The file, which appears finished or not at all; null for standard output.</param>
    /// <param name="write">Writes the whole text.</param>
    /// <exception cref="RenderException">The file cannot be written.</exception>
    /// <exception cref="IOException">Standard output cannot be written.</exception>
    public void Write(string? path, Action<Stream> write)
    {
        if (path is not null)
        {
            OutputFile.Write(path, write);
            return;
        }
        try
        {
            using var output = OpenOut();
            write(output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ResultWriter.Failure(e.Message);
        }
    }

    /// <summary>Standard error as a terminal, for progress bars.</summary>
    public IAnsiConsole ErrorConsole() => AnsiConsole.Create(new() { Out = ErrorTerminal });

    static int? ColumnsWanted() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
        && wanted > 0 ? wanted : null;
}
