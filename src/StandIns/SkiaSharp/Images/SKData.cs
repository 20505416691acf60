namespace SkiaSharp;

/// <summary>Immutable bytes.</summary>
public class SKData : SKObject
{
    readonly byte[] _bytes;

    SKData(byte[] bytes) => _bytes = bytes;

    public static SKData Empty { get; } = new([]);

    public bool IsEmpty => _bytes.Length == 0;
    public long Size => _bytes.Length;

    public static SKData CreateCopy(byte[] bytes) => new([.. bytes]);
    public static SKData CreateCopy(ReadOnlySpan<byte> bytes) => new([.. bytes]);

    /// <returns>Null when there is no such file.</returns>
    public static SKData Create(string filename) => File.Exists(filename) ? new(File.ReadAllBytes(filename)) : null;

    public static SKData Create(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new(copy.ToArray());
    }

    internal static SKData Adopt(byte[] bytes) => new(bytes);

    public byte[] ToArray() => [.. _bytes];
    public ReadOnlySpan<byte> AsSpan() => _bytes;
    public Stream AsStream() => new MemoryStream(_bytes, writable: false);
    public void SaveTo(Stream target) => target.Write(_bytes);
}
