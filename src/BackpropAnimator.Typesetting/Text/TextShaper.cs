using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Turns a line of text into placed glyphs. HarfBuzz kerns, puts marks on their letters and turns runs from right to left; ours are the
/// numbers (see <see cref="NumberStyle"/>) and other faces where the first lacks a letter.
/// </summary>
internal sealed class TextShaper(Func<Face, FontFile> files, FaceChoice faces)
{
    /// <param name="text">One line. A tab or a line break counts as a space.</param>
    /// <param name="face">The face to set it in, as far as it has the letters.</param>
    /// <param name="size">Stage units per em.</param>
    public ShapedText Shape(string text, Face face, float size)
    {
        var spaced = string.Create(text.Length, text, static (letters, from) =>
        {
            for (var i = 0; i < letters.Length; i++) letters[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
        var line = NumberStyle.WithTrueMinus(Composition.Compose(spaced));
        var missing = new List<string>();
        var builder = new LineBuilder(size, files(face));
        foreach (var run in TextRun.Of(line, faces.Choose(line, face, missing))) builder.Add(run);
        return new(files, text, line, face, size, builder.Width, builder.Ink, builder.Glyphs, builder.Clusters, [.. missing]);
    }
}
