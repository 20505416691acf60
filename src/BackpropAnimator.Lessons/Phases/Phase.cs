using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One phase of a lesson: what it leaves on stage, and how it looks at any of its moments. It keeps nothing between frames.
/// </summary>
internal abstract class Phase(PhaseScript script, LessonStage stage, StageState before)
{
    // What comes and goes with a phase takes this long, or a fifth of a short phase.
    const double Fade = 0.35;

    protected LessonStage Stage => stage;

    /// <summary>What is on stage when the phase starts.</summary>
    protected StageState Before => before;

    protected double Duration => script.Duration;

    /// <summary>What is on stage when the phase is over.</summary>
    public virtual StageState After => before;

    /// <summary>Whether the network is off the stage when the phase is over.</summary>
    public virtual bool ClearsStage => false;

    /// <summary>The phase's name on screen.</summary>
    public string Title => script.Title ?? DefaultTitle;

    /// <summary>The phase's name in the video's chapters; never empty.</summary>
    public string ChapterTitle => Title.Length > 0 ? Title : "Introduction";

    protected abstract string DefaultTitle { get; }

    protected virtual Direction Direction => Direction.None;

    /// <summary>How much of the lesson's title is written.</summary>
    protected virtual double TitleWritten(double t) => 1;

    /// <summary>Draws the whole frame at time t, in seconds from the phase's start.</summary>
    public void Draw(FrameBuilder frame, double t)
    {
        stage.Header.Draw(frame, TitleWritten(t), Title, Direction, Presence(t));
        DrawStage(frame, t);
        stage.Captions.Draw(frame, script.Caption, Presence(t));
    }

    protected abstract void DrawStage(FrameBuilder frame, double t);

    /// <summary>Rises at the phase's start and falls at its end: for what belongs to this phase alone.</summary>
    protected double Presence(double t) => new Interval(0, Duration).Swell(t + 1e-6, Math.Min(Fade, Duration / 5), Math.Min(Fade, Duration / 5));

    /// <summary>Falls from 1 to 0 at the phase's start: for what the phase before left behind and this one does not want.</summary>
    protected double Leaving(double t) => 1 - new Interval(0, Math.Min(2 * Fade, Duration / 4)).At(t, Easing.InOutCubic);
}
