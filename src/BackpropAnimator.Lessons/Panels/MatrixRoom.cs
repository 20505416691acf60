using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How a phase that shows matrices shares the stage: they need more of it than the network that they are the weights of.</summary>
/// <param name="Network">The network in its smaller place.</param>
/// <param name="Matrices">What is left for the matrices beside or below it.</param>
internal readonly record struct MatrixRoom(NetworkView Network, SKRect Matrices)
{
    const float NetworkShare = 0.36f, NetworkShareStacked = 0.38f, Gap = 40, StackedGap = 14;

    /// <param name="layer">The weights are those that lead to it: the network leans to them where their numbers lack room.</param>
    public static MatrixRoom Of(LessonStage stage, int layer)
    {
        var (body, gap) = (stage.Layout.Body, layer - 1);
        var (across, down) = (body.Left + body.Width * NetworkShare, body.Top + body.Height * NetworkShareStacked);
        var (network, rest) = stage.Layout.IsWide
            ? (body with { Right = across }, body with { Left = across + Gap })
            : (body with { Bottom = down }, body with { Top = down + StackedGap });
        var narrow = new NetworkLayout(network, StageLayout.AsideTargetRoom, stage.Network.Layout.Shown, stage.InputLabelRoom);
        // These weights keep the room that they have in the usual place; the others can do with less.
        return new(stage.Network.In(narrow.LeaningTo(gap, least: stage.Aside.Layout.GapAfter(gap))), rest);
    }
}
