using System.CommandLine;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The option that names a file for single frames, and by its end their format.</summary>
internal static class StillOutput
{
    /// <param name="description">What it is, as the beginning of a sentence.</param>
    /// <param name="formats">Those that it may be.</param>
    public static Option<string> Create(string description, IEnumerable<StillFormat> formats)
    {
        string[] extensions = [.. formats.Select(format => format.Extension)];
        Option<string> output = new("--output", "-o")
        {
            Description = $"{description}: {Enumeration.Of(extensions)}.", HelpName = "FILE", Required = true,
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens is not [var file] || (StillFormat.OfFile(file.Value) is { } format && formats.Contains(format))) return;
            var name = Path.GetFileName(file.Value);
            result.AddError($"the name '{name}' does not tell the format; let it end in {Enumeration.Of(extensions)}");
        });
        return output;
    }
}
