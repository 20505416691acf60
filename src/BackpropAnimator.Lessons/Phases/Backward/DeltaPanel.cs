using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The panel below the network while the wave has reached a layer: δ of its marked unit; then, when that has been read, the gradient of
/// one of its weights in its place, so that both are as large as the panel allows.
/// </summary>
internal sealed class DeltaPanel(LessonStage stage)
{
    // When each clause comes, as shares of the time that the panel speaks of a layer.
    static readonly (double From, double To)
        deltaInSymbols = (0, 0.08), deltaWithNumbers = (0.14, 0.24), deltaAsResult = (0.25, 0.32),
        deltaLights = (0.25, 0.3), deltaDims = (0.36, 0.42), deltaLeaves = (0.54, 0.58),
        gradientInSymbols = (0.59, 0.66), gradientWithNumbers = (0.67, 0.76), gradientFrom = (0.7, 0.8);

    const double RemarkOpacity = 0.75;

    /// <summary>When the gradient's formula comes.</summary>
    /// <param name="turn">When it speaks of the layer.</param>
    public static double GradientComes(Interval turn) => turn.Share(gradientInSymbols.From, gradientInSymbols.To).Start;

    /// <param name="formulas">What it says.</param>
    /// <param name="t">Seconds.</param>
    /// <param name="turn">When it speaks of this layer.</param>
    /// <param name="opacity">Of all its clauses.</param>
    public void Draw(FrameBuilder frame, DeltaFormulas formulas, double t, Interval turn, double opacity)
    {
        double At((double From, double To) share) => opacity * turn.Share(share.From, share.To).At(t, Easing.InOutCubic);
        var light = At(deltaLights) * (1 - At(deltaDims));
        var stays = 1 - turn.Share(deltaLeaves.From, deltaLeaves.To).At(t, Easing.InOutCubic);
        stage.Formulas.Draw(frame,
            [
                new(formulas.DeltaInSymbols, stays * At(deltaInSymbols)),
                .. formulas.DeltaWithNumbers.Select((piece, i) => new Clause(piece, stays * At(deltaWithNumbers)) { GoesOn = i > 0 }),
                new(formulas.DeltaAsResult, stays * At(deltaAsResult), "delta", light),
            ]);
        stage.Formulas.Draw(frame,
            [
                new(DeltaFormulas.GradientInSymbols, At(gradientInSymbols)),
                new(formulas.GradientWithNumbers, At(gradientWithNumbers)),
                new(formulas.GradientFrom, RemarkOpacity * At(gradientFrom)),
            ]);
    }
}
