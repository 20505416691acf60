using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Which class draws which kind of phase.</summary>
internal static class PhaseFactory
{
    /// <param name="next">What follows it; null for the end.</param>
    public static Phase Create(PhaseScript script, LessonStage stage, StageState before, PhaseScript? next) => script switch
    {
        IntroPhase intro => new Intro(intro, stage, before),
        ForwardPhase forward => new ForwardPass(forward, stage, before),
        LossPhase loss => new LossComparison(loss, stage, before),
        BackwardPhase backward => new BackwardPass(backward, stage, before),
        ChainRulePhase chainRule => new ChainRule(chainRule, stage, before),
        WeightUpdatePhase update => new WeightUpdate(update, stage, before),
        OutroPhase outro => new Outro(outro, stage, before, next),
        InspectPhase inspect => new Inspect(inspect, stage, before, next),
        TrainPhase train => new Train(train, stage, before, next),
        SlopePhase slope => new Slope(slope, stage, before, next),
        CancelPhase cancel => new Cancellation(cancel, stage, before, next),
        ComparePhase compare => new SideBySide(compare, stage, before, next),
        VanishingPhase vanishing => new VanishingGradients(vanishing, stage, before, next),
        ClassifyPhase classify => new Classification(classify, stage, before, next),
        ScoreboardPhase scoreboard => new Scoreboard(scoreboard, stage, before, next),
        ChainPhase chain => new ChainOfEffects(chain, stage, before, next),
        NudgePhase nudge => new WeightNudge(nudge, stage, before, next),
        LandscapePhase landscape => new LossLandscape(landscape, stage, before, next),
        TablePhase table => new StepsTable(table, stage, before, next),
        FormulaPhase formula => new FormulaSteps(formula, stage, before, next),
        MatrixPhase matrix => new TransposedMatrix(matrix, stage, before, next),
        OuterProductPhase product => new OuterProduct(product, stage, before, next),
        TraceWeightPhase trace => new WeightTrace(trace, stage, before, next),
        SweepPhase sweep => new TargetSweep(sweep, stage, before, next),
        ObjectivesPhase objectives => new Objectives(objectives, stage, before, next),
        QuestionPhase question => new Question(question, stage, before, next),
        ReferencesPhase references => new References(references, stage, before, next),
        _ => throw new ArgumentOutOfRangeException(nameof(script), script.Kind, "No class draws this kind of phase."),
    };
}
