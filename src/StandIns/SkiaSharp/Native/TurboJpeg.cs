using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>The functions of libjpeg-turbo's TurboJPEG 2.1 that are used (turbojpeg.h). Skia decodes with the same library.</summary>
static unsafe partial class TurboJpeg
{
    public const int Bgra = 8;                  // TJPF_BGRA
    public const int AccurateTransform = 4096;  // TJFLAG_ACCURATEDCT

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjInitDecompress")]
    public static partial DecompressorHandle InitDecompress();

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjDecompressHeader3")]
    public static partial int DecompressHeader(
        DecompressorHandle decompressor, byte* jpeg, CULong size, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjDecompress2")]
    public static partial int Decompress(DecompressorHandle decompressor, byte* jpeg, CULong size, void* pixels, int width, int rowBytes, int height, int format, int flags);

    [LibraryImport(NativeLibraries.TurboJpeg, EntryPoint = "tjDestroy")]
    private static partial int Destroy(nint decompressor);

    public sealed class DecompressorHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle() => Destroy(handle) == 0;
    }
}
