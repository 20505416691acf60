using System.Text.Json;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>
/// Lines in which words from right to left stand beside words from left to right, numbers and formulas are set as Pango sets them;
/// tests/Fonts/make has asked it.
/// </summary>
public sealed class MixedLineTests : IDisposable
{
    // Pango's places are rounded to a thousandth of an em, glyph by glyph.
    const float Rounding = 3;

    readonly FontShelf shelf = FontShelf.Open();

    public sealed record Line(string Font, string Text, JsonElement[][] Glyphs);

    static Line[] All { get; } =
    [
        .. File.ReadLines(Path.Combine(TestFont.Folder, "mixed.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web)!),
    ];

    public static TheoryData<string> Lines => [.. All.Select(line => line.Text)];

    // One that leaves ink, or a formula; places are in thousandths of an em.
    readonly record struct Seen(Face Face, ushort Glyph, float X, float Y)
    {
        public static Seen Formula => new(Face.Math, 0, 0, 0);

        public string Name => Face == Face.Math ? "formula" : $"{Face} {Glyph}";
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Words_numbers_and_formulas_stand_in_the_order_and_their_letters_at_the_distances_that_Pango_gives_them(string text)
    {
        var line = All.Single(it => it.Text == text);
        using var fonts = shelf.With(default, [TestFont.Named(line.Font)])!;

        var (words, set) = (WordsOfPango(line, fonts), SeenOn(text, fonts));

        Assert.Equal(words.SelectMany(word => word).Select(seen => seen.Name), set.Select(seen => seen.Name));
        var at = 0;
        foreach (var word in words)
            for (var i = 0; i < word.Count; i++, at++)
            {
                Assert.Equal(word[i].X - word[0].X, set[at].X - set[at - i].X, Rounding);
                Assert.Equal(word[i].Y, set[at].Y, Rounding);
            }
    }

    // Stretches of one font, and without a blank: of which font one is depends on taste.
    static List<List<Seen>> WordsOfPango(Line line, FontShelf fonts)
    {
        var words = new List<List<Seen>>();
        var (pen, last) = (0f, default(Face?));
        foreach (var glyph in line.Glyphs)
        {
            if (glyph.Length == 1)
            {
                words.Add([Seen.Formula]);
                last = null;
                continue;
            }
            var face = glyph[0].GetString() == "" ? Face.Regular : FallbackFaces.Of(0, isHeavy: false);
            var number = glyph[1].GetUInt16();
            var seen = new Seen(face, number, pen + glyph[2].GetSingle(), glyph[3].GetSingle());
            pen += glyph[4].GetSingle();
            var isBlank = !Ink.HasArea(fonts.File(face).Metrics(number).Ink);
            if (isBlank) last = null;
            else if (last == face) words[^1].Add(seen);
            else words.Add([seen]);
            if (!isBlank) last = face;
        }
        return words;
    }

    static List<Seen> SeenOn(string text, FontShelf fonts)
    {
        var seen = new List<Seen>();
        foreach (var piece in Assert.Single(fonts.Wrap(RichText.Parse(text), Face.Regular, 1000, width: 1e6f)).Pieces)
        {
            if (piece.IsFormula)
            {
                seen.Add(Seen.Formula);
                continue;
            }
            var shaped = fonts.Shape(piece.Text, piece.Face, piece.Size);
            Assert.Empty(shaped.MissingCharacters);
            seen.AddRange(shaped.Glyphs.Select(glyph =>
                new Seen(glyph.Face, glyph.Glyph, (piece.X + glyph.X) / glyph.Size * 1000, glyph.Y / glyph.Size * 1000)));
        }
        return seen;
    }

    public void Dispose() => shelf.Dispose();
}
