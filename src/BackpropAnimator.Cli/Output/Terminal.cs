using Spectre.Console;
using Spectre.Console.Rendering;

namespace BackpropAnimator.Cli.Output;

/// <summary>Standard output for tables: as wide as the terminal, and wide enough for any line where it is a file or a pipe.</summary>
internal static class Terminal
{
    const int WidthOfFiles = 240;

    public static void Write(IRenderable what)
    {
        // A reader of a file or a pipe is no terminal, whatever the environment says of one.
        var ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out), Ansi = ansi });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        console.Write(what);
    }
}
