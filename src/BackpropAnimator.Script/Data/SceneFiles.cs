using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.WeightFiles;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>
/// Takes in the files that phases name, within bounds: from the scene's folder, of the kind and size that they should have.
/// </summary>
public sealed class SceneFiles
{
    readonly string file;
    readonly bool allowOutside;
    readonly DiagnosticBag problems;

    /// <param name="file">The scene's own file.</param>
    /// <param name="allowOutside">Whether files outside the scene's folder may be read.</param>
    /// <param name="problems">Takes the diagnostics.</param>
    internal SceneFiles(string file, bool allowOutside, DiagnosticBag problems) =>
        (this.file, this.allowOutside, this.problems) = (file, allowOutside, problems);

    /// <summary>What the names of the files with numbers that a scene may name end in, with the dot.</summary>
    public static ImmutableArray<string> DataExtensions { get; } = [".csv", .. WeightsFormat.All.Select(format => format.Extension)];

    const int MaxImageBytes = 8 << 20;

    /// <summary>The longest side of an image in pixels; decoded, such a square takes 64 MB, and only while it is scaled down.</summary>
    const int MaxSide = 4096;

    /// <summary>The bytes of a PNG or JPEG file, by its first bytes; empty where there is none such, which is then reported.</summary>
    /// <param name="image">Its name as the scene has it, seen from the scene's folder.</param>
    /// <param name="at">Where the scene has it.</param>
    public ImmutableArray<byte> ReadImage(string image, SourcePosition at)
    {
        if (Read(image, MaxImageBytes, "image", at) is not { } bytes) return [];
        if (ProblemWith(bytes.Span) is not var (problem, hint)) return [.. bytes.Span];
        problems.Error(at, $"image: {Quote.InWords(image)} {problem}", hint, same: (image, problem));
        return [];
    }

    /// <summary>The network with what is in the file of weights that it names.</summary>
    internal T WithWeights<T>(T network) where T : NetworkScript => (T)new WeightsSource(this, problems).Fill(network);

    /// <summary>The bytes of a file; null where it cannot be had, which is then reported.</summary>
    /// <param name="name">Its name as the scene has it, seen from the scene's folder.</param>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <param name="key">The key that names it.</param>
    /// <param name="at">Where the scene has it.</param>
    internal ReadOnlyMemory<byte>? Read(string name, int maxBytes, string key, SourcePosition at)
    {
        var path = ScenePath.Beside(file, name);
        try
        {
            if (allowOutside || ScenePath.IsInside(file, path)) return BoundedFile.ReadBytes(path, maxBytes);
            problems.Error(
                at, $"{key}: {Quote.InWords(name)} is outside the scene's folder",
                "put the file beside the scene, or allow reading outside", same: (path, "outside"));
        }
        catch (Exception e) when (BoundedFile.InWords(e, maxBytes) is { } words)
        {
            problems.Error(at, $"{key}: {Quote.InWords(name)}: {words}", same: (path, words));
        }
        return null;
    }

    static (string, string?)? ProblemWith(ReadOnlySpan<byte> bytes)
    {
        if (ImageHeader.SizeOf(bytes) is not var (width, height)) return ("is neither a PNG nor a JPEG file", null);
        return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide
            ? null
            : (
                $"has {width} × {height} pixels, and {MaxSide} is the most on a side",
                "scale it down: a picture is shown at some 500 pixels");
    }
}
