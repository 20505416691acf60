using System.Runtime.InteropServices;

namespace SkiaSharp;

/// <summary>Zeroed memory outside the garbage-collected heap, aligned for vectors.</summary>
sealed unsafe class PixelMemory : SafeHandle
{
    readonly long _bytes;

    public PixelMemory(long bytes) : base(0, ownsHandle: true)
    {
        _bytes = bytes;
        var memory = NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), 64);
        NativeMemory.Clear(memory, (nuint)bytes);
        SetHandle((nint)memory);
        if (bytes > 0) GC.AddMemoryPressure(bytes);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        if (_bytes > 0) GC.RemoveMemoryPressure(_bytes);
        return true;
    }
}
