using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Formulas in one place: the first enters term by term; then each lifts away before the next is written, with a pause to read it.
/// </summary>
internal sealed class FormulaSequence
{
    // Terms enter one after the other, each beginning before the last has arrived.
    const double EntryOfATerm = 0.14, ShortestEntry = 0.7, LongestEntry = 2.6, EntryOverlap = 0.6;

    // Seconds: for the old formula to lift away, and for the next one to be written.
    const double ChangeTime = 1.4;

    // How large a term is when it begins to show.
    const double FirstScale = 0.9;

    readonly ImmutableArray<Setting> settings;
    readonly ImmutableArray<string> terms;
    readonly ImmutableArray<Interval> changes;
    readonly Interval entry;
    readonly FormulaStyle style;
    readonly float size;

    /// <summary>One of the formulas, and the start of its baseline.</summary>
    readonly record struct Setting(string Source, SKPoint Origin);

    /// <param name="sources">One or more, without problems.</param>
    /// <param name="room">What they are centred in, all at the size at which the largest fits.</param>
    /// <param name="duration">Seconds for all of it.</param>
    public FormulaSequence(IReadOnlyList<string> sources, SKRect room, LessonStage stage, double duration)
    {
        var fit = FormulaFit.In(room, sources, stage.Fonts);
        size = fit.Size;
        var layouts = sources.Select(source => stage.Fonts.Lay(source, size)).ToList();
        settings = [.. layouts.Select(l => new Setting(l.Source, new(room.MidX - l.BoundsAt(default).MidX, fit.Baseline)))];
        terms = TermsOf(layouts[0]);
        style = FormulaStyles.ByRole(stage.Palette, 1, layouts);

        var laid = Beat.Lay(duration,
        [
            Beat.Move(Math.Clamp(EntryOfATerm * terms.Length, ShortestEntry, LongestEntry)),
            Beat.Pause(1.2),
            .. sources.Skip(1).SelectMany(_ => new[] { Beat.Move(ChangeTime), Beat.Pause(1.2) }),
        ]);
        entry = laid[0];
        changes = [.. sources.Skip(1).Select((_, i) => laid[2 + 2 * i])];
    }

    /// <summary>When each formula but the first takes the place of the one before.</summary>
    public ImmutableArray<Interval> Changes => changes;

    /// <param name="t">Seconds from the first formula's entry.</param>
    /// <param name="opacity">How visible all of it is, 0 to 1.</param>
    public void Draw(FrameBuilder frame, double t, double opacity)
    {
        if (opacity <= 0.01) return;
        var step = changes.Count(change => t >= change.Start);
        var shown = style with { Opacity = (float)opacity };
        frame.Add(step == 0 ? Entering(t, shown) : Changing(step, t, shown));
    }

    FormulaText Entering(double t, FormulaStyle shown)
    {
        for (var i = 0; i < terms.Length && t < entry.End; i++)
        {
            var here = entry.Staggered(i, terms.Length, EntryOverlap).At(t, Easing.OutCubic);
            var own = shown.Parts[terms[i]] ?? new();
            shown = shown.With(terms[i], own with { Opacity = (float)here, Scale = (float)(FirstScale + (1 - FirstScale) * here) });
        }
        return new(settings[0].Source, settings[0].Origin, size, shown);
    }

    DrawItem Changing(int step, double t, FormulaStyle shown)
    {
        var ((from, fromOrigin), (to, toOrigin)) = (settings[step - 1], settings[step]);
        var progress = changes[step - 1].Progress(t);
        return progress >= 1
            ? new FormulaText(to, toOrigin, size, shown)
            : new FormulaMorph(from, to, fromOrigin, toOrigin, size, (float)progress, shown);
    }

    // A formula that is one thing as a whole, such as a table, enters by the parts inside it.
    static ImmutableArray<string> TermsOf(FormulaLayout formula)
    {
        if (formula.Terms is not [var whole]) return formula.Terms;
        return [whole, .. formula.Parts.Where(part => part.Name != whole && part.Parent == 0).Select(part => part.Name).Distinct()];
    }
}
