using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator;

/// <summary>Makes files of lessons: videos, stills and single frames.</summary>
public static class LessonVideo
{
    /// <summary>Renders a lesson to a video file with its sound and subtitles, its title and chapters.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="file">
    /// The file to write, whose name's end tells the format: .mp4, .webm, .mov,
    /// .gif … It appears, or is replaced, only when the video is complete.
    /// </param>
    /// <param name="settings">How it is made; a good MP4 for every player when left out.</param>
    /// <param name="progress">Told after every frame or reused chunk, from threads of the renderer but one report at a time.</param>
    /// <param name="cancellation">Stops the render.</param>
    /// <returns>What was rendered, and what was found in the cache.</returns>
    /// <exception cref="RenderException">
    /// FFmpeg, the disk or the folder do not allow it, or the name tells no format; nothing is left behind.
    /// </exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind but chunks in the cache.</exception>
    public static Task<RenderReport> RenderAsync(
        this Lesson lesson, string file, LessonVideoSettings? settings = null,
        IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        settings ??= new();
        var kind = settings.KindOf(file);
        var fitting = lesson.AtRateOf(kind.Format);
        var encoding = settings.EncodingOf(fitting.Scene) with { Kind = kind };
        return Excerpt.Whole(fitting).RenderAsync(file, encoding, settings.Rendering, progress, cancellation);
    }

    /// <summary>What is heard with a lesson's video, by itself.</summary>
    /// <returns>An MP4 file with AAC, as long as the lesson; null where nothing is heard.</returns>
    /// <inheritdoc cref="RenderAsync(Lesson, string, LessonVideoSettings?, IProgress{RenderProgress}?, CancellationToken)"/>
    public static Task<byte[]?> SoundAsync(
        this Lesson lesson, RenderOptions? rendering = null, CancellationToken cancellation = default)
    {
        var excerpt = Excerpt.Whole(lesson);
        var settings = new LessonVideoSettings().EncodingOf(lesson.Scene) with { Accompaniment = excerpt.AccompanimentOf(cancellation) };
        return VideoRenderer.SoundAsync(excerpt.Frames, settings, lesson.Fonts, rendering, cancellation);
    }

    /// <summary>The lesson at the rate that a format shows: the same one, unless its own is too high.</summary>
    public static Lesson AtRateOf(this Lesson lesson, OutputFormat format)
    {
        var fitting = FittingRate.Of(lesson.Scene, format);
        return fitting == lesson.Scene ? lesson : new(fitting, lesson.Fonts, narration: lesson.Narration);
    }

    /// <summary>
    /// Renders some of a lesson's frames to a video file with what is heard and read with them, the lesson's title and the chapters that
    /// they are from. Where anything is read, files with subtitles are beside the video: <c>lesson.srt</c> and <c>lesson.vtt</c>.
    /// </summary>
    /// <inheritdoc cref="RenderAsync(Lesson, string, LessonVideoSettings?, IProgress{RenderProgress}?, CancellationToken)"/>
    /// <param name="excerpt">The frames.</param>
    /// <param name="encoding">How they are encoded; the title and the chapters are added here.</param>
    /// <param name="rendering">How it is rendered: nothing of this changes a bit of the pictures.</param>
    public static Task<RenderReport> RenderAsync(
        this Excerpt excerpt, string file, VideoSettings encoding, RenderOptions rendering,
        IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default) =>
        VideoRenderer.RenderAsync(
            excerpt.Frames, excerpt.Described(encoding) with { Accompaniment = excerpt.AccompanimentOf(cancellation) },
            excerpt.Lesson.Fonts, file, rendering, progress, cancellation);

    /// <summary>Renders some of a lesson's frames to slides: a web page with the video, which pauses at the end of every phase. It is
    /// for somebody who speaks, and silent.</summary>
    /// <inheritdoc cref="RenderAsync(Excerpt, string, VideoSettings, RenderOptions, IProgress{RenderProgress}?, CancellationToken)"/>
    /// <param name="marks">Where else it pauses, in seconds of the lesson.</param>
    public static Task<RenderReport> RenderSlidesAsync(
        this Excerpt excerpt, string file, VideoSettings encoding, RenderOptions rendering, IEnumerable<double> marks,
        IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        var lesson = excerpt.Lesson;
        var deck = new SlideDeck(lesson.Scene.Title, excerpt.Stops(marks), Lesson.EmptyStage(lesson.Scene).Backdrop.Edge);
        return deck.RenderAsync(excerpt.Frames, excerpt.Described(encoding), lesson.Fonts, file, rendering, progress, cancellation);
    }

