using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// The program's fonts, or a scene's in their place, and everything that is set with them. Safe to use from several threads: after opening
/// nothing changes but caches, and those are bounded.
/// </summary>
public sealed class FontShelf : IDisposable
{
    // A frame shows some hundred texts; a counting number makes a new one every frame.
    const int TextsRemembered = 8192;

    // A formula is a few kilobytes; numbers that count up inside one make a new one every frame.
    const int FormulasRemembered = 1024;

    // A phase shows a handful, each in the sizes that were tried.
    const int ParagraphsRemembered = 512;

    readonly string _folder;
    readonly ImmutableArray<FontFile> _files;
    readonly Lazy<string> _fingerprint;
    readonly BoundedCache<(string Text, Face Face, float Size), ShapedText> _texts = new(TextsRemembered);
    readonly BoundedCache<(string Source, float Size), FormulaLayout> _formulas = new(FormulasRemembered);
    readonly BoundedCache<(RichText Text, Face Face, float Size, float Width), ImmutableArray<RichLine>> _paragraphs =
        new(ParagraphsRemembered);
    readonly TextShaper _shaper;
    readonly FormulaTypesetter _typesetter;

    /// <param name="own">A scene's fonts for words, each in the place of one of the program's; empty for none.</param>
    /// <param name="fallbacks">A scene's further fonts: their faces in order.</param>
    /// <param name="ownFingerprint">Stands for the bytes of both.</param>
    FontShelf(string folder, ImmutableArray<FontFile> own, ImmutableArray<FontFile> fallbacks, string ownFingerprint)
    {
        (_folder, HasOwn) = (folder, !own.IsEmpty || !fallbacks.IsEmpty);
        var words = FontFiles.Faces.ToDictionary(face => face, face => own.FirstOrDefault(file => file.Face == face) ?? Open(face));
        FontFile SpareOf(Face face, Face spare) => own.Any(file => file.Face == face) ? Open(spare) : words[face];
        var spare = SpareOf(Face.Regular, Face.SpareRegular);
        _files =
        [
            .. words.OrderBy(it => it.Key).Select(it => it.Value),
            spare,
            SpareOf(Face.SemiBold, Face.SpareSemiBold),
            words[Face.Regular].As(Face.Italic, FontLook.Slanted),
            spare.As(Face.SpareItalic, FontLook.Slanted),
            .. fallbacks,
        ];
        _fingerprint = new(() => FontFiles.Fingerprint(folder) + ownFingerprint);
        _shaper = new(File, new(File, fallbacks.Length / 2));
        _typesetter = new(File, _shaper);

        FontFile Open(Face face) => FontFile.Open(face, FontFiles.PathOf(face, folder));
    }

    /// <summary>What text is set in; other faces only stand in for letters that these lack.</summary>
    public static ImmutableArray<Face> Faces { get; } = [Face.Regular, Face.Medium, Face.SemiBold, Face.Bold, Face.Italic, Face.Math];

    /// <summary>Whether a scene's own fonts are on it.</summary>
    public bool HasOwn { get; }

    /// <summary>A shelf with a scene's fonts for words and numbers; formulas keep theirs. The caller disposes of it.</summary>
    /// <param name="own">What words are set in; empty for the program's own fonts.</param>
    /// <param name="fallbacks">Where letters are looked for that those lack, before the program's own fonts.</param>
    /// <returns>Null where one of them is no font that can be read.</returns>
    public FontShelf? With(FontPair own, params ReadOnlySpan<FontPair> fallbacks)
    {
        var made = new List<FontFile?>();
        foreach (var face in new[] { Face.Regular, Face.Medium, Face.SemiBold, Face.Bold })
        {
            var bytes = face is Face.SemiBold or Face.Bold && !own.Bold.IsEmpty ? own.Bold : own.Text;
            if (!bytes.IsEmpty) made.Add(FontFile.Of(face, bytes.Span));
        }
        var words = made.Count;
        for (var i = 0; i < fallbacks.Length; i++)
        {
            var (light, heavy) = (FallbackFaces.Of(i, isHeavy: false), FallbackFaces.Of(i, isHeavy: true));
            made.Add(FontFile.Of(light, fallbacks[i].Text.Span));
            made.Add(
                fallbacks[i].Bold.IsEmpty ? made[^1]?.As(heavy, FontLook.Emboldened) : FontFile.Of(heavy, fallbacks[i].Bold.Span));
        }
        var files = made.OfType<FontFile>().ToImmutableArray();
        if (files.Length == made.Count)
            return new(_folder, files[..words], files[words..], $"+{Hash(own)}{string.Concat(fallbacks.ToArray().Select(Hash))}");
        foreach (var file in files.Reverse()) file.Dispose();
        return null;

        static string Hash(FontPair pair) => Hashed(pair.Text.Span) + Hashed(pair.Bold.Span);
        static string Hashed(ReadOnlySpan<byte> bytes) => "+" + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }

    /// <summary>Whether a file's bytes are a font that can be read.</summary>
    public static bool IsFont(ReadOnlySpan<byte> bytes)
    {
        using var file = FontFile.Of(Face.Regular, bytes);
        return file is not null;
    }

