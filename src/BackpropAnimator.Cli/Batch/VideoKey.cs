using System.Security.Cryptography;
using System.Text;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Batch;

/// <summary>
/// Names a video by all that it is made from: the lesson, the code from its frames to a file, FFmpeg, and how it is encoded.
/// </summary>
internal static class VideoKey
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Scene scene, VideoSettings settings, FontShelf fonts)
    {
        object[] parts =
        [
            LessonIdentity.Of(scene, fonts), typeof(SKCanvas).Assembly.ManifestModule.ModuleVersionId,
                typeof(VideoRenderer).Assembly.ManifestModule.ModuleVersionId,
            FFmpegInfo.Installed, settings,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }
}
