using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Reads the outline of the glyph that a face has loaded, in font units with y downwards.</summary>
static unsafe class GlyphOutlineReader
{
    public static SKPath Read(FreeType.Face* face)
    {
        using var path = new SKPathBuilder();
        var handle = GCHandle.Alloc(path);
        var functions = new FreeType.OutlineFunctions { MoveTo = &MoveTo, LineTo = &LineTo, ConicTo = &ConicTo, CubicTo = &CubicTo };
        var failed = FreeType.OutlineDecompose(&face->Glyph->Outline, &functions, (void*)GCHandle.ToIntPtr(handle)) != 0;
        handle.Free();
        if (failed) return new SKPath();
        path.Close();
        return path.Detach();
    }

    static SKPathBuilder Path(void* user) => (SKPathBuilder)GCHandle.FromIntPtr((nint)user).Target;

    static SKPoint Point(FreeType.Vector* v) => new(v->X, -v->Y);

    [UnmanagedCallersOnly]
    static int MoveTo(FreeType.Vector* to, void* user)
    {
        var path = Path(user);
        path.Close();
        path.MoveTo(Point(to));
        return 0;
    }

    [UnmanagedCallersOnly]
    static int LineTo(FreeType.Vector* to, void* user)
    {
        Path(user).LineTo(Point(to));
        return 0;
    }

    [UnmanagedCallersOnly]
    static int ConicTo(FreeType.Vector* control, FreeType.Vector* to, void* user)
    {
        Path(user).QuadTo(Point(control), Point(to));
        return 0;
    }

    [UnmanagedCallersOnly]
    static int CubicTo(FreeType.Vector* control0, FreeType.Vector* control1, FreeType.Vector* to, void* user)
    {
        Path(user).CubicTo(Point(control0), Point(control1), Point(to));
        return 0;
    }
}
