namespace BackpropAnimator.Script.Data;

/// <summary>What the first bytes of a font file say, before anything of it is read.</summary>
internal static class FontHeader
{
    /// <summary>What to do about a file that is no OpenType font; null for one that begins as such.</summary>
    /// <remarks>OpenType specification 1.9, "Organization of an OpenType font": TrueType outlines, CFF outlines, Apple's own tag.</remarks>
    public static string? ProblemOf(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0, 1, 0, 0]) || file.StartsWith("OTTO"u8) || file.StartsWith("true"u8) ? null
        : file.StartsWith("wOF"u8) ? "this is a web font (WOFF): convert it to TTF or OTF"
        : "name a font file that ends in .ttf or .otf";
}
