using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Explaining;

/// <summary>What a scene said when it was last rendered: enough to make the same lesson again, and to see what has changed since.</summary>
/// <param name="Text">The scene's file.</param>
/// <param name="Overrides">The changes to it, in the form of --set.</param>
/// <param name="Fingerprint">Tells whether it can still be read as it was: a file that it names may have changed.</param>
/// <param name="Program">Which code drew it.</param>
internal sealed record LastRender(string Text, ImmutableArray<string> Overrides, string Fingerprint, string Program)
{
    static readonly JsonSerializerOptions format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="path">The scene's file.</param>
    /// <param name="overrides">What was changed in it, the picture's size and rate included.</param>
    /// <returns>Null where the file has gone or been broken meanwhile.</returns>
    public static LastRender? Of(string path, ImmutableArray<string> overrides, bool allowOutside, FontShelf fonts)
    {
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path);
        return ScriptReader.Parse(text, path, overrides, allowOutside).Scene is { } scene
            ? new(text, overrides, SceneFingerprint.Of(scene), LessonIdentity.ProgramOf(fonts))
            : null;
    }

    /// <summary>What was noted of a scene; null for nothing.</summary>
    /// <param name="cacheFolder">Where renders are remembered.</param>
    public static LastRender? Read(string cacheFolder, string scene)
    {
        try
        {
            return JsonSerializer.Deserialize<LastRender>(File.ReadAllText(PathOf(cacheFolder, scene)), format);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes this for the next render. It only helps to explain, so a folder that cannot be written is no failure.</summary>
    public void Note(string cacheFolder, string scene)
    {
        var path = PathOf(cacheFolder, scene);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var part = $"{path}.{Guid.NewGuid():N}.part";
            File.WriteAllText(part, JsonSerializer.Serialize(this, format));
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then the next render has nothing to be compared with.
        }
    }

    /// <summary>The lesson as it was then.</summary>
    /// <returns>Null, with the reason, where it can no longer be made.</returns>
    public (NamedLesson? Lesson, string Reason) Reopen(string path, bool allowOutside, FontShelf fonts)
    {
        if (Program != LessonIdentity.ProgramOf(fonts)) return (null, "the program or its fonts have changed since the last render");
        return ScriptReader.Parse(Text, path, Overrides, allowOutside).Scene is { } scene && SceneFingerprint.Of(scene) == Fingerprint
            ? (new(new Lesson(scene, fonts), scene), "")
            : (null, "a file that the scene names has changed since the last render");
    }

    static string PathOf(string cacheFolder, string scene) =>
        Path.Combine(cacheFolder, "renders", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(scene))))[..32] + ".json");
}
