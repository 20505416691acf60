using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons;

/// <summary>The network stepping off the stage for a phase that needs all of it, with everything that stands around it.</summary>
internal static class NetworkExit
{
    /// <summary>Draws what is left of it.</summary>
    /// <param name="left">0: all is in its place; 1: all has gone.</param>
    public static void DrawNetworkLeaving(this LessonStage stage, FrameBuilder frame, StageState state, double left)
    {
        if (state.IsCleared || !state.IsGrown || left >= 1) return;
        var staying = 1 - left;
        var pose = stage.AtRest(state);
        pose.Fade(staying, staying);
        pose.Names *= staying;
        stage.DrawSurroundingsLeaving(frame, state, left);
        stage.NetworkIn(state.Setting).Draw(frame, pose);
    }

    /// <summary>Draws what is left of all that stands around the network: targets, the loss, the legend.</summary>
    /// <param name="left">0: all is in its place; 1: all has gone.</param>
    public static void DrawSurroundingsLeaving(this LessonStage stage, FrameBuilder frame, StageState state, double left)
    {
        var (staying, step) = (1 - left, state.Step);
        var loss = state.HasLoss ? staying : 0;
        var layout = stage.NetworkIn(state.Setting).Layout;
        stage.Targets.Draw(frame, layout, step, staying, loss, loss, loss);
        var place = stage.LossBesideLegend(layout, state.ShowsLegend ? 1 : 0);
        stage.LossBox.Draw(frame, place, new() { Opacity = loss, FormulaOpacity = loss, Value = step.Loss, ValueOpacity = loss });
        if (state.ShowsLegend) stage.Legend.Draw(frame, staying);
    }
}
