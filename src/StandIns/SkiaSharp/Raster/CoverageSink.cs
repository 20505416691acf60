namespace SkiaSharp;

/// <summary>
/// Takes how much of each pixel a shape covers (0 nothing, 255 all), row by row from the top and from left to right,
/// in device pixels. Pixels that are not mentioned are not covered.
/// </summary>
interface ICoverageSink
{
    void Pixels(int x, int y, ReadOnlySpan<byte> coverage);

    /// <summary>Pixels that are all covered alike.</summary>
    void Run(int x, int y, int length, byte coverage);
}

/// <summary>A sink of whatever kind.</summary>
abstract class CoverageSink : ICoverageSink
{
    public abstract void Pixels(int x, int y, ReadOnlySpan<byte> coverage);

    public abstract void Run(int x, int y, int length, byte coverage);

    /// <summary>Takes what of a recording lies inside a clip.</summary>
    public virtual void Take(RecordedCoverage coverage, SKRectI clip) => coverage.Replay(clip, new Any(this));

    readonly struct Any(CoverageSink sink) : ICoverageSink
    {
        public void Pixels(int x, int y, ReadOnlySpan<byte> coverage) => sink.Pixels(x, y, coverage);

        public void Run(int x, int y, int length, byte coverage) => sink.Run(x, y, length, coverage);
    }
}
