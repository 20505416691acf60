using Spectre.Console;
using Spectre.Console.Rendering;

namespace BackpropAnimator.Cli.Output;

/// <summary>Standard output for tables: as wide as the terminal, and wide enough for any line where it is a file or a pipe.</summary>
internal static class Terminal
{
    const int WidthOfFiles = 240;

    public static void Write(IRenderable what)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthOfFiles;
        console.Write(what);
    }
}
