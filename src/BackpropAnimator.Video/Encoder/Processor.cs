using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace BackpropAnimator.Video.Encoder;

/// <summary>What of a processor an encoder's output may depend on.</summary>
/// <remarks>
/// What we compute and paint ourselves is the same on all of them. Encoders choose their code by what the processor has, and some of that
/// code rounds otherwise: x264 weighs blocks by approximate reciprocals, which AMD and Intel define differently, and looks at fewer intra
/// predictions without SSSE3.
/// </remarks>
internal static class Processor
{
    // Bits of CPUID leaf 1, ECX, and of leaf 7, EBX: Intel's Software Developer's Manual, volume 2, CPUID.
    const int Ssse3Bit = 1 << 9, FmaBit = 1 << 12, AvxBit = 1 << 28, Avx2Bit = 1 << 5, Avx512Bit = 1 << 16;

    /// <summary>Its maker and its vectors, such as <c>X64 AuthenticAMD ssse3 fma avx avx2</c>, whatever .NET is told to use.</summary>
    public static string Name { get; } = X86Base.IsSupported ? NameOfX86() : $"{RuntimeInformation.ProcessArchitecture}";

    static string NameOfX86()
    {
        var (leaves, first, third, second) = X86Base.CpuId(0, 0);
        var maker = Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>([first, second, third]));
        var basic = X86Base.CpuId(1, 0).Ecx;
        var extended = leaves >= 7 ? X86Base.CpuId(7, 0).Ebx : 0;
        var has = new (string Name, bool IsThere)[]
        {
            ("ssse3", (basic & Ssse3Bit) != 0), ("fma", (basic & FmaBit) != 0), ("avx", (basic & AvxBit) != 0),
            ("avx2", (extended & Avx2Bit) != 0), ("avx512", (extended & Avx512Bit) != 0),
        };
        return string.Join(' ', has.Where(set => set.IsThere).Select(set => set.Name)
            .Prepend(maker).Prepend($"{RuntimeInformation.ProcessArchitecture}"));
    }
}
