using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Batch;

/// <summary>Names a video by all that it is made from: the scene with its changes and data, the fonts, FFmpeg, and the program.</summary>
internal static class VideoKey
{
    // The code from a scene to a file. A module's version differs when its code differs.
    static readonly Assembly[] code =
    [
        typeof(Scene).Assembly, typeof(DenseNetwork).Assembly, typeof(FrameRate).Assembly, typeof(Lesson).Assembly, typeof(FontShelf).Assembly,
        typeof(Frame).Assembly, typeof(SKCanvas).Assembly, typeof(VideoRenderer).Assembly, typeof(VideoKey).Assembly,
    ];

    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Scene scene, VideoSettings settings, FontShelf fonts)
    {
        string[] parts =
        [
            .. code.Select(assembly => assembly.ManifestModule.ModuleVersionId.ToString()), fonts.Fingerprint, FFmpegInfo.Installed,
            SceneFingerprint.Of(scene), settings.ToString(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
