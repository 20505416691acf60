using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>That the images of a scene, which reading has found to begin like PNG or JPEG files, are whole.</summary>
internal static class PictureChecks
{
    public static IEnumerable<Diagnostic> Run(Scene scene) =>
        from classify in scene.Phases.OfType<ClassifyPhase>()
        where !classify.ImageBytes.IsEmpty && Raster.Decode(classify.ImageBytes.AsSpan(), Picture.LongestSide) is null
        select new Diagnostic(classify.PositionOf(nameof(classify.Image)), Severity.Error, $"image: '{classify.Image}' is damaged, or of a kind that is not read", "save it anew as PNG");
}
