using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A formula of the scene's own: it enters term by term, and then turns into others with a pause to read each.</summary>
internal sealed class FormulaSteps : SoloPhase
{
    // Terms enter one after the other, each beginning before the last has arrived.
    const double EntryOfATerm = 0.14, ShortestEntry = 0.7, LongestEntry = 2.6, EntryOverlap = 0.6;

    // How large a term is when it begins to show.
    const double FirstScale = 0.9;

    readonly ImmutableArray<Setting> settings;
    readonly ImmutableArray<string> terms;
    readonly ImmutableArray<Interval> changes;
    readonly Interval entry, end;
    readonly FormulaStyle style;
    readonly float size;

    /// <summary>One of the formulas, and the start of its baseline.</summary>
    readonly record struct Setting(string Source, SKPoint Origin);

    public FormulaSteps(FormulaPhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        string[] sources = [script.Source, .. script.Steps];
        var room = stage.Layout.Body;
        var fit = FormulaFit.In(room, sources, stage.Fonts);
        size = fit.Size;
        var layouts = sources.Select(source => stage.Fonts.Lay(source, size)).ToList();
        settings = [.. layouts.Select(l => new Setting(l.Source, new(room.MidX - l.BoundsAt(default).MidX, fit.Baseline)))];
        terms = TermsOf(layouts[0]);
        style = FormulaStyles.ByRole(stage.Palette, 1, layouts);

        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(Math.Clamp(EntryOfATerm * terms.Length, ShortestEntry, LongestEntry)),
            Beat.Pause(1.2),
            .. script.Steps.SelectMany(_ => new[] { Beat.Move(1.1), Beat.Pause(1.2) }),
            Beat.Move(0.4),
        ]);
        (entry, end) = (laid[0], laid[^1]);
        changes = [.. script.Steps.Select((_, i) => laid[2 + 2 * i])];
    }

    protected override string DefaultTitle => "Formula";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        if (t < end.Start)
        {
            var step = changes.Count(change => t >= change.Start);
            frame.Add(step == 0 ? Entering(t) : Changing(step, t));
        }
        else
        {
            var (source, origin) = settings[^1];
            var opacity = 1 - (float)end.At(t, Easing.InOutCubic);
            if (opacity > 0.01) frame.Add(new FormulaText(source, origin, size, style with { Opacity = opacity }));
        }
    }

    FormulaText Entering(double t)
    {
        var shown = style;
        for (var i = 0; i < terms.Length && t < entry.End; i++)
        {
            var here = entry.Staggered(i, terms.Length, EntryOverlap).At(t, Easing.OutCubic);
            var own = shown.Parts[terms[i]] ?? new();
            shown = shown.With(terms[i], own with { Opacity = (float)here, Scale = (float)(FirstScale + (1 - FirstScale) * here) });
        }
        return new(settings[0].Source, settings[0].Origin, size, shown);
    }

    DrawItem Changing(int step, double t)
    {
        var ((from, fromOrigin), (to, toOrigin)) = (settings[step - 1], settings[step]);
        var progress = changes[step - 1].At(t, Easing.InOutCubic);
        return progress >= 1
            ? new FormulaText(to, toOrigin, size, style)
            : new FormulaMorph(from, to, fromOrigin, toOrigin, size, (float)progress, style);
    }

    // A formula that is one thing as a whole, such as a table, enters by the parts inside it.
    static ImmutableArray<string> TermsOf(FormulaLayout formula)
    {
        if (formula.Terms is not [var whole]) return formula.Terms;
        return [whole, .. formula.Parts.Where(part => part.Name != whole && part.Parent == 0).Select(part => part.Name).Distinct()];
    }
}
