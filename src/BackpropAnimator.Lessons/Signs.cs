using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How a colour tells the sign of a gradient: an exact 0 has none, and is grey.</summary>
internal static class Signs
{
    /// <summary>The colour of a curve of losses: that of what is learned where they fall, and of the error where they do not.</summary>
    public static SKColor LossOver(this Palette palette, IReadOnlyList<double> losses) =>
        losses[^1] < losses[0] ? palette.Learned : palette.Error;

    /// <summary>The colour of a gradient's sign.</summary>
    public static SKColor SignOf(this Palette palette, double gradient) =>
        Of(gradient, palette.Positive, palette.Negative, palette.Secondary);

    /// <summary>The colour of a δ: that of the way back, unless there is nothing to hand back.</summary>
    public static SKColor DeltaColor(this Palette palette, double delta) =>
        Of(delta, palette.Backward, palette.Backward, palette.Secondary);

    /// <summary>A gradient with its sign as a part of a formula, in the colour of the sign.</summary>
    /// <param name="written">The gradient as TeX-like source.</param>
    public static string Part(double gradient, string written) =>
        Marked(gradient, written + ArrowOf(gradient));

    static string Marked(double gradient, string written) =>
        $@"\part{{{Of(gradient, "positive", "negative", "zero")}}}{{{written}}}";

    static string ArrowOf(double gradient) => Of(gradient, Raised, Lowered, "");

    // The second cue, as on the edges: raised, the weight raises the loss, or lowers it.
    const string Raised = @"\smash{{\scriptstyle\,\uparrow}}", Lowered = @"\smash{{\scriptstyle\,\downarrow}}";

    /// <summary>The same at the end of a formula, where its arrow need not take any room.</summary>
    public static string PartAtEnd(double gradient) =>
        Marked(gradient, $@"{Numbers.InFormula.Signed(gradient)}\mathrlap{{{ArrowOf(gradient)}}}");

    /// <inheritdoc cref="Part(double, string)"/>
    public static string Part(double gradient) => Part(gradient, Numbers.InFormula.Signed(gradient));

    static T Of<T>(double value, T positive, T negative, T zero) => value > 0 ? positive : value < 0 ? negative : zero;
}
