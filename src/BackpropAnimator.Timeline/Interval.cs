namespace BackpropAnimator.Timeline;

/// <summary>A stretch of time, in seconds. Motion is read off it: <c>interval.At(t, Easing.InOutCubic)</c>.</summary>
public readonly record struct Interval(double Start, double End)
{
    public double Duration => End - Start;

    /// <summary>The part between two shares of this interval, each from 0 to 1.</summary>
    public Interval Share(double from, double to) => new(Start + Duration * from, Start + Duration * to);

    /// <summary>
    /// The turn of one of <paramref name="count"/> members that start one after another and together fill this interval.
    /// </summary>
    /// <param name="index">Which member, from 0.</param>
    /// <param name="count">How many there are; at least 1.</param>
    /// <param name="overlap">0: one begins when the last has ended; towards 1: all at the same time.</param>
    public Interval Staggered(int index, int count, double overlap)
    {
        var turn = Duration / (1 + (count - 1) * (1 - overlap));
        var start = Start + index * turn * (1 - overlap);
        return new(start, start + turn);
    }

    /// <summary>How far time t is through this interval: 0 before it, 1 after it. An empty interval is a step.</summary>
    public double Progress(double t) => Duration > 0 ? Math.Clamp((t - Start) / Duration, 0, 1) : t < Start ? 0 : 1;

    /// <summary>The eased progress at time t.</summary>
    public double At(double t, Func<double, double> easing) => easing(Progress(t));

    public bool Contains(double t) => t >= Start && t < End;

    /// <summary>
    /// Rises over the first <paramref name="rise"/> seconds and falls over
    /// the last <paramref name="fall"/>: for light that eases in and out.
    /// </summary>
    public double Swell(double t, double rise, double fall)
    {
        if (t <= Start || t >= End) return 0;
        var scale = Math.Min(1, Duration / Math.Max(rise + fall, 1e-9));
        var up = new Interval(Start, Start + rise * scale).At(t, Easing.InOutSine);
        var down = new Interval(End - fall * scale, End).At(t, Easing.InOutSine);
        return up * (1 - down);
    }

    /// <summary>The same for what may stay: without a fall it is there from its rise on.</summary>
    /// <param name="fall">Seconds; null for what stays beyond the end.</param>
    public double Presence(double t, double rise, double? fall) =>
        fall is { } seconds ? Swell(t, rise, seconds) : new Interval(Start, Start + rise).At(t, Easing.InOutSine);
}
