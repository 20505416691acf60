using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// Builds the tree of one YAML document from the parser's events. It keeps every value's place, writes merge keys out, leaves out what is
/// set aside for aliases, reports what a scene may not hold (tags, duplicate keys, a second document), and is bounded: an alias costs what
/// it stands for.
/// </summary>
/// <remarks>YamlDotNet's own tree stops at the first duplicate key, recurses as deep as the file says and hashes aliases in full.</remarks>
internal sealed class Composer
{
    /// <summary>How deep lists and mappings may nest: the deepest scene needs 8.</summary>
    public const int MaxDepth = 32;

    /// <summary>How many values a scene may have with its aliases written out; a node takes under 100 bytes, so this is 25 MB.</summary>
    public const int MaxNodes = 250_000;

    /// <summary>What keys begin with whose values are there for aliases alone, anywhere.</summary>
    public const string AsidePrefix = "x-";

    const int MaxProblems = 1000;

    readonly string text;
    readonly Parser parser;
    readonly Func<Mark, SourcePosition> place;
    readonly DiagnosticBag problems;
    readonly Dictionary<AnchorName, Node> anchors = [];
    long nodes;

    Composer(string text, Func<Mark, SourcePosition> place, DiagnosticBag problems)
    {
        this.text = text;
        parser = new Parser(new StringReader(text));
        this.place = place;
        this.problems = problems;
    }

    /// <summary>The document's root; null when there is none or it cannot be read, which is then reported.</summary>
    public static Node? Compose(string text, Func<Mark, SourcePosition> place, DiagnosticBag problems)
    {
        var composer = new Composer(text, place, problems);
        try
        {
            return composer.Document();
        }
        catch (TooMuchException)
        {
            return null;
        }
        // The parser answers some broken documents with exceptions that are not its own.
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            SyntaxError.Report(text, e as YamlException, composer.parser.Current, place, problems);
            return null;
        }
    }

    Node? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out var end))
        {
            problems.Error(place(end.Start), "there is no scene here", "a scene has 'network', 'example' and 'phases'");
            return null;
        }
        parser.Consume<DocumentStart>();
        var root = Next(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            problems.Error(
                place(second.Start), "a second document starts here", "a file holds one scene: leave '---' out, or make two files");
        return root;
    }

    Node Next(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Resolve(alias, depth);
        var node = parser.Current as NodeEvent ?? throw new InvalidOperationException();
        var at = place(node.Start);
        Count(at, 1);
        if (!node.Tag.IsEmpty)
            problems.Error(at, $"tags such as {Quote.InWords(node.Tag.ToString())} have no meaning in a scene", "leave the tag out");
        Node made = node switch
        {
            Scalar scalar => Single(scalar, at),
            SequenceStart => List(at, Deeper(at, depth)),
            MappingStart => Mapping(at, Deeper(at, depth)),
            _ => throw new InvalidOperationException(),
        };
        if (!node.Anchor.IsEmpty) anchors[node.Anchor] = made;
        return made;
    }

    ScalarNode Single(Scalar scalar, SourcePosition at)
    {
        parser.MoveNext();
        var quotes = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var isAsRead = scalar.Start.Line == scalar.End.Line && scalar.End.Column - scalar.Start.Column == scalar.Value.Length + 2 * quotes;
        return new(at, scalar.Value, scalar.Style != ScalarStyle.Plain)
        {
            TextStart = isAsRead ? at with { Column = at.Column + quotes } : null,
            Escapes = scalar.Style == ScalarStyle.DoubleQuoted ? Escapes.In(text[(int)scalar.Start.Index..(int)scalar.End.Index]) : [],
        };
    }

    SequenceNode List(SourcePosition at, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Next(depth));
        return new(at, items.ToImmutable());
    }

    MappingNode Mapping(SourcePosition at, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var merged = new List<MappingNode>();
        var places = new Dictionary<string, SourcePosition>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Next(depth);
            var value = Next(depth);
            if (key is not ScalarNode name)
                problems.Error(key.Position, $"a key is a single word, not {key.InWords}", null);
            else if (!places.TryAdd(name.Text, name.Position))
                problems.Error(
                    name.Position, $"duplicate key {Quote.InWords(name.Text)}",
                    $"the first one is at {places[name.Text]}{(MergeKey.Is(name) ? "; one '<<' takes a list: <<: [*a, *b]" : "")}");
            else if (MergeKey.Is(name))
                merged.AddRange(MergeKey.Mappings(value, problems));
            else if (name.Quoted || !name.Text.StartsWith(AsidePrefix, StringComparison.Ordinal))
                entries.Add(new(name, value));
        }
        return MergeKey.Write(new(at, entries.ToImmutable()), merged);
    }

    Node Resolve(AnchorAlias alias, int depth)
    {
        var at = place(alias.Start);
        if (!anchors.TryGetValue(alias.Value, out var target))
        {
            problems.Error(at, $"the alias '*{alias.Value}' has no anchor '&{alias.Value}' that is complete before it", null);
            target = new ScalarNode(at, "", quoted: false);
        }
        Count(at, target.Size);
        Deeper(at, depth + target.Height - 1);
        return target;
    }

    int Deeper(SourcePosition at, int depth) =>
        depth < MaxDepth ? depth + 1 : throw TooMuch(at, $"lists and mappings nest deeper than {MaxDepth} levels");

    void Count(SourcePosition at, long more)
    {
        nodes += more;
        // Nobody reads on; the bag has counted them.
        if (problems.Count > MaxProblems) throw new TooMuchException();
        if (nodes > MaxNodes) throw TooMuch(at, $"the scene has more than {MaxNodes:N0} values, its aliases written out");
    }

    TooMuchException TooMuch(SourcePosition at, string message)
    {
        problems.Error(at, message, null);
        return new();
    }

    /// <summary>Ends the reading of a document that is beyond a limit, once that is reported.</summary>
    sealed class TooMuchException : Exception;
}
