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
