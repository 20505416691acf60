using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>The size of a picture in pixels, written <c>1920x1080</c>.</summary>
public readonly record struct FrameSize(int Width, int Height)
{
    /// <summary>The smallest side that a scene may ask for.</summary>
    public const int MinSide = 16;

    /// <summary>The largest side that a scene may ask for: what H.264 level 6.2 and common players take.</summary>
    public const int MaxSide = 8192;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
