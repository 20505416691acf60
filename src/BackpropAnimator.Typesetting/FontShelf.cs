using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// The program's fonts, and everything that is set with them. Safe to use from several threads: after opening nothing changes but caches,
/// and those are bounded.
/// </summary>
public sealed class FontShelf : IDisposable
{
    // A frame shows some hundred texts; a counting number makes a new one every frame.
    const int TextsRemembered = 8192;

    // A formula is a few kilobytes; numbers that count up inside one make a new one every frame.
    const int FormulasRemembered = 1024;

    readonly ImmutableArray<FontFile> _files;
    readonly Lazy<string> _fingerprint;
    readonly BoundedCache<(string Text, Face Face, float Size), ShapedText> _texts = new(TextsRemembered);
    readonly BoundedCache<(string Source, float Size), FormulaLayout> _formulas = new(FormulasRemembered);
    readonly TextShaper _shaper;
    readonly FormulaTypesetter _typesetter;

    FontShelf(string folder)
    {
        _files = [.. Enum.GetValues<Face>().Select(face => FontFile.Open(face, FontFiles.PathOf(face, folder)))];
        _fingerprint = new(() => FontFiles.Fingerprint(folder));
        _shaper = new(File);
        _typesetter = new(File);
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
    public static FontShelf Open(string folder) => new(folder);

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
        foreach (var file in _files) file.Dispose();
    }
}
