using System.Text.Json;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>Lines in six writing systems are set as hb-shape, HarfBuzz's own program, sets them; tests/Fonts/make has asked it.</summary>
public sealed class WritingSystemTests : IDisposable
{
    static readonly string[] names = ["arabic", "hebrew", "devanagari", "thai", "chinese", "japanese"];

    readonly FontShelf shelf = FontShelf.Open();

    public sealed record Line(string Font, string Text, int[][] Glyphs)
    {
        /// <summary>In font units, from left to right.</summary>
        public int Width => Glyphs.Sum(glyph => glyph[3]);

        /// <summary>The number and the place of each glyph that leaves ink.</summary>
        internal IEnumerable<(ushort Glyph, float X, float Y)> Placed(FontFile file)
        {
            var pen = 0;
            foreach (var glyph in Glyphs)
            {
                if (Ink.HasArea(file.Metrics((ushort)glyph[0]).Ink)) yield return ((ushort)glyph[0], pen + glyph[1], -glyph[2]);
                pen += glyph[3];
            }
        }

        public override string ToString() => $"{Font}: {Text}";
    }

    static Line[] All { get; } =
    [
        .. File.ReadLines(Path.Combine(TestFont.Folder, "shaped.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!),
    ];

    public static TheoryData<string> Lines => [.. All.Select(line => line.Text)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_in_a_scenes_own_font_is_set_as_HarfBuzz_sets_it(string text)
    {
        var line = All.Single(it => it.Text == text);
        using var own = shelf.With(TestFont.Named(line.Font))!;
        var file = own.File(Face.Regular);

        var shaped = own.Shape(text, Face.Regular, file.UnitsPerEm);

        Assert.Empty(shaped.MissingCharacters);
        Assert.Equal(line.Placed(file), shaped.Glyphs.Select(glyph => (glyph.Glyph, glyph.X, glyph.Y)));
        Assert.Equal(line.Width, shaped.Width);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_in_a_further_font_is_set_the_same_with_capitals_as_tall_as_the_words_beside_it(string text)
    {
        var line = All.Single(it => it.Text == text);
        using var fonts = shelf.With(default, [.. names.Select(TestFont.Named)])!;
        var face = FallbackFaces.Of(Array.IndexOf(names, line.Font), isHeavy: false);
        // Chinese and Japanese share letters, and the one that comes first in the scene has them.
        if (line.Font == "japanese") face = FallbackFaces.Of(Array.IndexOf(names, "chinese"), isHeavy: false);
        var file = fonts.File(face);
        var em = file.UnitsPerEm * file.CapHeight / fonts.File(Face.Regular).CapHeight;

        var shaped = fonts.Shape(text, Face.Regular, em);

        Assert.Empty(shaped.MissingCharacters);
        if (line.Font == "japanese") Assert.Equal([face, face + 2], shaped.Glyphs.Select(glyph => glyph.Face).Distinct().Order());
        else
            Assert.Equal(
                line.Placed(file), shaped.Glyphs.Where(glyph => glyph.Face == face)
                    .Select(glyph => (glyph.Glyph, MathF.Round(glyph.X), MathF.Round(glyph.Y))));
    }

    public void Dispose() => shelf.Dispose();
}
