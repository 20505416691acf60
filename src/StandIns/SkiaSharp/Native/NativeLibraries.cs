using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Finds Cairo, FreeType and TurboJPEG, or says in one sentence which Debian package holds the missing one.</summary>
static class NativeLibraries
{
    public const string Cairo = "libcairo.so.2";
    public const string FreeType = "libfreetype.so.6";
    public const string TurboJpeg = "libturbojpeg.so.0";

#pragma warning disable CA2255 // a resolver must be set before the first call, wherever in the library that is
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (NativeLibrary.TryLoad(name, assembly, path, out var handle)) return handle;
        var package = name switch
        {
            _ when name.StartsWith("libcairo", StringComparison.Ordinal) => "libcairo2",
            _ when name.StartsWith("libturbojpeg", StringComparison.Ordinal) => "libturbojpeg0",
            _ => "libfreetype6",
        };
        throw new DllNotFoundException($"{name} is missing: install the Debian package {package} (apt-get install {package}).");
    }
}
