using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Formulas of the scene's own.</summary>
[Phase("formula", Place = 140)]
[Description("A formula of the scene's own, large and term by term, which then turns into others step by step.")]
[Moment("step", "the formula begins to turn into its next form")]
internal sealed class FormulaPhase : SoloPhase<FormulaOptions>
{
    readonly FormulaSequence sequence;

    public FormulaPhase(FormulaOptions options, PhasePlace place) : base(options, place) =>
        sequence = new([options.Source, .. options.Steps], Stage.Layout.Body, Stage, Own.Duration);

    public override IEnumerable<Moment> Moments => InOwn(sequence.Changes.Select(change => new Moment("step", change.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Formula;

    protected override void DrawOwn(FrameBuilder frame, double t) => sequence.Draw(frame, t, Shown(t));
}
