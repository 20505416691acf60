using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// One formula turning into another, never two at the same place: what only the old one has lifts away, then what both have in common
/// glides and scales to its new place, then the rest of the new one is written from left to right, and strokes across what stayed are
/// drawn. A symbol and the number that is put in for it are two things, one after the other. A pure function of the progress.
/// </summary>
public sealed class FormulaTransition
{
    // Shares of the progress. What lifts away is all but gone before anything moves, and what moves is all but there before any writing.
    const float LiftEnd = 0.38f, GlideStart = 0.3f, GlideEnd = 0.7f, WritingAfterGlide = 0.64f, WritingAfterLift = 0.34f;

    // What a piece takes to be written; the last one ends with the change.
    const float PieceTime = 0.2f;

    // How far it rises as it fades, in ems.
    const float Lift = 0.3f;

    readonly FormulaLayout _from;
    readonly FormulaLayout _to;
    readonly ImmutableArray<PartMove> _moves;

    FormulaTransition(FormulaLayout from, FormulaLayout to)
    {
        (_from, _to) = (from, to);
        _moves = [.. PartMatching.Between(from.Ink, to.Ink).Where(move => move.IsSame)];
    }

    // Where nothing stays there is nothing to wait for.
    float WritingStart => _moves.IsEmpty ? WritingAfterLift : WritingAfterGlide;

    public static FormulaTransition Between(FormulaLayout from, FormulaLayout to) => new(from, to);

    /// <param name="fromBaseline">Where the first formula's baseline starts.</param>
    /// <param name="toBaseline">Where the second one's does.</param>
    /// <param name="progress">0 shows the first formula, 1 the second; even in time, as every stage eases itself.</param>
    /// <param name="style">Holds for both.</param>
    /// <param name="asOutlines">Whether nothing of it is drawn as text.</param>
    public void Draw(
        SKCanvas canvas, SKPoint fromBaseline, SKPoint toBaseline, float progress, FormulaStyle style, bool asOutlines = false)
    {
        if (progress <= 0) _from.Draw(canvas, fromBaseline, style, asOutlines);
        else if (progress >= 1) _to.Draw(canvas, toBaseline, style, asOutlines);
        else
        {
            _from.Draw(canvas, fromBaseline, style, Leaving(toBaseline - fromBaseline, progress), asOutlines);
            _to.Draw(canvas, toBaseline, style, Arriving(progress), asOutlines);
            if (progress > WritingStart) _to.DrawStrokes(canvas, toBaseline, style, Struck, Eased(progress, WritingStart, 1));
        }
    }

    /// <summary>The box around everything that <see cref="Draw"/> draws.</summary>
    public SKRect BoundsAt(SKPoint fromBaseline, SKPoint toBaseline, float progress, FormulaStyle style)
    {
        if (progress <= 0) return _from.BoundsAt(fromBaseline, style);
        if (progress >= 1) return _to.BoundsAt(toBaseline, style);
        var bounds = Ink.Union(
            _from.BoundsAt(fromBaseline, style, Leaving(toBaseline - fromBaseline, progress)),
            _to.BoundsAt(toBaseline, style, Arriving(progress)));
        return progress > WritingStart ? Ink.Union(bounds, _to.BoundsAt(toBaseline, style, Struck)) : bounds;
    }

    /// <summary>The boxes around the glyphs and rules that show, each with its opacity: of the old formula, and of the new one.</summary>
    public (ImmutableArray<(SKRect Box, float Opacity)> Old, ImmutableArray<(SKRect Box, float Opacity)> New) InkAt(
        SKPoint fromBaseline, SKPoint toBaseline, float progress, FormulaStyle style)
    {
        if (progress <= 0) return (_from.InkAt(fromBaseline, style), []);
        if (progress >= 1) return ([], _to.InkAt(toBaseline, style));
        return (
            _from.InkAt(fromBaseline, style, Leaving(toBaseline - fromBaseline, progress)),
            _to.InkAt(toBaseline, style, Arriving(progress)));
    }

    /// <summary>What happens to the first formula, seen from its baseline's start.</summary>
    /// <param name="way">From the first formula's baseline start to the second one's.</param>
    OwnerEffect[] Leaving(SKPoint way, float progress)
    {
        var gone = Eased(progress, 0, LiftEnd);
        var effects = new OwnerEffect[_from.Ink.Owners.Length];
        Array.Fill(effects, new(new(1, 0, -Lift * _from.Size * gone), 1 - gone));
        foreach (var move in _moves)
            foreach (var owner in move.FromOwners)
                effects[owner] = new(move.At(Eased(progress, GlideStart, GlideEnd), way), 1);
        return effects;
    }

    /// <summary>What happens to the second formula, seen from its baseline's start.</summary>
    OwnerEffect[] Arriving(float progress)
    {
        var (owners, whole) = (_to.Ink.Owners, _to.Ink.Owners[0].Bounds);
        var effects = new OwnerEffect[owners.Length];
        for (var i = 0; i < effects.Length; i++)
        {
            var across = Math.Clamp((owners[i].Bounds.Left - whole.Left) / Math.Max(1, whole.Width), 0, 1);
            var start = WritingStart + across * (1 - WritingStart - PieceTime);
            effects[i] = new(Placement.Identity, Eased(progress, start, start + PieceTime));
        }
        // What has come along is drawn where it comes from.
        foreach (var owner in _moves.SelectMany(move => move.ToOwners)) effects[owner] = new(Placement.Identity, 0);
        return effects;
    }

    // Shows only what has come along and is now struck out.
    OwnerEffect[] Struck
    {
        get
        {
            var effects = new OwnerEffect[_to.Ink.Owners.Length];
            foreach (var owner in _moves.Where(move => move.IsStruck).SelectMany(move => move.ToOwners)) effects[owner] = OwnerEffect.None;
            return effects;
        }
    }

    static float Eased(float progress, float start, float end)
    {
        var share = Math.Clamp((progress - start) / (end - start), 0, 1);
        return share * share * (3 - 2 * share);
    }
}
