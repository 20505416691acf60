namespace SkiaSharp;

/// <summary>How an image is read between its pixels. The default is the nearest pixel.</summary>
public readonly struct SKSamplingOptions : IEquatable<SKSamplingOptions>
{
    public static readonly SKSamplingOptions Default;

    public SKSamplingOptions(SKFilterMode filter) => Filter = filter;

    public SKFilterMode Filter { get; }

    public static bool operator ==(SKSamplingOptions left, SKSamplingOptions right) => left.Equals(right);
    public static bool operator !=(SKSamplingOptions left, SKSamplingOptions right) => !left.Equals(right);

    public bool Equals(SKSamplingOptions obj) => Filter == obj.Filter;
    public override bool Equals(object obj) => obj is SKSamplingOptions other && Equals(other);
    public override int GetHashCode() => Filter.GetHashCode();
}
