using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A picture that a lesson opens on: it fills the stage, and then goes into the network's inputs.</summary>
internal sealed class OpeningPicture
{
    // Of the phase, and seconds at most, that it stands; and seconds that its way into the network takes at most.
    const double Share = 0.3, Longest = 2.2, Going = 1.3, FadeIn = 0.35;

    // When the network begins to grow, as a share of that way.
    const double Growing = 0.3;

    readonly Picture picture;
    readonly SKRect large, small;
    readonly Interval going;

    OpeningPicture(PictureKind kind, double seconds, StageLayout stage, NetworkLayout network)
    {
        picture = new(kind, []);
        var stands = Math.Min(Longest, Share * seconds);
        going = new(stands, stands + Math.Min(Going, stands));
        large = Within(stage.Body, 0.9f);
        var (x, height) = (network.LayerX(0), network.Area.Height * 0.3f);
        small = Within(new(x - height, network.MiddleY - height / 2, x + height, network.MiddleY + height / 2), 1);
    }

    /// <summary>None where the scene names no picture.</summary>
    public static OpeningPicture? Of(IntroOptions options, LessonStage stage, NetworkLayout network) =>
        options.Picture is { } kind ? new(kind, options.Duration, stage.Layout, network) : null;

    /// <summary>When the network's own turn comes.</summary>
    public double Entered => going.Share(Growing, 1).Start;

    public void Draw(FrameBuilder frame, double t)
    {
        if (t >= going.End) return;
        var gone = (float)going.At(t, Easing.InOutCubic);
        var opacity = new Interval(0, FadeIn).At(t, Easing.OutCubic) * (1 - going.Share(0.55, 1).At(t, Easing.InOutCubic));
        frame.Add(picture.Items(Rectangles.Between(large, small, gone), opacity));
    }

    SKRect Within(SKRect room, float share)
    {
        var width = share * Math.Min(room.Width, room.Height * picture.Aspect);
        return SKRect.Create(room.MidX - width / 2, room.MidY - width / picture.Aspect / 2, width, width / picture.Aspect);
    }
}
