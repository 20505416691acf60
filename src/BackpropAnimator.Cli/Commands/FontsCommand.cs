using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Typesetting;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop fonts</c>: the fonts that lessons are set in.</summary>
internal static class FontsCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var command = new DocumentedCommand(
            "fonts", "List the fonts that lessons are set in; they come with the program, the system's are never used.", "backprop fonts");
        command.SetAction(_ =>
        {
            using var fonts = FontShelf.Open();
            var table = new Table().Border(TableBorder.Simple).AddColumn("face").AddColumn("family")
                .AddColumn(new TableColumn("glyphs").RightAligned()).AddColumn("used for");
            foreach (var face in FontShelf.Faces)
            {
                var typeface = fonts.Typeface(face);
                table.AddRow(
                    face.ToString(), Markup.Escape(typeface.FamilyName), $"{typeface.GlyphCount}",
                    face == Face.Math ? "formulas" : "words and numbers");
            }
            environment.Write(table);
            environment.Out.WriteLine($"In {Path.Combine(AppContext.BaseDirectory, "fonts")}, with their licences.");
            return ExitCode.Success;
        });
        return command;
    }
}
