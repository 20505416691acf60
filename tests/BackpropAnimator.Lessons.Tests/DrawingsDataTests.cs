using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The data beside the story: what a network sees of the three drawings, as they are and in three variations.</summary>
public class DrawingsDataTests
{
    const int Columns = 3, Rows = 2;

    static readonly string file = Path.Combine(Repository.Root, "scenes", "drawings.csv");

    [Fact]
    public void The_data_beside_the_scenes_are_the_brightness_of_the_drawings()
    {
        var lines = Enum.GetValues<PictureKind>().SelectMany(kind => Variations(kind).Select(fields => Line(fields, kind)));
        var text = string.Join('\n', lines.Prepend(Header)) + "\n";

        // REFRESH_DOCS=1 ./test writes the file anew, after a drawing was changed.
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1") File.WriteAllText(file, text);
        var (expected, found) = (NumbersIn(text), NumbersIn(File.ReadAllText(file)));
        Assert.Equal(expected.Count, found.Count);
        // Another rasteriser may round a hundredth the other way.
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 0.0101));
    }

    static string Header =>
        string.Join(
            ',',
            Enumerable.Range(1, Columns * Rows).Select(i => $"field{i}")
                .Concat(Enum.GetNames<PictureKind>().Select(name => name.ToLowerInvariant())));

    // As it is, seen in a mirror, in dim light, and both.
    static IEnumerable<double[]> Variations(PictureKind kind)
    {
        double[] plain = [.. new Picture(kind, []).Brightness(Columns, Rows, Lessons.Fonts)];
        double[] mirrored = [.. plain.Select((_, i) => plain[i / Columns * Columns + Columns - 1 - i % Columns])];
        foreach (var fields in new[] { plain, mirrored })
        {
            yield return fields;
            yield return [.. fields.Select(brightness => Math.Round(0.9 * brightness, 2))];
        }
    }

    static string Line(double[] fields, PictureKind kind) => string.Join(
        ',', fields.Select(brightness => brightness.ToString("0.00", CultureInfo.InvariantCulture))
            .Concat(Enum.GetValues<PictureKind>().Select(other => other == kind ? "1" : "0")));

    static List<double> NumbersIn(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).SelectMany(line => line.Split(','))
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
