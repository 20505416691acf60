using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A part of the lesson on the timeline.</summary>
/// <param name="Kind">The phase's kind in the script.</param>
/// <param name="Title">Its name for viewers.</param>
/// <param name="Interval">In seconds.</param>
/// <param name="FirstFrame">Its first frame.</param>
/// <param name="EndFrame">The frame after its last.</param>
/// <param name="CompleteFrame">
/// The last frame that shows all of it, before headings and what belongs to it alone go: where to pause, or to take a still.
/// </param>
public sealed record Chapter(string Kind, string Title, Interval Interval, int FirstFrame, int EndFrame, int CompleteFrame);

/// <summary>
/// A scene come to life: its network computed once, its phases placed on the timeline, and every frame a pure function of its number.
/// </summary>
public sealed class Lesson
{
    readonly LessonStage stage;
    readonly ImmutableArray<Phase> phases;
    readonly ImmutableArray<PhaseOptions> parts;
    readonly Schedule schedule;
    readonly Brand brand;

    /// <summary>Makes the lesson of a scene, whether it was loaded from a file or built in code.</summary>
    /// <param name="scene">The scene; one that was built in code is completed and checked here, as loading would have done.</param>
    /// <param name="phases">
    /// Adds phases of the caller's own to those that every lesson has; for a scene that was not loaded with them.
    /// </param>
    /// <param name="narration">What is said in it: its phases last as long as that takes. Silent timing when left out.</param>
    /// <exception cref="SceneException">The scene has problems; the message lists them all.</exception>
    public Lesson(Scene scene, Action<PhaseList>? phases = null, Narration? narration = null)
        : this(Checked(scene, phases, out var shared), FontShelf.Shared, shared, narration)
    {
        var problems = MarkCheck.Run(this);
        if (problems.Any(problem => problem.Severity == Severity.Error)) throw new SceneException(problems);
    }

    /// <param name="scene">A scene that was read and checked without errors.</param>
    /// <param name="fonts">What text is measured with; the lesson does not own it. The scene's own fonts come before it.</param>
    /// <param name="shared">What keeps its numbers for others that need them, such as its checks; nobody else when left out.</param>
    /// <param name="narration">What is said in it: its phases last as long as that takes. Silent timing when left out.</param>
    /// <exception cref="OperationCanceledException">A training of it was cancelled.</exception>
    public Lesson(Scene scene, FontShelf fonts, SharedNumbers? shared = null, Narration? narration = null)
    {
        fonts = ThemeFiles.FontsOf(scene, fonts);
        (Scene, Fonts, Narration) = (scene, fonts, narration);
        stage = new(scene, fonts, shared);
        using var numbers = stage.Words.WriteNumbers();
        brand = new(scene.Theme, stage.Layout, stage.Palette, fonts);
        parts = [.. scene.Parts.Select((part, i) => PhasePace.Grown(part, SpokenIn(i), scene.Video.Fps))];
        schedule = LessonSchedule.Of(scene, narration);
        ImmutableArray<PhaseModule> modules = [.. scene.Parts.Select(part => ModuleOf(part, scene.Kinds ?? PhaseModule.BuiltIn))];
        var state = new StageState(stage.Numbers.Step)
        {
            IsGrown = modules[0].Opening != PhaseOpening.Ungrown,
            IsCleared = modules[0].Opening != PhaseOpening.Network,
        };
        var made = ImmutableArray.CreateBuilder<Phase>(modules.Length);
        for (var i = 0; i < modules.Length; i++)
        {
            // What holds the picture of another phase is as a part of it.
            var next = Enumerable.Range(i + 1, modules.Length - i - 1).Where(n => scene.Parts[n] is not WaitOptions).FirstOrDefault(-1);
            var held = made.Count > 0 ? (made[^1] as WaitPhase)?.Held ?? made[^1] : null;
            var place = new PhasePlace(stage, state, modules[i], Next: next < 0 ? null : modules[next])
            {
                Held = held, Spoken = SpokenIn(i), IsHeldOn = i + 1 < modules.Length && scene.Parts[i + 1] is WaitOptions,
            };
            var phase = modules[i].Create(parts[i], place);
            made.Add(phase);
            state = phase.After with
            {
                IsCleared = phase.ClearsStage, HasPanel = phase.HasPanel, WritesLarge = phase.WritesLarge, Aside = phase.StaysAside,
            };
        }
        phases = made.MoveToImmutable();
        Chapters = [.. scene.Parts.Select((p, i) => ChapterOf(p.Kind, i))];
    }

    Chapter ChapterOf(string kind, int phase)
    {
        var (interval, (first, end)) = (schedule.Intervals[phase], schedule.FramesOf(phase));
        var complete = (int)Math.Floor((interval.Start + PaceOf(phase).CompleteAt) * Rate.FramesPerSecond);
        return new(kind, phases[phase].ChapterTitle, interval, first, end, Math.Clamp(complete, first, end - 1));
    }

