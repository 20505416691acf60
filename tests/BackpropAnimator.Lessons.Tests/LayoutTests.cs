namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// No text overlaps another, is cut, leaves the safe area, or is too small or faint, in any shape of picture and for any network.
/// </summary>
public class LayoutTests
{
    static readonly string[] shapes = ["1920x1080", "1080x1920"];

    public static TheoryData<string, string> Networks()
    {
        var all = new TheoryData<string, string>();
        foreach (var layers in new[] { "1-1-1", "2-2-1", "5-8-8-3", "10-10-10-10-10-10", "784-128-10" })
            foreach (var shape in shapes) all.Add(layers, shape);
        return all;
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    [InlineData("640x360")]
    public void The_flagship_is_well_set_at_every_size(string size) => AssertWellSet(Lessons.Flagship, size);

    [Theory, MemberData(nameof(Networks))]
    public void Networks_of_every_size_are_well_set(string layers, string shape) => AssertWellSet(Lessons.Sized(layers), shape);

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void A_title_of_70_characters_is_well_set(string size) =>
        AssertWellSet(Lessons.Flagship, size, "title=How a small neural network learns from its very first mistake, in full");

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Vietnamese_is_well_set(string size) =>
        AssertWellSet(
            Lessons.Flagship, size, ["title=Lan truyền ngược — Dòng chảy gradient", .. Captions("Lan truyền ngược — Dòng chảy gradient")]);

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void Captions_of_two_lines_are_well_set(string size) =>
        AssertWellSet(Lessons.Flagship, size, Captions(
            "Every weight is told how much of the error it caused, and which way it has to move so that the loss becomes smaller the " +
                "next time this very example comes along."));

    [Theory]
    [InlineData("1920x1080", 0.25)]
    [InlineData("1920x1080", 4)]
    [InlineData("1080x1920", 0.25)]
    [InlineData("1080x1920", 4)]
    public void Phases_of_other_durations_are_well_set(string size, double scale) =>
        AssertWellSet(Lessons.Flagship, size, DurationTests.Scaled(scale));

    [Fact]
    public void The_light_theme_is_well_set() => AssertWellSet(Lessons.Flagship, "1920x1080", "theme=light");

    static string[] Captions(string caption) => [.. Lessons.Kinds.Select(kind => $"phases.{kind}.caption={caption}")];

    static void AssertWellSet(string scene, string size, params string[] overrides)
    {
        var lesson = Lessons.Make(scene, [$"video.size={size}", .. overrides]);
        var problems = LayoutCheck.Run(lesson, Lessons.Fonts);
        Assert.True(
            problems.IsEmpty,
            string.Join(
                '\n', problems.Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}"))));
    }
}