    /// <summary>The letters of a text, each once, that a scene's fonts lack and the program's own have.</summary>
    public ImmutableArray<string> BorrowedFor(string text, Face face)
    {
        FontFile[] own = [File(face), .. _files.Where(file => file.Face.IsFallback())];
        return
        [
            .. Composition.Compose(text).EnumerateRunes()
                .Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && own.All(file => file.Glyph(rune.Value) == 0))
                .Where(rune => File(Face.SpareRegular).Glyph(rune.Value) != 0 || File(Face.Math).Glyph(rune.Value) != 0)
                .Select(rune => rune.ToString()).Distinct(),
        ];
    }

    // Opened when it is first wanted, and then as long as the program runs.
    static readonly Lazy<FontShelf> shared = new(Open);

    /// <summary>The fonts beside the program, opened once for all that do not bring their own; not to be disposed of.</summary>
    /// <exception cref="FileNotFoundException">A font is missing, or its file is not a font; the message names it.</exception>
    public static FontShelf Shared => shared.Value;

    /// <summary>Opens the fonts in the folder <c>fonts</c> beside the program.</summary>
    /// <exception cref="FileNotFoundException">A font is missing, or its file is not a font; the message names it.</exception>
    public static FontShelf Open() => Open(FontFiles.FolderBesideTheProgram);

    /// <inheritdoc cref="Open()"/>
    /// <param name="folder">The folder that holds <c>inter</c> and <c>latin-modern-math</c>.</param>
    public static FontShelf Open(string folder) => new(folder, [], [], "");

    /// <summary>
    /// The same for the same font files, different for others: part of the key of whatever is drawn with them and stored.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The face as it is in its file, where the program slants or emboldens it.</summary>
    public Face Unaltered(Face face) => File(face).Unaltered;

    public SKTypeface Typeface(Face face) => File(face).Typeface;

    /// <summary>A face's file with only the letters of a text, to go into a file that is read elsewhere.</summary>
    public byte[] SubsetFor(string text, Face face) => File(face).Shaping.SubsetFor(text);

    /// <summary>A line of text as placed glyphs. Asking again for the same is cheap.</summary>
    /// <param name="size">Stage units per em; positive.</param>
    public ShapedText Shape(string text, Face face, float size) =>
        _texts.GetOrAdd((text, face, size), key => _shaper.Shape(key.Text, key.Face, key.Size));

    /// <summary>
    /// Running text in lines: as few as fit, and these as equal as they can be. A word wider than the room stands on a line of its own.
    /// Asking again for the same is cheap.
    /// </summary>
    /// <param name="face">Of words that do not stand out.</param>
    /// <param name="size">Stage units per em; positive.</param>
    /// <param name="width">The room, in stage units.</param>
    /// <exception cref="FormulaException">A formula in it cannot be set.</exception>
    public ImmutableArray<RichLine> Wrap(RichText text, Face face, float size, float width) => _paragraphs.GetOrAdd(
        (text, face, size, width), key => new RichSetter(this, key.Text, key.Face, key.Size).Wrap(key.Width));

    /// <summary>A line of text, cut and ended with "…" where it is wider than there is room for; a letter of it is always left.</summary>
    /// <param name="size">Stage units per em; positive.</param>
    /// <param name="room">Stage units.</param>
    public string Shortened(string text, Face face, float size, float room)
    {
        if (text.Length <= 2 || Shape(text, face, size).Width <= room) return text;
        var whole = text.TrimEnd('…');
        string Cut(int letters) => whole[..letters].TrimEnd() + "…";
        var letters = whole.Length - 1;
        while (letters > 1 && Shape(Cut(letters), face, size).Width > room) letters--;
        return Cut(letters);
    }

    /// <summary>A formula as placed glyphs and rules. Asking again for the same is cheap.</summary>
    /// <param name="source">TeX's notation; see <see cref="Formula"/>.</param>
    /// <param name="size">Stage units per em; positive.</param>
    /// <exception cref="FormulaException">The source has problems, or a letter that the font lacks.</exception>
    public FormulaLayout Lay(string source, float size) => _formulas.GetOrAdd((source, size), key => _typesetter.Lay(key.Source, key.Size));

    /// <summary>
    /// What is wrong with a formula's source, letters that the font lacks included; empty where <see cref="Lay"/> will set it.
    /// </summary>
    public ImmutableArray<FormulaProblem> Check(string source) => _typesetter.Set(source).Problems;

    /// <summary>The characters of a text that no font on the shelf has, in any of the faces that words are set in; null for none.</summary>
    public MissingLetters? MissingFrom(string text)
    {
        var missing = Shape(text, Face.Regular, 1).MissingCharacters;
        if (HasOwn) missing = [.. missing.Union(Shape(text, Face.Bold, 1).MissingCharacters)];
        return MissingLetters.Of(text, missing);
    }

    internal FontFile File(Face face) => _files[(int)face];

    public void Dispose()
    {
        // What looks otherwise than its file comes after it, and goes before.
        foreach (var file in _files.Distinct().Reverse()) file.Dispose();
    }
}

/// <summary>A font in two weights, each the bytes of a TTF or OTF file.</summary>
/// <param name="Bold">Empty where the font has but one.</param>
public readonly record struct FontPair(ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Bold = default);
