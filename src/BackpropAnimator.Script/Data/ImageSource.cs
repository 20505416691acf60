using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>Takes in the image files that phases name, within bounds: PNG or JPEG, from the scene's folder, of a size that a picture needs.</summary>
/// <param name="file">The scene's own file.</param>
/// <param name="allowOutside">Whether files outside the scene's folder may be read.</param>
/// <param name="problems">Takes the diagnostics.</param>
internal sealed class ImageSource(string file, bool allowOutside, DiagnosticBag problems)
{
    const int MaxBytes = 8 << 20;

    /// <summary>The longest side in pixels; decoded, such a square takes 64 MB, and only while it is scaled down.</summary>
    const int MaxSide = 4096;

    /// <summary>The scene with the bytes of its images.</summary>
    public Scene Fill(Scene scene) => scene.Phases.IsDefault ? scene : scene with
    {
        Phases = [.. scene.Phases.Select(phase => phase is ClassifyPhase { Image: { } image } classify
            ? classify with { ImageBytes = Read(image, classify.PositionOf(nameof(classify.Image))) }
            : phase)],
    };

    ImmutableArray<byte> Read(string image, SourcePosition at)
    {
        var path = ScenePath.Beside(file, image);
        try
        {
            if (!allowOutside && !ScenePath.IsInside(file, path))
            {
                problems.Error(at, $"image: {Quote.InWords(image)} is outside the scene's folder", "put the file beside the scene, or allow reading outside");
                return [];
            }
            var bytes = BoundedFile.ReadBytes(path, MaxBytes);
            if (ProblemWith(bytes) is not var (problem, hint)) return [.. bytes];
            problems.Error(at, $"image: {Quote.InWords(image)} {problem}", hint);
        }
        catch (Exception e) when (BoundedFile.InWords(e, MaxBytes) is { } words)
        {
            problems.Error(at, $"image: {Quote.InWords(image)}: {words}");
        }
        return [];
    }

    static (string, string?)? ProblemWith(ReadOnlySpan<byte> bytes)
    {
        if (ImageHeader.SizeOf(bytes) is not var (width, height)) return ("is neither a PNG nor a JPEG file", null);
        return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide
            ? null
            : ($"has {width} × {height} pixels, and {MaxSide} is the most on a side", "scale it down: a picture is shown at some 500 pixels");
    }
}
