using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BackpropAnimator.Script.Editing;

/// <summary>Where every value and comment of a YAML document is written. Only for a text that <see cref="Yaml.Composer"/> reads.</summary>
internal sealed class SyntaxTree
{
    readonly Parser parser;
    readonly List<SyntaxScalar> scalars = [];
    readonly Dictionary<string, SyntaxNode> anchors = [];

    public SyntaxTree(string text)
    {
        Text = text;
        parser = new(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        Root = Next(inFlow: false);
        Comments = FindComments();
    }

    public string Text { get; }

    public SyntaxNode Root { get; }

    /// <summary>Where each comment starts, and the end of its line.</summary>
    public ImmutableArray<(int Start, int End)> Comments { get; }

    /// <summary>Whether a piece of the text has a comment in it.</summary>
    public bool HasComment(int start, int end) => Comments.Any(comment => comment.Start >= start && comment.Start < end);

    SyntaxNode Next(bool inFlow)
    {
        if (parser.Accept<AnchorAlias>(out _)) return Alias(parser.Consume<AnchorAlias>(), inFlow);
        var written = parser.Consume<NodeEvent>();
        var start = AfterAnchor(written);
        return written switch
        {
            Scalar scalar => Single(scalar, start, inFlow),
            SequenceStart list => List(list, start, inFlow),
            MappingStart keys => Mapping(keys, start, inFlow),
            _ => throw new InvalidOperationException($"{written.GetType()} begins no value"),
        };
    }

    SyntaxAlias Alias(AnchorAlias alias, bool inFlow) =>
        new(At(alias.Start), At(alias.End), inFlow, alias.Value.Value, anchors[alias.Value.Value]);

    SyntaxScalar Single(Scalar scalar, int start, bool inFlow)
    {
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        // The parser ends a text under | or > where the next value begins.
        var end = Math.Max(start, isBlock ? TrimmedEnd(start, At(scalar.End)) : At(scalar.End));
        char? quote = scalar.Style switch { ScalarStyle.SingleQuoted => '\'', ScalarStyle.DoubleQuoted => '"', _ => null };
        var single = new SyntaxScalar(start, end, inFlow, scalar.Value, quote, isBlock) { Anchor = NameOf(scalar) };
        scalars.Add(single);
        return Known(single);
    }

    SyntaxList List(SequenceStart list, int start, bool inFlow)
    {
        var isFlow = list.Style == SequenceStyle.Flow;
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        while (!parser.Accept<SequenceEnd>(out _)) items.Add(Next(inFlow || isFlow));
        var end = parser.Consume<SequenceEnd>();
        return Known(new SyntaxList(start, isFlow ? At(end.Start) + 1 : items[^1].End, inFlow, isFlow, items.ToImmutable())
        {
            Anchor = NameOf(list),
        });
    }

    SyntaxMapping Mapping(MappingStart keys, int start, bool inFlow)
    {
        var isFlow = keys.Style == MappingStyle.Flow;
        var entries = ImmutableArray.CreateBuilder<SyntaxEntry>();
        while (!parser.Accept<MappingEnd>(out _)) entries.Add(new(Next(inFlow || isFlow), Next(inFlow || isFlow)));
        var end = parser.Consume<MappingEnd>();
        // A pair in brackets, [a: 1], is a mapping that has no braces of its own.
        var hasBraces = isFlow && start < Text.Length && Text[start] == '{';
        if (isFlow && !hasBraces) start = entries[0].Key.Start;
        var last = hasBraces ? At(end.Start) + 1 : entries[^1].Value.End;
        return Known(new SyntaxMapping(start, last, inFlow, hasBraces, entries.ToImmutable()) { Anchor = NameOf(keys) });
    }

    T Known<T>(T node)
        where T : SyntaxNode
    {
        if (node.Anchor is { } name) anchors[name] = node;
        return node;
    }

    static string? NameOf(NodeEvent written) => written.Anchor.IsEmpty ? null : written.Anchor.Value;

    int AfterAnchor(NodeEvent written)
    {
        var start = At(written.Start);
        if (written.Anchor.IsEmpty || start >= Text.Length || Text[start] != '&') return start;
        start += 1 + written.Anchor.Value.Length;
        while (start < At(written.End) && char.IsWhiteSpace(Text[start])) start++;
        return start;
    }

    int TrimmedEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
        return end;
    }

    // A # that begins a line or follows a blank, and is in no value.
    ImmutableArray<(int, int)> FindComments()
    {
        var comments = ImmutableArray.CreateBuilder<(int, int)>();
        var (at, scalar) = (0, 0);
        while ((at = Text.IndexOf('#', at)) >= 0)
        {
            while (scalar < scalars.Count && scalars[scalar].End <= at) scalar++;
            var isInValue = scalar < scalars.Count && scalars[scalar].Start <= at;
            if (isInValue || (at > 0 && !char.IsWhiteSpace(Text[at - 1])))
            {
                at++;
                continue;
            }
            var end = Lines.ContentEnd(Text, at);
            comments.Add((at, end));
            at = end;
        }
        return comments.ToImmutable();
    }

    static int At(Mark mark) => (int)mark.Index;
}
