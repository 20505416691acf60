using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Tests;

public sealed record MarkOptions() : PhaseOptions(seconds: 1)
{
    [Description("How large it is.")]
    [Limits(1, 100)]
    public double Radius { get; init; } = 8;
}

[Phase("mark")]
[Description("One disc in the middle of a cleared stage.")]
public sealed class MarkPhase(MarkOptions options, PhasePlace place) : SoloPhase<MarkOptions>(options, place)
{
    protected override string DefaultTitle => "A mark";

    protected override void DrawOwn(FrameBuilder frame, double t) =>
        frame.Add(new Disc(new(Stage.Layout.Body.MidX, Stage.Layout.Body.MidY), (float)Options.Radius, SKColors.White));
}

[Phase("other")]
[Description("Its options are called after another phase.")]
public sealed class Misnamed(MarkOptions options, PhasePlace place) : SoloPhase<MarkOptions>(options, place)
{
    protected override string DefaultTitle => "";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
    }
}

[Phase("mark")]
public sealed class Undescribed(MarkOptions options, PhasePlace place) : SoloPhase<MarkOptions>(options, place)
{
    protected override string DefaultTitle => "";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
    }
}

public class OwnPhaseTests
{
    static readonly string inYaml = Scenes.ShortInYaml + "\n  - mark: { radius: 12 }\n";

    static float RadiusAtEnd(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1).Items.OfType<Disc>().Single().Radius;

    [Fact]
    public void It_is_added_by_its_class_to_a_scene_in_a_file() =>
        Assert.Equal(12, RadiusAtEnd(new(Scene.Parse(inYaml, phases: phases => phases.Add<MarkPhase>()))));

    [Fact]
    public void It_is_added_by_its_class_to_a_scene_in_code() =>
        Assert.Equal(
            20, RadiusAtEnd(new(Scenes.Short with { Phases = [new MarkOptions { Radius = 20 }] }, phases => phases.Add<MarkPhase>())));

    [Fact]
    public void Its_keys_have_their_limits_and_its_name_its_suggestions()
    {
        void Refused(string yaml, string message) => Assert.Contains(
            message, Assert.Throws<SceneException>(() => Scene.Parse(yaml, phases: phases => phases.Add<MarkPhase>())).Message,
                StringComparison.Ordinal);

        Refused(inYaml.Replace("12", "200", StringComparison.Ordinal), "radius: expected a number from 1 to 100, found '200'");
        Refused(inYaml.Replace("mark:", "marc:", StringComparison.Ordinal), "did you mean 'mark'?");
    }

    [Fact]
    public void A_lesson_that_does_not_know_it_says_how_to_add_it() =>
        Assert.Contains(
            "add its class to the lesson",
            Assert.Throws<SceneException>(() => new Lesson(Scenes.Short with { Phases = [new MarkOptions()] })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_class_that_is_no_phase_is_told_what_it_lacks()
    {
        Assert.Contains(
            "has options called MarkOptions", Assert.Throws<ArgumentException>(PhaseModule.Of<Misnamed>).Message, StringComparison.Ordinal);
        Assert.Contains(
            "has no [Description]", Assert.Throws<ArgumentException>(PhaseModule.Of<Undescribed>).Message, StringComparison.Ordinal);
        Assert.Contains(
            "is not marked [Phase", Assert.Throws<ArgumentException>(() => PhaseModule.Of(typeof(string))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_belongs_to_one_phase() =>
        Assert.Contains(
            "two phases called 'mark'",
            Assert.Throws<ArgumentException>(() => Scene.Parse(inYaml, phases: phases => phases.Add<MarkPhase>().Add<MarkPhase>())).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("nothing.dll", "'nothing.dll': there is no such file")]
    [InlineData("lesson.yaml", "'lesson.yaml': it is no .NET assembly")]
    [InlineData("SkiaSharp.dll", "'SkiaSharp.dll': it has no public class with the attribute [Phase]")]
    [InlineData("../outside.dll", "'../outside.dll' is outside the scene's folder")]
    public void An_assembly_that_gives_no_phases_is_told_apart(string name, string message)
    {
        var scene = Path.Combine(AppContext.BaseDirectory, "lesson.yaml");
        File.WriteAllText(scene, $"use: {name}\n{Scenes.ShortInYaml}\n  - mark\n");

        var problems = SceneReader.Read(scene, [], plugins: new PhaseAssemblies()).Diagnostics;
        Assert.Contains(message, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_its_assembly_makes_another_scene_of_the_same_file()
    {
        var scene = Scene.Parse(inYaml, phases: phases => phases.Add<MarkPhase>());
        var kinds = new PhaseCatalog(scene.Kinds!.All.Select(kind => kind.Name == "mark" ? new Rebuilt() : kind));

        Assert.NotEqual(SceneFingerprint.Of(scene), SceneFingerprint.Of(scene with { Kinds = kinds }));
    }

    sealed class Rebuilt : PhaseKind
    {
        public Rebuilt() : base("mark", "", typeof(MarkOptions)) => Revision = "another";
    }
}
