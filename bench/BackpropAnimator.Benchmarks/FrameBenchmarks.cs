using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using BenchmarkDotNet.Attributes;

namespace BackpropAnimator.Benchmarks;

/// <summary>
/// How long one frame of the backward wave takes at 1080p: composing it, painting what changed, painting all, hashing it.
/// </summary>
[MemoryDiagnoser]
public class FrameBenchmarks : IDisposable
{
    const string Scene = """
        network: { layers: [3, 4, 2], seed: 724 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        phases: [forward, loss, backward]
        """;

    readonly FontShelf fonts = FontShelf.Open();
    readonly Lesson lesson;
    readonly Painter painter;
    readonly Frame[] frames;
    int next;

    public FrameBenchmarks()
    {
        lesson = new(SceneReader.Parse(Scene, "bench.yaml", []).Scene!, fonts);
        painter = new(new(1920, 1080), fonts);
        // Two seconds in which the wave crosses from the output to the hidden layer.
        frames = [.. Enumerable.Range(21 * 60, 120).Select(lesson.FrameAt)];
    }

    [Benchmark]
    public Frame Compose() => lesson.FrameAt(21 * 60 + next++ % 120);

    [Benchmark]
    public int PaintWhatChanged() => painter.Paint(frames[next++ % 120]).Count;

    [Benchmark]
    public int PaintEverything()
    {
        painter.Paint(new Frame(new(1920, 1080), new(default, default), []));
        return painter.Paint(frames[next++ % 120]).Count;
    }

    [Benchmark]
    public Fingerprint Hash() => frames[next++ % 120].Fingerprint();

    [GlobalCleanup]
    public void Dispose()
    {
        painter.Dispose();
        fonts.Dispose();
        GC.SuppressFinalize(this);
    }
}