    /// <summary>Settings with the lesson's title, description and ground, and the chapters of an excerpt.</summary>
    public static VideoSettings Described(this Excerpt excerpt, VideoSettings encoding) => Grounded(encoding, excerpt.Lesson.Scene) with
    {
        Title = excerpt.Lesson.Scene.Title,
        Description = excerpt.Lesson.Scene.Description ?? "",
        Chapters = [.. excerpt.Chapters.Select(c => new Video.Chapter(c.Chapter.Title, c.FirstFrame))],
    };

    /// <summary>Settings with a scene's ground: all of them that its pictures depend on.</summary>
    public static VideoSettings Grounded(VideoSettings encoding, Scene scene) =>
        encoding with { Matte = Lesson.EmptyStage(scene).Backdrop.Centre };

    /// <summary>Writes one frame of a lesson to a file whose name's end tells the format: .png, .svg or .pdf.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="frame">From 0 to the lesson's <see cref="Lesson.FrameCount"/> − 1.</param>
    /// <param name="file">The file to write; it appears, or is replaced, only when it is complete.</param>
    /// <exception cref="RenderException">The file cannot be written, or its name tells no format.</exception>
    public static void SaveFrame(this Lesson lesson, int frame, string file)
    {
        var format = StillFormat.OfFile(file)
            ?? throw new RenderException(
                $"The name '{Path.GetFileName(file)}' does not tell the format; let it end in "
                + $"{Enumeration.Of(StillFormat.All.Select(known => known.Extension))}.");
        format.Write(lesson.FrameAt(frame), SizeOf(lesson.Scene), lesson.Scene.Title, lesson.Fonts, file);
    }

    /// <summary>Paints one frame of a lesson, as a video shows it.</summary>
    /// <param name="lesson">The lesson.</param>
    /// <param name="frame">From 0 to the lesson's <see cref="Lesson.FrameCount"/> − 1.</param>
    /// <returns>An opaque picture of the scene's size, BGRA; the caller disposes of it.</returns>
    public static SKImage Paint(this Lesson lesson, int frame)
    {
        using var painter = new Painter(SizeOf(lesson.Scene), lesson.Fonts);
        painter.Paint(lesson.FrameAt(frame));
        return SKImage.FromPixelCopy(
            new SKImageInfo(painter.Size.Width, painter.Size.Height, SKColorType.Bgra8888, SKAlphaType.Premul), painter.Pixels);
    }

    /// <summary>The size of a scene's picture, in pixels.</summary>
    public static SKSizeI SizeOf(Scene scene) => new(scene.Video.Size.Width, scene.Video.Size.Height);
}

/// <summary>How good a video is, before what the scene says of its <c>crf</c> and <c>preset</c>.</summary>
public enum Quality
{
    /// <summary>As the scene says, or what most eyes cannot tell from the original.</summary>
    Full,

    /// <summary>In half the encoder's time and twice the space, whatever the scene says.</summary>
    Draft,
}

/// <summary>How a lesson becomes a video.</summary>
public sealed record LessonVideoSettings
{
    /// <summary>How good its pictures are.</summary>
    public Quality Quality { get; init; }

    /// <summary>The format and codec; null for what suits the file's name.</summary>
    public VideoKind? Kind { get; init; }

    /// <summary>What encodes instead of the processor; null for none.</summary>
    public HardwareEncoder? Hardware { get; init; }

    /// <summary>Whether the pictures have an alpha channel instead of a ground; not every format can.</summary>
    public bool Transparent { get; init; }

    /// <summary>How it is rendered: jobs, memory, cache. Nothing of this changes a bit of the pictures.</summary>
    public RenderOptions Rendering { get; init; } = new();

    /// <summary>The encoder's settings for a scene's pictures, without title, chapters and kind.</summary>
    public VideoSettings EncodingOf(Scene scene)
    {
        var settings = new VideoSettings { Size = LessonVideo.SizeOf(scene), Hardware = Hardware };
        return Quality == Quality.Draft ? settings.AsDraft() : settings with
        {
            Crf = scene.Video.Crf ?? settings.Crf,
            Preset = scene.Video.Preset is { } scenes ? Enum.Parse<X264Preset>(scenes.ToString()) : settings.Preset,
        };
    }

    internal VideoKind KindOf(string file)
    {
        if (Kind is { } given) return Transparent ? given with { Transparent = true } : given;
        var (kind, problem) = VideoKind.Choose(file, null, null, Transparent);
        return kind ?? throw new RenderException(problem);
    }
}
