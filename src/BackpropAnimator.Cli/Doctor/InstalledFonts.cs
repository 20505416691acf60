using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace BackpropAnimator.Cli.Doctor;

/// <summary>The font files that a machine has, and the characters in them, as fontconfig's <c>fc-list</c> tells.</summary>
internal sealed class InstalledFonts
{
    // It answers at once, but for the first time after an installation.
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    static readonly string[] kinds = [".ttf", ".otf", ".ttc"];

    readonly List<(string Name, List<(int First, int Last)> Ranges)> fonts = [];

    InstalledFonts()
    {
    }

    /// <summary>Null where fontconfig is not there, or does not answer.</summary>
    public static async Task<InstalledFonts?> AskAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("fc-list", ["--format", "%{file}\t%{index}\t%{charset}\n"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timed.CancelAfter(patience);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                process.ErrorDataReceived += (_, _) => { };
                process.BeginErrorReadLine();
                var told = await process.StandardOutput.ReadToEndAsync(timed.Token);
                await process.WaitForExitAsync(timed.Token);
                return process.ExitCode == 0 ? Of(told) : null;
            }
            finally
            {
                if (!process.HasExited) process.Kill();
            }
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>What <c>fc-list</c> has told: a line for each font, with its file, its number in it and its characters.</summary>
    public static InstalledFonts Of(string told)
    {
        var installed = new InstalledFonts();
        foreach (var line in told.Split('\n'))
        {
            if (line.Split('\t') is not [var file, var number, var characters]) continue;
            if (!kinds.Contains(Path.GetExtension(file).ToLowerInvariant())) continue;
            // The upper half of the number names an instance of a variable font.
            var index = int.TryParse(number, CultureInfo.InvariantCulture, out var all) ? all & 0xFFFF : 0;
            var name = file.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase) ? FormattableString.Invariant($"{file}#{index}") : file;
            installed.fonts.Add((name, [.. characters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RangeOf)]));
        }
        return installed;
    }

    /// <summary>The files that have a character, by name, each as a scene would name it: <c>cjk.ttc#2</c>.</summary>
    public IReadOnlyList<string> With(Rune character) =>
    [
        .. fonts.Where(font => font.Ranges.Exists(range => range.First <= character.Value && character.Value <= range.Last))
            .Select(font => font.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    // "20-7e", or "a0" alone.
    static (int First, int Last) RangeOf(string text)
    {
        var ends = text.Split('-');
        return (Number(ends[0]), Number(ends[^1]));

        static int Number(string hex) =>
            int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) ? value : -1;
    }
}
