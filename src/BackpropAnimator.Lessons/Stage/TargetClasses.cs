using System.Collections.Immutable;
using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The classes that targets name: one for each output, or two on either side of the cut of a single one.</summary>
internal sealed class TargetClasses(LessonStage stage)
{
    readonly AnswerRule rule = stage.Numbers.Answers;
    readonly int outputs = stage.Network.Layout.Sizes[^1];

    public int Count => Math.Max(2, outputs);

    public bool IsOneOutput => outputs == 1;

    /// <summary>The output between the two targets of a single output.</summary>
    public double Cut => rule.Cut;

    /// <summary>From the cut to either target of a single output.</summary>
    public double Reach => 1 - rule.Cut;

    public SKColor ColorOf(int k) => stage.Palette.Classes[k];

    public ImmutableArray<SKColor> Colors => [.. Enumerable.Range(0, Count).Select(ColorOf)];

    /// <summary>Colours that no class has, over and over where there are more things than these.</summary>
    public SKColor OtherColor(int n) => stage.Palette.Classes[Count + n % (stage.Palette.Classes.Length - Count)];

    public int Of(Vector<double> target) => IsOneOutput ? (target[0] >= Cut ? 1 : 0) : target.MaximumIndex();

    /// <summary>What viewers call a class: its name, or that of its output, or of a single output its target.</summary>
    public string NameOf(int k) => IsOneOutput
        ? stage.Numbers.Scene.Network.Classes is { Length: 2 } names
            ? names[k]
            : stage.Words.Network.TargetClass(SampleNames.Given(Cut + (2 * k - 1) * Reach))
        : stage.NameOf(new Unit(stage.Network.Layout.Sizes.Length - 1, k));
}
