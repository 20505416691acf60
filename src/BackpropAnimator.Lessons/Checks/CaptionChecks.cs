using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the captions of a scene have room in its picture.</summary>
internal static class CaptionChecks
{
    static Diagnostic? ProblemOf((string Text, SourcePosition At) caption, SKRect area, Scene scene, FontShelf fonts)
    {
        var text = RichText.Parse(caption.Text);
        // What is wrong with a formula in it is told elsewhere.
        if (text.Formulas.Any(formula => !fonts.Check(formula.Formula!).IsEmpty) || CaptionLines.Of(text, area, fonts).Fits) return null;
        var fit = CaptionLines.LengthThatFits(caption.Text, area, fonts);
        return new(
            caption.At, Severity.Error,
            string.Create(
                CultureInfo.InvariantCulture,
                $"caption: {caption.Text.Length} characters have no room below a picture of {scene.Video.Size}; {fit} of these fit"),
            "shorten it, or say the rest in another phase");
    }

    public static IEnumerable<Diagnostic> ProblemsIn(Scene scene, FontShelf fonts)
    {
        var area = StageLayout.For(scene).Caption;
        foreach (var phase in scene.Parts)
        {
            foreach (var caption in phase.CaptionTexts)
                if (ProblemOf(caption, area, scene, fonts) is { } problem) yield return problem;
        }
    }
}
