namespace SkiaSharp.Tests;

/// <summary>The repository's fonts, as the tests use them.</summary>
static class Fonts
{
    public static SKTypeface Inter { get; } = Load("Inter-Regular.otf");
    public static SKTypeface InterBold { get; } = Load("Inter-Bold.otf");
    public static SKTypeface Math { get; } = Load("latinmodern-math.otf");

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "fonts", file);

    static SKTypeface Load(string file) => SKTypeface.FromFile(PathOf(file)) ?? throw new FileNotFoundException(PathOf(file));
}
