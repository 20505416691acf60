using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>The functions of Cairo 1.16 that are used (cairo.h).</summary>
static unsafe partial class Cairo
{
    public const int FormatArgb32 = 0, FormatRgb24 = 1;

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create_for_data")]
    public static partial SurfaceHandle ImageSurfaceCreateForData(void* data, int format, int width, int height, int stride);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create_from_png_stream")]
    public static partial SurfaceHandle ImageSurfaceCreateFromPngStream(delegate* unmanaged<void*, byte*, uint, int> read, void* closure);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_data")]
    public static partial byte* ImageSurfaceGetData(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_format")]
    public static partial int ImageSurfaceGetFormat(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_width")]
    public static partial int ImageSurfaceGetWidth(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_height")]
    public static partial int ImageSurfaceGetHeight(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_stride")]
    public static partial int ImageSurfaceGetStride(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_status")]
    public static partial int SurfaceStatus(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_flush")]
    public static partial void SurfaceFlush(SurfaceHandle surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_destroy")]
    private static partial void SurfaceDestroy(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_create")]
    public static partial ContextHandle Create(SurfaceHandle target);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_set_operator")]
    public static partial void SetOperator(ContextHandle context, int blend);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_set_source_surface")]
    public static partial void SetSourceSurface(ContextHandle context, SurfaceHandle source, double x, double y);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_paint")]
    public static partial void Paint(ContextHandle context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_destroy")]
    private static partial void Destroy(nint context);

    public sealed class SurfaceHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            SurfaceDestroy(handle);
            return true;
        }
    }

    public sealed class ContextHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            Destroy(handle);
            return true;
        }
    }
}
