using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where what is shown, the network that looks at it and its verdict stand: side by side in wide pictures, below each other in others.
/// </summary>
internal sealed record ClassificationLayout
{
    // A class takes a line for its name and one for its bar; where there are many, one line for both.
    const float LargestRow = 122, SmallestRow = 66, SmallestLine = 40, RowGap = 16, LineGap = 8, VerdictHeight = 92;

    // The name of the output layer is wider than its discs.
    const float OutputNameRoom = 44;

    /// <param name="aspect">Width over height of what is shown: a picture or a table.</param>
    public ClassificationLayout(StageLayout stage, float aspect, ImmutableArray<int> sizes, int classes)
    {
        var body = stage.Body;
        Large = Within(new(body.Left + body.Width * 0.08f, body.Top + 50, body.Right - body.Width * 0.08f, body.Bottom - 90), aspect);
        if (stage.IsWide)
        {
            var (left, middle) = (body.Left + body.Width * 0.27f, body.Left + body.Width * 0.70f);
            Picture = Within(new(body.Left, body.Top + 60, left, body.Bottom - 80), aspect);
            Network = new(new(left + 60, body.Top, middle, body.Bottom - 40), OutputNameRoom, sizes);
            Verdict = SKRect.Create(middle + 50, body.Bottom - VerdictHeight - 56, body.Right - middle - 50, VerdictHeight);
            Bars = Rows(new(middle + 50, body.Top + 60, body.Right, Verdict.Top - 40), classes);
        }
        else if (body.Height > body.Width)
        {
            var (upper, lower) = (body.Top + body.Height * 0.265f, body.Top + body.Height * 0.70f);
            Picture = Within(new(body.Left, body.Top + 84, body.Right, upper), aspect);
            Network = new(new(body.Left, upper + 26, body.Right, lower), OutputNameRoom, sizes);
            Verdict = new(body.Left + 90, body.Bottom - VerdictHeight, body.Right, body.Bottom);
            Bars = Rows(new(body.Left + 90, lower + 10, body.Right - 60, Verdict.Top - 16), classes);
        }
        else
        {
            var middle = body.Left + body.Width * 0.4f;
            Picture = Within(new(body.Left, body.Top + 84, middle, body.Top + body.Height * 0.42f), aspect);
            Network = new(new(middle + 20, body.Top, body.Right, body.Bottom), OutputNameRoom, sizes);
            Verdict = new(body.Left, body.Bottom - VerdictHeight, middle, body.Bottom);
            Bars = Rows(new(body.Left, Picture.Bottom + 16, middle, Verdict.Top - 16), classes);
        }
    }

    /// <summary>Where the picture is looked at before the network is there.</summary>
    public SKRect Large { get; }

    /// <summary>The picture's place beside the network.</summary>
    public SKRect Picture { get; }

    public NetworkLayout Network { get; }

    /// <summary>A row for each class, or for as many as there is room for.</summary>
    public ImmutableArray<SKRect> Bars { get; }

    /// <summary>Whether a class's name stands beside its bar, rather than above it.</summary>
    public bool NamesBesideBars => Bars[0].Height < SmallestRow - RowGap;

    public SKRect Verdict { get; }

    static ImmutableArray<SKRect> Rows(SKRect room, int count)
    {
        var isLined = room.Height / count < SmallestRow;
        if (isLined) count = Math.Clamp((int)(room.Height / SmallestLine), 2, count);
        var height = Math.Min(isLined ? SmallestRow - 1 : LargestRow, room.Height / count);
        var top = room.MidY - height * count / 2;
        return [.. Enumerable.Range(0, count).Select(k =>
            SKRect.Create(room.Left, top + k * height, room.Width, height - (isLined ? LineGap : RowGap)))];
    }

    static SKRect Within(SKRect room, float aspect)
    {
        var width = Math.Min(room.Width, room.Height * aspect);
        return SKRect.Create(room.MidX - width / 2, room.MidY - width / aspect / 2, width, width / aspect);
    }
}
