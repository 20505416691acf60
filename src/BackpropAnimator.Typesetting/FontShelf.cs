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

    readonly string _folder;
    readonly ImmutableArray<FontFile> _files;
    readonly Lazy<string> _fingerprint;
    readonly BoundedCache<(string Text, Face Face, float Size), ShapedText> _texts = new(TextsRemembered);
    readonly BoundedCache<(string Source, float Size), FormulaLayout> _formulas = new(FormulasRemembered);
    readonly TextShaper _shaper;
    readonly FormulaTypesetter _typesetter;

    /// <param name="own">A scene's fonts, each in the place of one of the program's; empty for none.</param>
    /// <param name="ownFingerprint">Stands for their bytes.</param>
    FontShelf(string folder, ImmutableArray<FontFile> own, string ownFingerprint)
    {
        (_folder, HasOwn) = (folder, !own.IsEmpty);
        ImmutableArray<FontFile> shipped = [.. Faces.Where(IsShipped).Select(Open)];
        ImmutableArray<FontFile> spare = HasOwn
            ? [Open(Face.SpareRegular), Open(Face.SpareSemiBold)]
            : [shipped[(int)Face.Regular], shipped[(int)Face.SemiBold]];
        _files = [.. own.Concat(shipped).OrderBy(file => file.Face), .. spare];
        _fingerprint = new(() => FontFiles.Fingerprint(folder) + ownFingerprint);
        _shaper = new(File);
        _typesetter = new(File);

        bool IsShipped(Face face) => own.All(file => file.Face != face);
        FontFile Open(Face face) => FontFile.Open(face, FontFiles.PathOf(face, folder));
    }

    /// <summary>What text is set in; other faces only stand in for letters that these lack.</summary>
    public static ImmutableArray<Face> Faces { get; } = [Face.Regular, Face.Medium, Face.SemiBold, Face.Bold, Face.Math];

    /// <summary>Whether a scene's own fonts are on it.</summary>
    public bool HasOwn { get; }

    /// <summary>A shelf with a scene's fonts for words and numbers; formulas keep theirs. The caller disposes of it.</summary>
    /// <param name="text">A TTF or OTF file; empty for the program's own font.</param>
    /// <param name="bold">The same for what stands out; empty where <paramref name="text"/> serves.</param>
    /// <returns>Null where one of them is no font that can be read.</returns>
    public FontShelf? With(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bold)
    {
        var files = ImmutableArray.CreateBuilder<FontFile>();
        foreach (var face in new[] { Face.Regular, Face.Medium, Face.SemiBold, Face.Bold })
        {
            var bytes = face is Face.SemiBold or Face.Bold && !bold.IsEmpty ? bold : text;
            if (bytes.IsEmpty) continue;
            if (FontFile.Of(face, bytes) is { } file) files.Add(file);
            else
            {
                foreach (var made in files) made.Dispose();
                return null;
            }
        }
        return new(_folder, files.ToImmutable(), $"+{Hash(text)}+{Hash(bold)}");

        static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }

    /// <summary>The letters of a text that a face lacks, each once; they are taken from other faces.</summary>
    public ImmutableArray<string> BorrowedFor(string text, Face face) =>
    [
        .. Composition.Compose(text).EnumerateRunes()
            .Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && File(face).Glyph(rune.Value) == 0)
            .Select(rune => rune.ToString()).Distinct(),
    ];

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
    public static FontShelf Open(string folder) => new(folder, [], "");

    /// <summary>
    /// The same for the same font files, different for others: part of the key of whatever is drawn with them and stored.
    /// </summary>
    public string Fingerprint => _fingerprint.Value;

    public SKTypeface Typeface(Face face) => File(face).Typeface;

    /// <summary>A face's file with only the letters of a text, to go into a file that is read elsewhere.</summary>
    public byte[] SubsetFor(string text, Face face) => File(face).Shaping.SubsetFor(text);

    /// <summary>A line of text as placed glyphs. Asking again for the same is cheap.</summary>
    /// <param name="size">Stage units per em; positive.</param>
    public ShapedText Shape(string text, Face face, float size) =>
        _texts.GetOrAdd((text, face, size), key => _shaper.Shape(key.Text, key.Face, key.Size));

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

    internal FontFile File(Face face) => _files[(int)face];

    public void Dispose()
    {
        foreach (var file in _files.Distinct()) file.Dispose();
    }
}
