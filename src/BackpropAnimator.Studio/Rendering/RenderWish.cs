using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Studio.Scenes;
using BackpropAnimator.Video;

namespace BackpropAnimator.Studio.Rendering;

/// <summary>A file that was asked for. Its name follows from the scene's and from what it shows: no page names a path.</summary>
internal abstract record RenderWish
{
    /// <summary>What it is called on the page.</summary>
    public abstract string Title { get; }

    /// <summary>The file's name.</summary>
    /// <param name="scene">The scene's name, without folders and extension.</param>
    public abstract string NameFor(string scene, LessonView view);

    /// <summary>Makes the file; it appears finished or not at all.</summary>
    /// <exception cref="RenderException">FFmpeg, the disk, the folder or the picture's size do not allow it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public abstract Task MakeAsync(
        LessonView view, string file, RenderOptions options, IProgress<RenderProgress> progress, CancellationToken cancellation);

    /// <summary>What a name tells of how the scene was looked at: <c>.vi.9x16</c>.</summary>
    protected static string Looks(LessonView view) =>
        (view.Key.Language is { } language ? "." + language : "") + (view.Key.Shape?.Replace(':', 'x') is { } shape ? "." + shape : "");
}

/// <summary>All of the lesson as a video, with its sound and subtitles.</summary>
internal sealed record VideoWish(OutputFormat Format, Quality Quality) : RenderWish
{
    public override string Title => $"{Format.Title} of the lesson";

    public override string NameFor(string scene, LessonView view) => scene + Looks(view) + Format.Extension;

    public override async Task MakeAsync(
        LessonView view, string file, RenderOptions options, IProgress<RenderProgress> progress, CancellationToken cancellation)
    {
        var settings = new LessonVideoSettings { Quality = Quality, Rendering = options };
        if (FittingSize.ProblemOf(view.Lesson.Scene, new(Format, Format.Codecs[0])) is { } problem)
            throw new RenderException($"{problem.Message}; {problem.Hint}.");
        await view.Lesson.RenderAsync(file, settings, progress, cancellation);
    }
}

/// <summary>One phase as a picture that moves, small enough for a page or a mail.</summary>
/// <param name="Part">Which chapter, from 0.</param>
internal sealed record PhaseGifWish(int Part) : RenderWish
{
    const string Quality = "480p";

    static readonly Gif format = new();

    public override string Title => "GIF of a phase";

    public override string NameFor(string scene, LessonView view) =>
        $"{scene}{Looks(view)}.{view.Lesson.Scene.PhaseNames[Part].Replace(' ', '-')}{format.Extension}";

    public override async Task MakeAsync(
        LessonView view, string file, RenderOptions options, IProgress<RenderProgress> progress, CancellationToken cancellation)
    {
        var lesson = view.Lesson.AtRateOf(format);
        var chapter = lesson.Chapters[Part];
        var size = lesson.Scene.Video.Size.Shaped(Quality, aspect: null);
        var settings = new LessonVideoSettings().EncodingOf(lesson.Scene) with
        {
            Kind = new(format, format.Codecs[0]), Size = new(size.Width, size.Height),
        };
        await new Excerpt(lesson, [(chapter.FirstFrame, chapter.EndFrame)]).RenderAsync(file, settings, options, progress, cancellation);
    }
}

/// <summary>One frame as a picture.</summary>
internal sealed record StillWish(int Frame, StillFormat Format) : RenderWish
{
    public override string Title => $"{Format.Title} of a frame";

    public override string NameFor(string scene, LessonView view) => string.Create(
        CultureInfo.InvariantCulture, $"{scene}{Looks(view)}-{view.Lesson.Rate.TimeOf(Frame):0.00}s{Format.Extension}");

    public override Task MakeAsync(
        LessonView view, string file, RenderOptions options, IProgress<RenderProgress> progress, CancellationToken cancellation) =>
        Task.Run(() => view.Lesson.SaveFrame(Frame, file), cancellation);
}
