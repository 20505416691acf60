namespace BackpropAnimator.Lessons;

/// <summary>How large the discs of a layer are, and how far apart they stand, in stage units.</summary>
/// <param name="RowGap">From one middle to the next.</param>
/// <param name="HasRoomAbove">Whether δ has room above each disc.</param>
internal readonly record struct LayerColumn(float RowGap, float Radius, bool HasRoomAbove)
{
    const float LargestRadius = 54, LargestRadiusAlone = 64, LargestRowGap = 204;

    // δ above a disc needs rows this far apart. Where not every layer has that, none spreads much further: they belong together.
    const float RoomForDelta = 92, LargestBesideCrowd = 124;

    // The room for δ above the uppermost disc, and what is kept free at the ends.
    const float DeltaRoom = 48, Ends = 16, EndsAlone = 40;

    // Of the distance between rows: with δ above a disc, without it, and in a crowd.
    const float ShareWithDelta = 0.32f, ShareAlone = 0.37f, ShareInCrowd = 0.44f;

    // The smallest disc in which one digit after the point can be read.
    const float LeastRadiusForValues = 23.5f, LeastForTwoDecimals = 31;

    // Of the smallest letters: a digit or a sign, and the point; and how far a number may reach over its disc's rim.
    const float DigitWidth = 13.9f, PointWidth = 6, Overhang = 0.5f;

    // Closer rows would have smaller discs than that.
    const float LeastRowGap = LeastRadiusForValues / ShareInCrowd;

    /// <summary>Whether a value can be read inside a disc.</summary>
    public bool ShowsValues => Radius >= LeastRadiusForValues - 0.01f;

    /// <summary>How many decimals of a value there is room for.</summary>
    public int ValueDecimals => Radius >= LeastForTwoDecimals ? 2 : 1;

    /// <summary>How many characters of a value there is room for, in the smallest letters that can be read.</summary>
    public int ValueLength => 1 + (int)((2 * (Radius + Overhang) - PointWidth) / DigitWidth);

    /// <summary>How many rows there is room for where the value inside every disc can be read.</summary>
    public static int RowsIn(float height) => Math.Max(3, (int)((height - Ends) / LeastRowGap + 1 - 2 * ShareInCrowd));

    /// <summary>
    /// The columns of a network's layers: alike where all of them have room for δ above their discs, and else each as its own rows allow,
    /// so that one wide layer does not make all others small.
    /// </summary>
    /// <param name="height">What there is for discs and δ.</param>
    /// <param name="rows">Of each layer.</param>
    /// <param name="hasDeltas">Whether δ comes to stand there at all; else discs take its room too.</param>
    public static LayerColumn[] Of(float height, IReadOnlyList<int> rows, bool hasDeltas = true)
    {
        var even = hasDeltas ? WithDelta(height, rows.Max()) : Alone(height, rows.Max());
        return [.. rows.Select(count => even.HasRoomAbove ? even : Own(height, count))];
    }

    static LayerColumn WithDelta(float height, int rows) => Even(height - DeltaRoom - Ends, rows, ShareWithDelta, LargestRadius);

    static LayerColumn Alone(float height, int rows) => Even(height - EndsAlone, rows, ShareAlone, LargestRadiusAlone);

    // Discs fill the height, each with its share of the distance between rows.
    static LayerColumn Even(float height, int rows, float share, float largest)
    {
        var gap = rows == 1 ? LargestRowGap : Math.Min(LargestRowGap, height / (rows - 1 + 2 * share));
        return new(gap, Math.Min(largest, gap * share), gap >= RoomForDelta);
    }

    static LayerColumn Own(float height, int rows)
    {
        // Its discs stand in the middle of the height, with or without δ above them.
        var roomy = WithDelta(height - Ends, rows);
        var gap = Math.Min(LargestBesideCrowd, roomy.HasRoomAbove ? roomy.RowGap : (height - Ends) / (rows - 1 + 2 * ShareInCrowd));
        var radius = gap * (roomy.HasRoomAbove ? ShareWithDelta : ShareInCrowd);
        return new(gap, Math.Min(LargestBesideCrowd * ShareWithDelta, radius), roomy.HasRoomAbove);
    }
}
