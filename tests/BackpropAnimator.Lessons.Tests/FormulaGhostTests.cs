using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Formulas give way to each other: wherever one is seen, no other is seen through it.</summary>
public class FormulaGhostTests
{
    // Less is a trace that nobody reads; and outlines may touch.
    const float Seen = 0.15f, Hair = 1.5f;

    const double Step = 0.2;

    public static TheoryData<string> Scenes => SceneFiles.All;

    [Theory]
    [MemberData(nameof(Scenes))]
    public void No_formula_is_seen_through_another(string path)
    {
        var lesson = new Lesson(SceneFiles.Read(path), Lessons.Fonts);
        var every = Math.Max(1, (int)(Step * lesson.Rate.FramesPerSecond));
        for (var n = 0; n < lesson.FrameCount; n += every)
        {
            var formulas = lesson.FrameAt(n).Items.SelectMany(SeenIn).Where(formula => formula.Pieces.Count > 0).ToList();
            for (var i = 0; i < formulas.Count; i++)
                for (var j = i + 1; j < formulas.Count; j++)
                    Assert.False(
                        formulas[i].Pieces.Any(a => formulas[j].Pieces.Any(b => Overlap(a, b))),
                        $"{path}, frame {n}: '{formulas[i].Source}' and '{formulas[j].Source}'");
        }
    }

    static IEnumerable<(string Source, List<SKRect> Pieces)> SeenIn(DrawItem item)
    {
        if (item is FormulaText text)
            yield return (text.Source, PiecesOf(Lessons.Fonts.Lay(text.Source, text.Size).InkAt(text.Origin, text.Style)));
        if (item is not FormulaMorph morph) yield break;
        var change = FormulaTransition.Between(Lessons.Fonts.Lay(morph.From, morph.Size), Lessons.Fonts.Lay(morph.To, morph.Size));
        var (old, written) = change.InkAt(morph.FromOrigin, morph.ToOrigin, morph.Progress, morph.Style);
        yield return (morph.From, PiecesOf(old));
        yield return (morph.To, PiecesOf(written));
    }

    static List<SKRect> PiecesOf(IEnumerable<(SKRect Box, float Opacity)> ink) =>
        [.. ink.Where(piece => piece.Opacity > Seen).Select(piece => piece.Box)];

    static bool Overlap(SKRect a, SKRect b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > Hair && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > Hair;
}
