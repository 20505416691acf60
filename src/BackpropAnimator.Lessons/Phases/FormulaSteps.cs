using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Formulas of the scene's own.</summary>
internal sealed class FormulaSteps : SoloPhase
{
    readonly FormulaSequence sequence;

    public FormulaSteps(FormulaPhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next) =>
        sequence = new([script.Source, .. script.Steps], stage.Layout.Body, stage, Own.Duration);

    protected override string DefaultTitle => "Formula";

    protected override void DrawOwn(FrameBuilder frame, double t) => sequence.Draw(frame, t);
}
