using System.Runtime.InteropServices;
using System.Text;

namespace SkiaSharp;

/// <summary>A FreeType face with a library and a copy of the font file of its own. Not for two threads at a time.</summary>
sealed unsafe class FontFace : SafeHandle
{
    void* _bytes;
    FreeType.Face* _face;

    public FontFace() : base(0, ownsHandle: true)
    {
        if (FreeType.InitFreeType(out handle) != 0) throw new InvalidOperationException("FreeType could not be initialised.");
    }

    public override bool IsInvalid => handle == 0;

    /// <returns>Null when the bytes are no font.</returns>
    public static FontFace TryOpen(ReadOnlySpan<byte> font, int index)
    {
        var face = new FontFace { _bytes = NativeMemory.Alloc((nuint)font.Length) };
        font.CopyTo(new Span<byte>(face._bytes, font.Length));
        if (FreeType.NewMemoryFace(face.handle, face._bytes, font.Length, index, out face._face) == 0) return face;
        face.Dispose();
        return null;
    }

    public int UnitsPerEm => _face->UnitsPerEm;
    public int GlyphCount => (int)_face->GlyphCount;
    public string FamilyName =>
        _face->FamilyName == null ? "" : Encoding.Latin1.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(_face->FamilyName));
    public SKRect Box => new(_face->XMin, -_face->YMax, _face->XMax, -_face->YMin);
    public (int Ascender, int Descender, int Height) Line => (_face->Ascender, _face->Descender, _face->Height);
    public int MaxAdvance => _face->MaxAdvanceWidth;

    public ushort GlyphOf(int codepoint) => (ushort)FreeType.GetCharIndex(_face, (nuint)codepoint);

    /// <summary>A glyph's outline and advance in font units; empty for a glyph that the font does not have.</summary>
    public (SKPath Outline, int Advance) Load(ushort glyph) => FreeType.LoadGlyph(_face, glyph, FreeType.LoadNoScale) == 0
        ? (GlyphOutlineReader.Read(_face), (int)_face->Glyph->HoriAdvance)
        : (new SKPath(), 0);

    public uint[] TableTags()
    {
        nuint tag = 0, count = 0, length = 0;
        if (FreeType.SfntTableInfo(_face, 0, null, &count) != 0) return [];
        var tags = new uint[count];
        for (var i = 0u; i < count; i++)
            if (FreeType.SfntTableInfo(_face, i, &tag, &length) == 0) tags[i] = (uint)tag;
        return tags;
    }

    /// <returns>Null when the font has no such table.</returns>
    public byte[] Table(uint tag)
    {
        nuint length = 0;
        if (FreeType.LoadSfntTable(_face, tag, 0, null, &length) != 0) return null;
        var bytes = new byte[length];
        fixed (byte* start = bytes) return FreeType.LoadSfntTable(_face, tag, 0, start, &length) == 0 ? bytes : null;
    }

    protected override bool ReleaseHandle()
    {
        var released = _face == null || FreeType.DoneFace(_face) == 0;
        released &= FreeType.DoneFreeType(handle) == 0;
        NativeMemory.Free(_bytes);
        return released;
    }
}
