using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Files;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Phases;
using BackpropAnimator.Speech;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>What a scene said when it was last rendered: enough to make the same lesson again, and to see what has changed since.</summary>
/// <param name="Text">The scene's file.</param>
/// <param name="Overrides">The changes to it, in the form of --set.</param>
/// <param name="Size">The picture's, which more than the scene and its changes may decide; so with the rate.</param>
/// <param name="Fingerprint">Tells whether it can still be read as it was: a file that it names may have changed.</param>
/// <param name="Program">Which code drew it.</param>
/// <param name="Encoder">How it was encoded: all settings, for comparing.</param>
/// <param name="Rendered">Which of the lesson's frames it had.</param>
/// <param name="Narration">What was said in it; null for silent timing.</param>
internal sealed partial record LastRender(
    string Text, ImmutableArray<string> Overrides, FrameSize Size, FrameRate Fps, string Fingerprint, string Program, string Encoder,
    ImmutableArray<FrameSpan> Rendered, Narration? Narration = null)
{
    /// <param name="path">The scene's file.</param>
    /// <param name="part">What was rendered of it.</param>
    /// <param name="encoder">How it was encoded.</param>
    /// <param name="overrides">What the command line changed in it.</param>
    /// <returns>Null where the file has gone meanwhile.</returns>
    public static LastRender? Of(string path, Excerpt part, string encoder, ImmutableArray<string> overrides)
    {
        if (!File.Exists(path)) return null;
        var scene = part.Lesson.Scene;
        return new(
            File.ReadAllText(path), overrides, scene.Video.Size, scene.Video.Fps, SceneFingerprint.Of(scene),
            LessonIdentity.ProgramOf(part.Lesson.Fonts), encoder, [.. part.Ranges.Select(range => new FrameSpan(range.First, range.End))],
            part.Lesson.Narration);
    }

    /// <summary>Whether the render had a frame of its lesson.</summary>
    public bool Had(int frame) => Rendered.Any(span => frame >= span.First && frame < span.End);

    /// <summary>What was noted of a scene; null for nothing.</summary>
    /// <param name="cacheFolder">Where renders are remembered.</param>
    /// <param name="language">Which of the scene's languages, where it was asked for: each has a last render of its own.</param>
    public static LastRender? Read(string cacheFolder, string scene, string? language)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(PathOf(cacheFolder, scene, language)), Format.Default.LastRender);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes this for the next render. It only helps to explain, so a folder that cannot be written is no failure.</summary>
    public void Note(string cacheFolder, string scene, string? language)
    {
        var path = PathOf(cacheFolder, scene, language);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = $"{path}.{Guid.NewGuid():N}.part";
            File.WriteAllText(part, JsonSerializer.Serialize(this, Format.Default.LastRender));
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the next render has nothing to be compared with.
        }
    }

    /// <summary>The lesson as it was then.</summary>
    /// <returns>Null, with the reason, where it can no longer be made.</returns>
    public (EarlierLesson? Lesson, string Reason) Reopen(string path, bool allowOutside, IPhaseLoader? plugins, FontShelf fonts)
    {
        if (Program != LessonIdentity.ProgramOf(fonts)) return (null, "the program or its fonts have changed since the last render");
        return SceneReader.Parse(Text, path, Overrides, allowOutside, plugins).Scene is { } scene
            && SceneFingerprint.Of(scene) == Fingerprint
            ? (new(Named(scene with { Video = scene.Video with { Size = Size, Fps = Fps } }, fonts), this), "")
            : (null, "a file that the scene names has changed since the last render");
    }

    NamedLesson Named(Scene scene, FontShelf fonts) => new(new Lesson(scene, fonts, narration: Narration), scene);

    static string PathOf(string cacheFolder, string scene, string? language)
    {
        var name = Path.GetFullPath(scene) + (language is null ? "" : $"\n{language}");
        return Path.Combine(cacheFolder, "renders", $"{TextHash.Of(name)[..32]}.json");
    }

    // Written by the compiler: to find out at run time how a record is written takes longer than to write it.
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
    [JsonSerializable(typeof(LastRender))]
    sealed partial class Format : JsonSerializerContext;
}

/// <summary>Frames of a lesson, from the first to before the end.</summary>
internal readonly record struct FrameSpan(int First, int End);
