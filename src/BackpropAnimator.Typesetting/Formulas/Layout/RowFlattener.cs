using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Lays a row's items out flat. A named or coloured part must not change the spaces around and inside it, so its items join the row that
/// it stands in, between two marks. (In TeX, braces around a sign would make it an ordinary atom.)
/// </summary>
internal sealed class RowFlattener(MathFont font, bool namesTerms)
{
    readonly List<RowEntry> _entries = [];
    int _namedDepth;

    public IReadOnlyList<RowEntry> Entries => _entries;

    /// <summary>Adds items; a style switch among them holds up to their end.</summary>
    public void Add(ImmutableArray<MathNode> items, MathStyle style)
    {
        foreach (var item in items)
            if (item is StyleSwitch { Level: var level }) style = style with { Level = level };
            else Add(item, style);
    }

    void Add(MathNode item, MathStyle style)
    {
        switch (item)
        {
            case Gap gap:
                _entries.Add(new RowEntry.Space(gap.Width.At(font.Scale(style))));
                break;
            case NamedPart part:
                AddPart(new(part.Name, null), part.Items, style);
                break;
            case Tinted tinted:
                AddPart(new(null, tinted.Color), tinted.Items, style);
                break;
            case Scripts scripts when ItemsOf(scripts.Nucleus) is [.., var last] && !IsOperator(scripts.Nucleus):
                // The script belongs to the part's last atom, as it would without the part's braces, but not to the part.
                Add(scripts.Nucleus, style);
                Add(scripts with { Nucleus = new ScriptAnchor(scripts.Column, last) }, style);
                break;
            default:
                _entries.Add(new RowEntry.Item(item, style, namesTerms && _namedDepth == 0));
                break;
        }
    }

    void AddPart(RowEntry.Begin begin, ImmutableArray<MathNode> items, MathStyle style)
    {
        _entries.Add(begin);
        if (begin.Name is not null) _namedDepth++;
        Add(items, style);
        if (begin.Name is not null) _namedDepth--;
        _entries.Add(new RowEntry.End());
    }

    /// <summary>Whether a part holds just an operator, which takes the part's scripts as its limits.</summary>
    static bool IsOperator(MathNode part) => ItemsOf(part) is [var only] && (only is Operator || IsOperator(only));

    /// <summary>What a part, or a coloured stretch, holds; nothing for any other node.</summary>
    public static ImmutableArray<MathNode> ItemsOf(MathNode node) => node switch
    {
        NamedPart part => part.Items,
        Tinted tinted => tinted.Items,
        _ => [],
    };
}

/// <summary>A row with the braces of its parts taken away: atoms, spaces, and where parts begin and end.</summary>
internal abstract record RowEntry
{
    /// <summary>An atom before it is set, in the style that holds at its place.</summary>
    public sealed record Item(MathNode Node, MathStyle Style, bool IsTerm) : RowEntry;

    /// <param name="Width">In ems of the formula's size.</param>
    public sealed record Space(float Width) : RowEntry;

    public sealed record Begin(string? Name, SKColor? Tint) : RowEntry;

    public sealed record End : RowEntry;
}
