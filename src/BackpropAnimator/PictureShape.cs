using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator;

/// <summary>The shapes and qualities that pictures are asked for by name.</summary>
public static class PictureShape
{
    /// <summary>Wide, tall, square, and a portrait post.</summary>
    public static ImmutableArray<string> All { get; } = ["16:9", "9:16", "1:1", "4:5"];

    /// <summary>The size of a picture in another shape or quality.</summary>
    /// <param name="scenes">The scene's own size.</param>
    /// <param name="quality">Such as 720p; null for the scene's shorter side.</param>
    /// <param name="aspect">Such as 9:16; null for the scene's shape.</param>
    public static FrameSize Shaped(this FrameSize scenes, string? quality, string? aspect)
    {
        if (quality is null && aspect is null) return scenes;
        var (width, height) = aspect?.Split(':') is [var w, var h] ? (Number(w), Number(h)) : (scenes.Width, scenes.Height);
        var shorter = quality is null ? Math.Min(scenes.Width, scenes.Height) : Number(quality.TrimEnd('p'));
        // An extreme shape at a high quality would be longer than any player takes.
        var scale = Math.Min((double)shorter / Math.Min(width, height), (double)FrameSize.MaxSide / Math.Max(width, height));
        return new(Even(width * scale), Even(height * scale));
    }

    static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    static int Even(double length) => Math.Clamp((int)Math.Round(length / 2) * 2, FrameSize.MinSide, FrameSize.MaxSide);
}
