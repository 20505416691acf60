using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The panel below the network while the wave has reached a layer: δ of its marked unit, then the gradient of one of its weights.
/// </summary>
internal sealed class DeltaPanel(LessonStage stage)
{
    // When each clause comes, as shares of the time that the panel speaks of a layer.
    static readonly (double From, double To)
        deltaInSymbols = (0, 0.1), deltaWithNumbers = (0.2, 0.34), deltaAsResult = (0.36, 0.46),
        deltaLights = (0.36, 0.42), deltaDims = (0.5, 0.58),
        gradientInSymbols = (0.52, 0.62), gradientWithNumbers = (0.62, 0.74), gradientFrom = (0.66, 0.78);

    const double RemarkOpacity = 0.75;

    /// <param name="formulas">What it says.</param>
    /// <param name="t">Seconds.</param>
    /// <param name="turn">When it speaks of this layer.</param>
    /// <param name="opacity">Of all its clauses.</param>
    public void Draw(FrameBuilder frame, DeltaFormulas formulas, double t, Interval turn, double opacity)
    {
        double At((double From, double To) share) => opacity * turn.Share(share.From, share.To).At(t, Easing.InOutCubic);
        var light = At(deltaLights) * (1 - At(deltaDims));
        stage.Formulas.Draw(frame,
            [
                new(formulas.DeltaInSymbols, At(deltaInSymbols)),
                .. formulas.DeltaWithNumbers.Select((piece, i) => new Clause(piece, At(deltaWithNumbers)) { GoesOn = i > 0 }),
                new(formulas.DeltaAsResult, At(deltaAsResult), "delta", light),
            ],
            [
                new(DeltaFormulas.GradientInSymbols, At(gradientInSymbols)),
                new(formulas.GradientWithNumbers, At(gradientWithNumbers)),
                new(formulas.GradientFrom, RemarkOpacity * At(gradientFrom)),
            ]);
    }
}
