using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>The ink of all owners that look alike, ready to be drawn in one colour and at one placement.</summary>
internal sealed class LookGroup
{
    readonly SKTextBlob? _text;
    readonly SKPath? _joined;
    readonly SKPath? _rules;
    readonly bool _hasStrokes;
    readonly Lazy<SKPath> _outline;

    LookGroup(FormulaInk ink, Func<Face, FontFile> files, Func<int, bool> isMember)
    {
        var pieces = ink.Only(isMember);
        var joined = pieces.Joined;
        _text = GlyphBlob.Of([.. pieces.Glyphs.Where(it => !it.IsJoined).Select(it => it.Glyph)], files);
        var rules = pieces.Rules.Where(it => !it.IsJoined).Select(it => it.Rect).ToArray();
        if (rules.Length > 0) _rules = InkPath.Of([], rules, [], files);
        _hasStrokes = pieces.Strokes.Length > 0;
        if (joined.Glyphs.Length + joined.Rules.Length + joined.Strokes.Length > 0) _joined = joined.Outline(files);
        _outline = new(() => pieces.Outline(files));
    }

    /// <summary>
    /// Makes the groups of a grouping from its key (one character for each owner; owners with equal characters are one group).
    /// </summary>
    public static Func<string, ImmutableArray<LookGroup>> All(FormulaInk ink, Func<Face, FontFile> files) => key =>
    [
        .. key.Where(letter => letter != ' ').Distinct().Select(group => new LookGroup(ink, files, owner => key[owner] == group)),
    ];

    /// <param name="asOutlines">Whether letters are outlines also where nothing moves.</param>
    public void Draw(SKCanvas canvas, OwnerLook look, bool asOutlines)
    {
        var paint = FillPaint.Of(look.Color);
        var isMoved = look.Placement != Placement.Identity;
        // Where a stroke crosses letters, a translucent colour would show twice.
        if (!asOutlines && !isMoved && !(_hasStrokes && look.Color.Alpha < 255))
        {
            DrawAtRest(canvas, paint);
            return;
        }
        canvas.Save();
        canvas.Translate(look.Placement.X, look.Placement.Y);
        canvas.Scale(look.Placement.Scale);
        canvas.DrawPath(_outline.Value, paint);
        canvas.Restore();
    }

    void DrawAtRest(SKCanvas canvas, SKPaint paint)
    {
        if (_text is not null) canvas.DrawText(_text, 0, 0, paint);
        if (_joined is not null) canvas.DrawPath(_joined, paint);
        if (_rules is not null) canvas.DrawPath(_rules, paint);
    }
}
