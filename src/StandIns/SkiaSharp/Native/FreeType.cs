using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>The functions and records of FreeType 2 that are used (freetype/freetype.h), as on 64-bit Linux.</summary>
static unsafe partial class FreeType
{
    public const int LoadNoScale = 1;

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Init_FreeType")]
    public static partial int InitFreeType(out nint library);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Done_FreeType")]
    public static partial int DoneFreeType(nint library);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_New_Memory_Face")]
    public static partial int NewMemoryFace(nint library, void* bytes, nint length, nint index, out Face* face);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Done_Face")]
    public static partial int DoneFace(Face* face);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Get_Char_Index")]
    public static partial uint GetCharIndex(Face* face, nuint codepoint);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Load_Glyph")]
    public static partial int LoadGlyph(Face* face, uint glyph, int flags);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Outline_Decompose")]
    public static partial int OutlineDecompose(void* outline, OutlineFunctions* functions, void* user);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Load_Sfnt_Table")]
    public static partial int LoadSfntTable(Face* face, nuint tag, nint offset, void* buffer, nuint* length);

    [LibraryImport(NativeLibraries.FreeType, EntryPoint = "FT_Sfnt_Table_Info")]
    public static partial int SfntTableInfo(Face* face, uint index, nuint* tag, nuint* length);

    [StructLayout(LayoutKind.Sequential)]
    public struct Vector
    {
        public nint X, Y;
    }

    /// <summary>FT_FaceRec, up to the current glyph.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Face
    {
        public nint FaceCount, FaceIndex, FaceFlags, StyleFlags, GlyphCount;
        public byte* FamilyName, StyleName;
        public int FixedSizeCount;
        public nint FixedSizes;
        public int CharmapCount;
        public nint Charmaps, GenericData, GenericFinalizer;
        public nint XMin, YMin, XMax, YMax;
        public ushort UnitsPerEm;
        public short Ascender, Descender, Height, MaxAdvanceWidth, MaxAdvanceHeight, UnderlinePosition, UnderlineThickness;
        public GlyphSlot* Glyph;
    }

    /// <summary>FT_GlyphSlotRec, up to the outline.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GlyphSlot
    {
        public nint Library, Face, Next;
        public uint GlyphIndex;
        public nint GenericData, GenericFinalizer;
        public nint Width, Height, HoriBearingX, HoriBearingY, HoriAdvance, VertBearingX, VertBearingY, VertAdvance;
        public nint LinearHoriAdvance, LinearVertAdvance;
        public Vector Advance;
        public int Format;
        public Bitmap Bitmap;
        public int BitmapLeft, BitmapTop;
        public nint Outline;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Bitmap
    {
        public uint Rows, Width;
        public int Pitch;
        public nint Buffer;
        public ushort GrayCount;
        public byte PixelMode, PaletteMode;
        public nint Palette;
    }

    /// <summary>FT_Outline_Funcs: each is called with the points' addresses and the user's pointer, and returns 0 to go on.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct OutlineFunctions
    {
        public delegate* unmanaged<Vector*, void*, int> MoveTo, LineTo;
        public delegate* unmanaged<Vector*, Vector*, void*, int> ConicTo;
        public delegate* unmanaged<Vector*, Vector*, Vector*, void*, int> CubicTo;
        public int Shift;
        public nint Delta;
    }
}
