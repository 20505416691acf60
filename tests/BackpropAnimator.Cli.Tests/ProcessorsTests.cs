using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The same chunk on another processor: the same frames under the same key, or another key.</summary>
public sealed class ProcessorsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // .NET's own code, and glibc's for exp, tanh and the like, as on a processor without these.
    static readonly (string Variable, string Value)[] withoutAvx2 =
        [("DOTNET_EnableAVX2", "0"), ("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F")];

    Outcome Run((string Variable, string Value)[] environment, params string[] arguments)
    {
        var start = BuiltProgram.StartInfo(BuiltProgram.File, arguments);
        start.WorkingDirectory = bench.Folder;
        foreach (var (variable, value) in environment) start.Environment[variable] = value;
        return BuiltProgram.Finish(Process.Start(start)!).Expect(0);
    }

    [Fact]
    public void Chunks_have_the_same_keys_and_frames_with_and_without_AVX2()
    {
        var scene = Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml");
        string[] small = [scene, "--size", "320x180", "--fps", "5", "--no-voice", "--cache", bench["none"]];
        var with = Run([], ["chunks", .. small, "--list", "--json"]).Output;
        Assert.Equal(with, Run(withoutAvx2, ["chunks", .. small, "--list", "--json"]).Output);
        Assert.True(JsonNode.Parse(with)!.AsArray().Count >= 8);

        string[] render =
            ["render", scene, "--size", "320x180", "--fps", "5", "--no-voice", "--no-cache", "-q", "--phase", "backward", "-o"];
        Run([], [.. render, "with.mp4"]);
        Run(withoutAvx2, [.. render, "without.mp4", "--jobs", "1"]);
        Assert.Equal(File.ReadAllBytes(bench["with.mp4"]), File.ReadAllBytes(bench["without.mp4"]));
    }

    // The codec whose key does not name the processor.
    [Fact]
    public void VP9_has_the_same_frames_with_and_without_vectors()
    {
        string[] render = ["render", bench.Scene, "--size", "640x360", "--no-cache", "-q", "-o"];
        Run([], [.. render, "with.webm"]);
        Run([("VPX_SIMD_CAPS", "0")], [.. render, "without.webm"]);
        Assert.Equal(Tool.FrameMd5(bench["with.webm"]), Tool.FrameMd5(bench["without.webm"]));
    }
}
