using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One phase of a lesson: what it leaves on stage, and how it looks at any of its moments. It
/// keeps nothing between frames, so that any frame can be drawn at any time and by any thread.
/// </summary>
/// <remarks>Phases extend <see cref="Phase{TOptions}"/>, <see cref="SoloPhase{TOptions}"/> or <see cref="AsidePhase{TOptions}"/>.</remarks>
public abstract class Phase
{
    private protected Phase(PhaseOptions options, PhasePlace place)
    {
        (script, this.place) = (options, place);
        pace = new(() => new(this, options, place.Spoken));
        captions = new(() =>
            [.. Pace.Captions.Select(caption => (RichText.Parse(caption.Text), new Interval(caption.Start, caption.End)))]);
        notes = new(() => [.. options.Notes.Select(note => new NoteMark(place.Stage, note, Pace, WithoutNotes))]);
    }

    readonly PhaseOptions script;
    readonly PhasePlace place;

    // What depends on the phase's moments, which a phase knows when it is made.
    readonly Lazy<PhasePace> pace;
    readonly Lazy<ImmutableArray<(RichText Text, Interval Shown)>> captions;
    readonly Lazy<ImmutableArray<NoteMark>> notes;

    // What comes and goes with a phase takes this long, or a fifth of a short phase.
    const double Fade = 0.35;

    /// <summary>What all phases of the lesson share.</summary>
    protected LessonStage Stage => place.Stage;

    /// <summary>What is on stage when the phase starts.</summary>
    protected StageState Before => place.Before;

    /// <summary>The step of learning that the network is at when the phase begins, for others.</summary>
    internal LearningStep StepBefore => Before.Step;

    /// <summary>Whether nothing follows: what the phase has built up then stays.</summary>
    protected bool IsLast => place.IsLast;

    /// <summary>Whether the phase after it holds its picture.</summary>
    internal bool IsHeldOn => place.IsHeldOn;

    /// <summary>Seconds.</summary>
    protected double Duration => script.Duration;

    /// <summary>Seconds, for others.</summary>
    internal double Length => Duration;

    /// <summary>How fast it goes, so that its moments fall on their marks.</summary>
    internal PhasePace Pace => pace.Value;

    private protected bool HasCaptions => !captions.Value.IsEmpty;

    /// <summary>What is on stage when the phase is over.</summary>
    public virtual StageState After => Before;

    /// <summary>Whether the network is off the stage when the phase is over.</summary>
    public virtual bool ClearsStage => false;

    /// <summary>When heading and captions begin to go: seconds from its start, by the clock.</summary>
    internal double WordsGoAt => Duration - FadeOf(Duration);

    /// <summary>When all that the phase has to show is there, and nothing of it has begun to go: seconds from its start.</summary>
    public virtual double CompleteAt => Duration - FadeOf(Duration);

    /// <summary>
    /// When the moments come that the class names by <see cref="MomentAttribute"/>, in the order of time; a name may come more than once.
    /// </summary>
    public virtual IEnumerable<Moment> Moments => [];

    /// <summary>Whether the panel for formulas is open in it: it stays open from one phase to the next.</summary>
    protected internal virtual bool HasPanel => false;

    /// <summary>Whether it writes out something large in the panel, for which everything else makes room.</summary>
    protected internal virtual bool WritesLarge => false;

    /// <summary>How much of the stage the network has in it.</summary>
    private protected StageSetting Setting => (After with { WritesLarge = WritesLarge }).Setting;

    /// <summary>When the panel opens where it was closed.</summary>
    protected virtual Interval PanelOpens => new(0, 2 * FadeOf(Duration));

    /// <summary>The phase's name on screen.</summary>
    public string Title => script.Title ?? DefaultTitle;

    /// <summary>The phase's name in the video's chapters; never empty.</summary>
    public string ChapterTitle => Title.Length > 0 ? Title : Stage.Words.Titles.Intro;

    /// <summary>The phase's name on screen where the scene gives it none; empty for none.</summary>
    protected abstract string DefaultTitle { get; }

    /// <summary>What the heading says of it.</summary>
    protected virtual string Heading => Title;

    /// <summary>Which way numbers flow in it: the heading wears the colour of that.</summary>
    protected virtual Direction Direction => Direction.None;

    /// <summary>How much of the lesson's title is written.</summary>
    protected virtual double TitleWritten(double t) => 1;

    /// <summary>How far the lesson's title leads, before it gives way to the names of phases.</summary>
    protected virtual double TitleLeads(double t) => 0;

    /// <summary>Draws the whole frame at time t, in seconds from the phase's start.</summary>
    /// <param name="clock">
    /// The time by which heading, captions and notes come and go, and are read: another than t where what is said lets the picture run
    /// slower or faster.
    /// </param>
    public void Draw(FrameBuilder frame, double t, double clock)
    {
        DrawUnnoted(frame, t, clock);
        foreach (var note in notes.Value) note.Draw(frame, clock, IsLast);
    }

