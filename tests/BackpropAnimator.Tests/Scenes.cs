using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Tests;

static class Scenes
{
    /// <summary>A second of a lesson, built in code: 30 frames of 160 × 90.</summary>
    public static Scene Short => new()
    {
        Title = "Built in code",
        Video = new() { Size = new(160, 90), Fps = new(30) },
        Network = new() { Layers = [2, 2, 1], Seed = 3 },
        Example = new() { Input = [0.5, 0.9], Target = [1] },
        Phases = [new IntroOptions { Duration = 0.4 }, new ForwardOptions { Duration = 0.4 }, new LossOptions { Duration = 0.2 }],
    };

    /// <summary>The same as a file has it.</summary>
    public const string ShortInYaml = """
        title: Built in code
        video: { size: 160x90, fps: 30 }
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        phases:
          - intro: 0.4s
          - forward: 0.4s
          - loss: 0.2s
        """;
}
