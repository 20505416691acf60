using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Draws a formula's ink. Owners that look alike are drawn together, as one text blob; the blobs of a grouping are kept, as one style
/// follows the other frame by frame with the same grouping.
/// </summary>
internal sealed class FormulaPainter(FormulaInk ink, Func<Face, FontFile> files)
{
    // A lesson colours a formula in a few ways one after another; each is some ten blobs.
    const int GroupingsRemembered = 16;

    readonly BoundedCache<string, ImmutableArray<LookGroup>> _groupings = new(GroupingsRemembered);
    readonly Func<string, ImmutableArray<LookGroup>> _makeGroups = LookGroup.All(ink, files);

    /// <summary>Draws with the left end of the baseline at the canvas's origin.</summary>
    public void Draw(SKCanvas canvas, FormulaStyle style, OwnerEffect[]? effects = null, bool asOutlines = false)
    {
        var looks = OwnerLooks.Resolve(ink, style, effects);
        PartDecorations.DrawBehind(canvas, ink, style, looks);
        var (key, groupLooks) = Group(looks);
        var groups = _groupings.GetOrAdd(key, _makeGroups);
        for (var i = 0; i < groups.Length; i++) groups[i].Draw(canvas, groupLooks[i], asOutlines);
        PartDecorations.DrawOver(canvas, ink, style, looks);
    }

    /// <summary>The box around everything that is drawn; empty where nothing shows.</summary>
    public SKRect Bounds(FormulaStyle style, OwnerEffect[]? effects = null)
    {
        var looks = OwnerLooks.Resolve(ink, style, effects);
        var bounds = SKRect.Empty;
        for (var i = 0; i < looks.Length; i++)
            if (looks[i].IsVisible) bounds = Ink.Union(bounds, looks[i].Placement.Apply(ink.Owners[i].Own));
        return Ink.Union(bounds, PartDecorations.Bounds(ink, style, looks));
    }

    /// <summary>Draws the strokes across the owners that show, as far as they have been drawn.</summary>
    /// <param name="reached">0: not yet begun; 1: whole.</param>
    public void DrawStrokes(SKCanvas canvas, FormulaStyle style, OwnerEffect[] effects, float reached)
    {
        var looks = OwnerLooks.Resolve(ink, style, effects);
        foreach (var stroke in ink.Strokes)
        {
            if (!looks[stroke.Owner].IsVisible || reached <= 0) continue;
            var way = stroke.To - stroke.From;
            using var line = InkPath.OfLine(
                stroke.From, stroke.From + new SKPoint(way.X * reached, way.Y * reached), stroke.Thickness);
            canvas.DrawPath(line, FillPaint.Of(looks[stroke.Owner].Color));
        }
    }

    /// <summary>The boxes around the glyphs and rules that show, with how visible each is, 0 to 1.</summary>
    public ImmutableArray<(SKRect Box, float Opacity)> VisibleInk(FormulaStyle style, OwnerEffect[]? effects = null)
    {
        var looks = OwnerLooks.Resolve(ink, style, effects);
        return
        [
            .. from piece in ink.Glyphs.Select(it => (it.Bounds, it.Owner)).Concat(ink.Rules.Select(it => (Bounds: it.Rect, it.Owner)))
               let look = looks[piece.Owner]
               where look.IsVisible
               select (look.Placement.Apply(piece.Bounds), look.Color.Alpha / 255f),
        ];
    }

    /// <summary>Numbers the different visible looks. The key has one character for each owner: its group's number, or a blank.</summary>
    static (string Key, List<OwnerLook> Looks) Group(OwnerLook[] looks)
    {
        const char First = '0', Hidden = ' ';
        var distinct = new List<OwnerLook>();
        var key = string.Create(looks.Length, (looks, distinct), static (letters, state) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                var look = state.looks[i];
                if (!look.IsVisible)
                {
                    letters[i] = Hidden;
                    continue;
                }
                var group = state.distinct.IndexOf(look);
                if (group < 0)
                {
                    group = state.distinct.Count;
                    state.distinct.Add(look);
                }
                letters[i] = (char)(First + group);
            }
        });
        return (key, distinct);
    }
}
