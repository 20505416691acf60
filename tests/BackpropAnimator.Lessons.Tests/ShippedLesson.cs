using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The lessons under scenes/.</summary>
static class ShippedLesson
{
    static string PathOf(string name) => Path.Combine(Repository.Root, "scenes", name + ".yaml");

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static Scene Read(string name, params string[] overrides)
    {
        var result = SceneReader.Read(PathOf(name), overrides);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }
}