    // What the notes find their places by.
    IReadOnlyList<DrawItem> WithoutNotes(double clock)
    {
        var frame = new FrameBuilder(Stage.Layout.Size, Backdrop.Of(Stage.Palette));
        DrawUnnoted(frame, Pace.Warped(clock), clock);
        return frame.Items;
    }

    private protected virtual void DrawUnnoted(FrameBuilder frame, double t, double clock) => DrawPicture(frame, t, clock, captions: true);

    /// <summary>The same, or all but its captions.</summary>
    internal void DrawPicture(FrameBuilder frame, double t, double clock, bool captions)
    {
        Stage.Header.Draw(frame, TitleWritten(t), Heading, Direction, Presence(clock), TitleLeads(t));
        DrawPanel(frame, t);
        DrawStage(frame, t);
        if (captions) DrawCaptions(frame, clock);
    }

    // One caption gives way to the next; the first comes and the last goes with the phase.
    private protected void DrawCaptions(FrameBuilder frame, double t)
    {
        foreach (var (text, shown) in captions.Value)
        {
            if (t < shown.Start || (t >= shown.End && shown.End < Duration)) continue;
            var fade = Math.Min(Fade, shown.Duration / 5);
            var own = shown.Presence(t + 1e-6, shown.Start > 0 ? fade : 0, shown.End < Duration ? fade : null);
            Stage.Captions.Draw(frame, text, Presence(t) * own);
        }
    }

    // What is written on it is the phase's own.
    void DrawPanel(FrameBuilder frame, double t)
    {
        var opened = HasPanel ? Before.HasPanel ? 1 : PanelOpens.At(t, Easing.InOutCubic) : Before.HasPanel ? Leaving(t) : 0;
        var was = Stage.FormulasIn(Before.Setting).Area;
        var own = HasPanel ? OwnPanel.Area : was;
        var moved = Before.HasPanel ? StageMove.In(Before.Setting, Setting, Duration).At(t, Easing.InOutSine) : 1;
        FormulaPanel.DrawFrame(frame, Stage.Palette, Rectangles.Between(was, own, (float)moved), opened);
    }

    /// <summary>How far the loss has come to its place beside the network, for a phase that shows it: 1 where it has been there.</summary>
    private protected double LossArrived(double t) =>
        Before.HasLoss ? 1 : StageMove.In(Before.Setting, Setting, Duration).Share(0.7, 1).At(t, Easing.InOutCubic);

    /// <summary>The panel that the phase writes its formulas in.</summary>
    private protected FormulaPanel OwnPanel => Stage.FormulasIn(Setting);

    /// <summary>Where the network stands aside for the next phase too; null where it does not.</summary>
    internal virtual NetworkLayout? StaysAside => null;

    /// <summary>For how many seconds after its end what it has shown is still going, while the next phase begins.</summary>
    internal virtual double Lingers => 0;

    /// <summary>Draws what is still going of it after its end.</summary>
    /// <param name="after">Seconds from its end.</param>
    internal virtual void DrawLingering(FrameBuilder frame, double after) => DrawStage(frame, Duration + after);

    /// <summary>Draws all but the heading, the panel and the caption.</summary>
    /// <param name="t">Seconds from the phase's start.</param>
    protected abstract void DrawStage(FrameBuilder frame, double t);

    /// <summary>
    /// Rises at the phase's start and falls at its end: for what belongs to this phase alone. At the lesson's end it stays.
    /// </summary>
    protected double Presence(double t) =>
        new Interval(0, Duration).Presence(t + 1e-6, FadeOf(Duration), IsLast ? null : FadeOf(Duration));

    static double FadeOf(double duration) => Math.Min(Fade, duration / 5);

    /// <summary>Falls from 1 to 0 at the phase's start: for what the phase before left behind and this one does not want.</summary>
    protected double Leaving(double t) => 1 - new Interval(0, Math.Min(2 * Fade, Duration / 4)).At(t, Easing.InOutCubic);
}

/// <summary>Something that happens in a phase.</summary>
/// <param name="Name">What marks in what is said call it.</param>
/// <param name="Time">Seconds from the phase's start.</param>
public readonly record struct Moment(string Name, double Time);

/// <summary>A phase with options of its own, which begins with the network in its place.</summary>
/// <typeparam name="TOptions">Its keys in a scene.</typeparam>
public abstract class Phase<TOptions> : Phase where TOptions : PhaseOptions
{
    /// <param name="options">What the scene says of it.</param>
    /// <param name="place">Where it stands in the lesson.</param>
    protected Phase(TOptions options, PhasePlace place) : base(options, place) => Options = options;

    /// <summary>What the scene says of the phase.</summary>
    protected TOptions Options { get; }
}
