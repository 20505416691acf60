using FFMpegCore.Arguments;

namespace FFMpegCore;

public abstract class FFMpegArgumentsBase
{
    private protected FFMpegArgumentsBase() { }

    /// <summary>The arguments collected so far, each as the process gets it.</summary>
    internal List<string> Collected { get; } = [];
}
