namespace BackpropAnimator.Typesetting.Tests;

/// <summary>The fonts of tests/Fonts, each with the letters of its lines there and no others.</summary>
static class TestFont
{
    public static FontPair Named(string name) => new(File.ReadAllBytes(Path.Combine(Folder, $"{name}.otf")));

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Fonts");
}