    static PhaseModule ModuleOf(PhaseOptions phase, PhaseCatalog kinds) => phase is EndCardOptions
        ? PhaseModule.EndCard
        : kinds.Find(phase.Kind) as PhaseModule
        ?? throw new ArgumentException($"No class draws the phase '{phase.Kind}'.", nameof(phase));

    static Scene Checked(Scene scene, Action<PhaseList>? phases, out SharedNumbers shared)
    {
        shared = new();
        if (scene.Kinds is null)
            scene = SceneLoading.Accept(new ScriptReader(PhaseList.Catalog(phases)) { TitleIn = Words.TitleIn }.Complete(scene));
        var problems = LessonChecks.Run(scene, FontShelf.Shared, shared);
        return problems.All(problem => problem.Severity != Severity.Error) ? scene : throw new SceneException(problems);
    }

    /// <summary>The tags of the languages that the program has words of its own in.</summary>
    public static ImmutableArray<string> Languages => Words.Languages;

    /// <summary>What the lesson is made of.</summary>
    public Scene Scene { get; }

    /// <summary>What its text is measured and painted with.</summary>
    public FontShelf Fonts { get; }

    /// <summary>What is said in it; null for silent timing.</summary>
    public Narration? Narration { get; }

    /// <summary>Frames per second.</summary>
    public FrameRate Rate => schedule.Rate;

    public int FrameCount => schedule.FrameCount;

    /// <summary>Seconds.</summary>
    public double Duration => schedule.Duration;

    /// <summary>One chapter a phase, in order, and one for the end card.</summary>
    public ImmutableArray<Chapter> Chapters { get; }

    /// <summary>Which part a frame is in: a chapter's place, from 0.</summary>
    public int PartAt(int frame) => schedule.At(frame).Phase;

    /// <summary>The moments of a part that can be told by name, in the order of time, each in seconds from the part's start.</summary>
    /// <param name="part">Which chapter, from 0.</param>
    public ImmutableArray<Moment> MomentsIn(int part) => PaceOf(part).Moments;

    /// <summary>The captions of a part, each with its time in seconds from the part's start.</summary>
    /// <param name="part">Which chapter, from 0.</param>
    public ImmutableArray<ShownCaption> CaptionsIn(int part) => PaceOf(part).Captions;

    /// <summary>A part of the timeline with the duration that it has.</summary>
    internal PhaseOptions PartOf(int part) => parts[part];

    /// <summary>How the marks in what a part says fall.</summary>
    internal PhasePace PaceOf(int part) => phases[part].Pace;

    /// <summary>What all phases share.</summary>
    internal LessonStage Stage => stage;

    /// <summary>The step of learning that the network is at when a part begins.</summary>
    internal LearningStep StepIn(int part) => phases[part].StepBefore;

    /// <summary>What is said in a part; null for nothing.</summary>
    /// <param name="part">Which chapter, from 0.</param>
    public SpokenPart? SpokenIn(int part) => Narration?.Parts[part];

    /// <summary>The size of every frame, in stage units.</summary>
    public SKSize StageSize => stage.Layout.Size;

    /// <summary>Text keeps inside this rectangle of the stage, in stage units.</summary>
    public SKRect SafeArea => stage.Layout.Safe;

    /// <summary>The stage of a scene's lesson with nothing on it, which can be had before the lesson is made.</summary>
    public static Frame EmptyStage(Scene scene) => new(
        StageLayout.For(scene).Size, Backdrop.Of(ThemePalette.Of(scene.Theme)), []);

    /// <summary>The frame that shows time n / fps. Pure and safe to call from several threads.</summary>
    /// <param name="frame">From 0 to <see cref="FrameCount"/> − 1.</param>
    public Frame FrameAt(int frame)
    {
        using var numbers = stage.Words.WriteNumbers();
        var (phase, time) = schedule.At(frame);
        var builder = new FrameBuilder(StageSize, Backdrop.Of(stage.Palette));
        var isOwn = phases[phase] is not WaitPhase;
        // A phase whose picture is held goes no further than that by itself.
        var isHeld = isOwn && phases[phase].IsHeldOn;
        if (isOwn && phase > 0 && time < phases[phase - 1].Lingers) phases[phase - 1].DrawLingering(builder, time);
        var pace = PaceOf(phase);
        var shown = pace.Warped(time);
        var (end, lastly) = isHeld ? (phases[phase].CompleteAt, pace.CompleteAt) : (shown, time);
        phases[phase].Draw(builder, Math.Min(shown, end), Math.Min(time, lastly));
        brand.Draw(builder, Scene.Parts[phase] is EndCardOptions { LogoBytes.IsEmpty: false } ? time : null);
        return builder.ToFrame();
    }
}
