using System.Collections.Immutable;
using System.CommandLine;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop specimen</c>: every construct that formulas know, at three sizes, for a close look.</summary>
internal static class SpecimenCommand
{
    const float Margin = 48, Width = 3840, Gap = 48;
    static readonly float[] sizes = [24, 48, 96];

    public static Command Create()
    {
        Option<string> output = new("--output", "-o") { Description = "The PNG to write.", HelpName = "FILE", Required = true };
        var command = new DocumentedCommand(
            "specimen", "Draw a sheet of formulas: every construct at 24, 48 and 96 pixels.",
            "backprop specimen -o specimen.png") { output };
        command.SetAction(parsed =>
        {
            using var fonts = FontShelf.Open();
            var (items, height) = Set(fonts);
            var size = new SKSizeI((int)Width, (int)MathF.Ceiling(height / 2) * 2);
            var sheet = new Frame(new(size.Width, size.Height), Backdrop.Of(Palette.Dark), items);
            PngExport.WriteStill(new(1, new FrameRate(1), _ => sheet), 0, size, fonts, parsed.GetRequiredValue(output));
            return ExitCode.Success;
        });
        return command;
    }

    // Formulas flow from left to right and down, like words.
    static (ImmutableArray<DrawItem> Items, float Height) Set(FontShelf fonts)
    {
        var items = ImmutableArray.CreateBuilder<DrawItem>();
        var style = new FormulaStyle(Palette.Dark.Text);
        var y = Margin;
        foreach (var size in sizes)
        {
            List<(string Source, FormulaLayout Laid)> row = [];
            foreach (var source in FormulaSpecimen.Lines)
            {
                var laid = fonts.Lay(source, size);
                if (row.Count > 0 && row.Sum(f => f.Laid.Width + Gap) + laid.Width > Width - 2 * Margin) Place();
                row.Add((source, laid));
            }
            Place();
            y += Gap;

            void Place()
            {
                var (x, baseline) = (Margin, y + row.Max(f => f.Laid.Height));
                foreach (var (source, laid) in row)
                {
                    items.Add(new FormulaText(source, new(x, baseline), size, style));
                    x += laid.Width + Gap;
                }
                y = baseline + row.Max(f => f.Laid.Depth) + size * 0.7f;
                row.Clear();
            }
        }
        return (items.ToImmutable(), y + Margin);
    }
}
