using System.Text.Json.Nodes;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Output;

/// <summary>Keeps the problems that it is told of, for a report of its own, and says nothing.</summary>
internal sealed class ProblemList(CommandEnvironment environment) : ProgressDisplay(environment)
{
    /// <summary>The problems until now, in their order.</summary>
    public JsonArray Told { get; } = [];

    public override void Tell(Diagnostic problem) => Told.Add(JsonEvents.FieldsOf(problem));

    protected override void Note(string text) { }

    protected override Task ShowTraining(Func<double> share, Task ended) => ended;

    public override void Report(RenderProgress value) { }

    public override void Finish(RenderReport? report) { }
}
