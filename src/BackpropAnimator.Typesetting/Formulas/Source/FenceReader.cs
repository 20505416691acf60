using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Reads delimiters that grow with their contents (<c>\left … \middle … \right</c>) or to a size that is named (<c>\big( … \big)</c>).
/// </summary>
internal static class FenceReader
{
    // Delimiters that are no single character as they are typed.
    static readonly Dictionary<string, char> Named = new()
    {
        ["{"] = '{', ["lbrace"] = '{', ["}"] = '}', ["rbrace"] = '}', ["lbrack"] = '[', ["rbrack"] = ']',
        ["langle"] = '⟨', ["rangle"] = '⟩', ["lfloor"] = '⌊', ["rfloor"] = '⌋', ["lceil"] = '⌈', ["rceil"] = '⌉',
        ["|"] = '‖', ["Vert"] = '‖', ["lVert"] = '‖', ["rVert"] = '‖', ["vert"] = '|', ["lvert"] = '|', ["rvert"] = '|',
        ["backslash"] = '\\', ["uparrow"] = '↑', ["downarrow"] = '↓', ["updownarrow"] = '↕',
    };

    const string Typed = "()[]|/⟨⟩⌊⌋⌈⌉‖";

    // The heights that plain TeX's sizes come to with Computer Modern's delimiters, whose steps Latin
    // Modern Math has too; a little less, so that a glyph a few units short of its step still counts.
    static readonly Dictionary<string, float> Sizes = new()
    {
        ["big"] = 1.19f, ["Big"] = 1.79f, ["bigg"] = 2.38f, ["Bigg"] = 2.98f,
    };

    static readonly Dictionary<string, AtomClass> Sides = new()
    {
        [""] = AtomClass.Ordinary, ["l"] = AtomClass.Opening, ["r"] = AtomClass.Closing, ["m"] = AtomClass.Relation,
    };

    /// <summary>What can stand after <c>\left</c>, as it is written.</summary>
    public static IEnumerable<string> Delimiters =>
        Typed.Select(fence => fence.ToString()).Concat(Named.Keys.Select(name => $"\\{name}")).Append(".");

    public static IEnumerable<string> BigNames => from size in Sizes.Keys from side in Sides.Keys select size + side;

    /// <summary>Reads from after <c>\left</c> to its <c>\right</c>.</summary>
    public static Fenced Read(FormulaParser parser, int column)
    {
        var delimiters = ImmutableArray.CreateBuilder<int?>();
        var segments = ImmutableArray.CreateBuilder<Group>();
        delimiters.Add(Delimiter(parser, "\\left"));
        while (true)
        {
            segments.Add(new Group(parser.Cursor.Column, parser.Row(Closer.Right)));
            var command = parser.Cursor.Next == '\\' ? parser.Cursor.PeekCommand() : "";
            if (command is not ("middle" or "right"))
            {
                parser.Report(column, "this '\\left' has no '\\right'", "add '\\right)' or, for an empty delimiter, '\\right.'");
                delimiters.Add(null);
                break;
            }
            parser.Cursor.Skip(1 + command.Length);
            delimiters.Add(Delimiter(parser, $"\\{command}"));
            if (command == "right") break;
        }
        return new(column, delimiters.ToImmutable(), segments.ToImmutable());
    }

    /// <summary>Reads the delimiter of <c>\big</c> and its like; null where the name is none of theirs.</summary>
    public static BigDelimiter? TryReadBig(FormulaParser parser, int column, string name)
    {
        var side = !Sizes.ContainsKey(name) && name.Length > 1 ? name[^1..] : "";
        return Sizes.TryGetValue(name[..^side.Length], out var size) && Sides.TryGetValue(side, out var @class)
            ? new(column, Delimiter(parser, $"\\{name}"), size, @class)
            : null;
    }

    /// <summary>The delimiter here; null for the empty one, a point, and for what is none, which is reported.</summary>
    static int? Delimiter(FormulaParser parser, string after)
    {
        var cursor = parser.Cursor;
        cursor.SkipSpace();
        var next = cursor.Next;
        if (cursor.TrySkip('.')) return null;
        if (next is '<' or '>')
        {
            cursor.Skip();
            return next == '<' ? '⟨' : '⟩';
        }
        if (Typed.Contains(next))
        {
            cursor.Skip();
            return next;
        }
        if (next == '\\' && Named.TryGetValue(cursor.PeekCommand(), out var named))
        {
            cursor.Skip(1 + cursor.PeekCommand().Length);
            return named;
        }
        const string Known = @"use one of ( ) [ ] | / \{ \} \| \langle \rangle \lfloor \rfloor \lceil \rceil or a point";
        parser.Report(cursor.Column, $"no delimiter follows {after}", Known);
        return null;
    }
}
