using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// One formula turning into another: what has the same part name in both glides and scales to its new place (a symbol fading into the
/// number that is put in for it), unnamed signs that stay between the same parts go with them, and everything else fades, the old before
/// the new. A pure function of the progress.
/// </summary>
public sealed class FormulaTransition
{
    readonly FormulaLayout _from;
    readonly FormulaLayout _to;
    readonly ImmutableArray<PartMove> _moves;

    FormulaTransition(FormulaLayout from, FormulaLayout to)
    {
        (_from, _to) = (from, to);
        _moves = PartMatching.Between(from.Ink, to.Ink);
    }

    public static FormulaTransition Between(FormulaLayout from, FormulaLayout to) => new(from, to);

    /// <param name="fromBaseline">Where the first formula's baseline starts.</param>
    /// <param name="toBaseline">Where the second one's does.</param>
    /// <param name="progress">0 shows the first formula, 1 the second; eased by the caller.</param>
    /// <param name="style">Holds for both.</param>
    /// <param name="asOutlines">Whether nothing of it is drawn as text.</param>
    public void Draw(
        SKCanvas canvas, SKPoint fromBaseline, SKPoint toBaseline, float progress, FormulaStyle style, bool asOutlines = false)
    {
        if (progress <= 0) _from.Draw(canvas, fromBaseline, style, asOutlines);
        else if (progress >= 1) _to.Draw(canvas, toBaseline, style, asOutlines);
        else
        {
            var way = toBaseline - fromBaseline;
            _from.Draw(canvas, fromBaseline, style, Leaving(way, progress), asOutlines);
            _to.Draw(canvas, toBaseline, style, Arriving(way, progress), asOutlines);
        }
    }

    /// <summary>The box around everything that <see cref="Draw"/> draws.</summary>
    public SKRect BoundsAt(SKPoint fromBaseline, SKPoint toBaseline, float progress, FormulaStyle style)
    {
        if (progress <= 0) return _from.BoundsAt(fromBaseline, style);
        if (progress >= 1) return _to.BoundsAt(toBaseline, style);
        var way = toBaseline - fromBaseline;
        return Ink.Union(
            _from.BoundsAt(fromBaseline, style, Leaving(way, progress)), _to.BoundsAt(toBaseline, style, Arriving(way, progress)));
    }

    /// <summary>What happens to the first formula, seen from its baseline's start.</summary>
    /// <param name="way">From the first formula's baseline start to the second one's.</param>
    OwnerEffect[] Leaving(SKPoint way, float progress)
    {
        var effects = new OwnerEffect[_from.Ink.Owners.Length];
        Array.Fill(effects, new(Placement.Identity, 1 - Ramp(progress, 0, 0.5f)));
        foreach (var move in _moves)
        {
            var placement = move.Leaving(progress, way);
            // The same glyphs travel as they are; others melt into their successors on the way.
            var opacity = move.IsSame ? 1 : 1 - Ramp(progress, 0.25f, 0.65f);
            foreach (var owner in move.FromOwners) effects[owner] = new(placement, opacity);
        }
        return effects;
    }

    /// <summary>What happens to the second formula, seen from its baseline's start.</summary>
    OwnerEffect[] Arriving(SKPoint way, float progress)
    {
        var effects = new OwnerEffect[_to.Ink.Owners.Length];
        Array.Fill(effects, new(Placement.Identity, Ramp(progress, 0.5f, 1)));
        foreach (var move in _moves)
        {
            var placement = move.Arriving(progress, way);
            var opacity = move.IsSame ? 0 : Ramp(progress, 0.35f, 0.75f);
            foreach (var owner in move.ToOwners) effects[owner] = new(placement, opacity);
        }
        return effects;
    }

    static float Ramp(float progress, float start, float end) => Math.Clamp((progress - start) / (end - start), 0, 1);
}
