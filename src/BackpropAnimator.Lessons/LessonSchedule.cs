using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>When the phases of a lesson come, which can be known before it is made: no network is computed for it.</summary>
public static class LessonSchedule
{
    /// <param name="scene">A scene without errors.</param>
    /// <param name="narration">What is said in it: its phases last as long as that takes. Null for silent timing.</param>
    public static Schedule Of(Scene scene, Narration? narration) => new(
        scene.Parts.Select((part, i) => PhasePace.Grown(part, narration?.Parts[i], scene.Video.Fps).Duration), scene.Video.Fps);
}
