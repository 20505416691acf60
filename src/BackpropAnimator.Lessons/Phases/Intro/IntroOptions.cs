using System.ComponentModel;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>intro</c>.</summary>
public sealed record IntroOptions() : PhaseOptions(seconds: 3)
{
    [Description("A drawn picture that the lesson opens on, large and in full colour: it goes into the network before that comes to life.")]
    public PictureKind? Picture { get; init; }
}
