using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the captions of a scene have room in its picture.</summary>
internal static class CaptionChecks
{
    public static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts)
    {
        var area = StageLayout.For(scene).Caption;
        foreach (var phase in scene.Parts)
        {
            if (string.IsNullOrWhiteSpace(phase.Caption) || CaptionLines.Of(phase.Caption, area, fonts).Fits) continue;
            var fit = CaptionLines.LengthThatFits(phase.Caption, area, fonts);
            yield return new(
                phase.PositionOf(nameof(PhaseOptions.Caption)), Severity.Error,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"caption: {phase.Caption.Length} characters have no room below a picture of {scene.Video.Size}; {fit} of these fit"),
                "shorten it, or say the rest in another phase");
        }
    }
}
