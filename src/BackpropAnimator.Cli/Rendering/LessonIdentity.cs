using System.Reflection;
using BackpropAnimator.Drawing;
using BackpropAnimator.Files;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Names a lesson by all that its frames are made from: the scene with its changes and data, the fonts, and the code.</summary>
internal static class LessonIdentity
{
    // The code from a scene to a frame. A module's version differs when its code differs.
    static readonly Assembly[] code =
    [
        typeof(Scene).Assembly, typeof(DenseNetwork).Assembly, typeof(FrameRate).Assembly, typeof(Lesson).Assembly,
            typeof(Narration).Assembly, typeof(FontShelf).Assembly,
        typeof(Frame).Assembly, typeof(LessonIdentity).Assembly,
    ];

    /// <summary>Equal for lessons whose frames are; 64 hexadecimal digits.</summary>
    public static string Of(Lesson lesson) => Of(lesson.Scene, lesson.Fonts, lesson.Narration);

    /// <summary>The same of a lesson that is not made yet.</summary>
    public static string Of(Scene scene, FontShelf fonts, Narration? narration) =>
        TextHash.Of($"{ProgramOf(fonts)}\n{SceneFingerprint.Of(scene)}\n{scene.Video.Size} {scene.Video.Fps}\n{narration?.Timing}");

    /// <summary>Equal while the code and the fonts are; 64 hexadecimal digits.</summary>
    public static string ProgramOf(FontShelf fonts) =>
        TextHash.Of($"{string.Join('\n', code.Select(assembly => assembly.ManifestModule.ModuleVersionId))}\n{fonts.Fingerprint}");
}
