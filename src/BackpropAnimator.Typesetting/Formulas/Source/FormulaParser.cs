using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Reads a formula's source. It never gives up at the first problem: it reports it, puts something harmless in its place and reads on, so
/// that an author sees everything that is wrong at once.
/// </summary>
internal sealed class FormulaParser
{
    /// <summary>A formula longer than this is a mistake, and would not fit a screen.</summary>
    public const int MaxLength = 2000;

    // Layout recurses as deep as the source nests; TeX's own limit in grouping levels is 255, no lesson comes near 32.
    const int MaxDepth = 32;
    const int MaxProblems = 20;

    // \qquad between a formula and its number.
    const float TagGapMu = 36;

    readonly SourceCursor _cursor;
    readonly List<FormulaProblem> _problems = [];
    readonly List<Closer> _open = [];
    MathNode? _tag;
    int _depth;

    FormulaParser(string source) => _cursor = new(source);

    public SourceCursor Cursor => _cursor;

    /// <summary>The alphabet in force here.</summary>
    public Alphabet Alphabet { get; private set; } = Alphabet.Usual;

    /// <summary>The mark here that ends a row or a cell; null where something else stands.</summary>
    public RowEnd? EndHere => RowEnd.At(_cursor, _open.Contains(Closer.Dollar));

    public static ParsedFormula Parse(string source)
    {
        if (source.Length > MaxLength)
        {
            var message = $"the formula has {source.Length} characters; the most is {MaxLength}";
            return new(new(1, []), [new(1, message, "split it into several formulas")]);
        }
        var parser = new FormulaParser(source);
        var items = parser.Tagged(() => parser.Row(Closer.EndOfSource), out var tag);
        if (tag is not null) items = [.. items, new Gap(tag.Column, Length.OfMu(TagGapMu)), tag];
        return new(new(1, items), [.. parser._problems.OrderBy(problem => problem.Column)]);
    }

    public void Report(int column, string message, string? hint = null)
    {
        if (_problems.Count < MaxProblems) _problems.Add(new(column, message, hint));
    }

    /// <summary>The items from here to what closes the row, which is left for the caller to read.</summary>
    public ImmutableArray<MathNode> Row(Closer closer) =>
        Nested<ImmutableArray<MathNode>>([], () => Open(closer, () => RowReader.Read(this, closer)));

    /// <summary>Whether the construct that ends so is being read.</summary>
    public bool IsOpen(Closer closer) => _open.Contains(closer);

    /// <summary>
    /// What stands after a command (or ^ or _) as its argument: a group in
    /// braces or one atom. An empty group, reported, where there is none.
    /// </summary>
    /// <param name="of">Whose argument it is, as the author wrote it.</param>
    public MathNode Argument(string of) => Nested<MathNode>(new Group(_cursor.Column, []), () =>
    {
        _cursor.SkipSpace();
        var column = _cursor.Column;
        var isThere = !_cursor.AtEnd && _cursor.Next is not (']' or '^' or '_') && EndHere is null;
        if (isThere && Atom(whole: false) is { } atom) return atom;
        Report(column, $"{of} misses an argument", "write it in braces: {…}");
        return new Group(column, []);
    });

    /// <summary>The argument of <paramref name="of"/> in an alphabet of its own.</summary>
    public MathNode ArgumentIn(Alphabet alphabet, string of)
    {
        var outer = Alphabet;
        Alphabet = alphabet;
        var argument = Argument(of);
        Alphabet = outer;
        return argument;
    }

    /// <summary>What a sub-formula's own row is made of.</summary>
    public static ImmutableArray<MathNode> Items(MathNode node) => node is Group { Class: AtomClass.Ordinary } group ? group.Items : [node];

    /// <inheritdoc cref="RawReader.Read"/>
    public string? RawArgument(string of) => RawReader.Read(this, of);

    /// <summary>Reads the contents of braces that must open here in another way than as a row.</summary>
    /// <param name="of">Whose argument it is, as the author wrote it.</param>
    /// <param name="read">Reads up to the closing brace, and leaves it.</param>
    public void InBraces(string of, Action read)
    {
        _cursor.SkipSpace();
        var column = _cursor.Column;
        if (!_cursor.TrySkip('{'))
        {
            Report(column, $"{of} misses an argument", "write it in braces: {…}");
            return;
        }
        Nested(false, () => Open(Closer.Brace, () =>
        {
            read();
            return true;
        }));
        Close('}', column, "{");
    }

    /// <summary>Reads what closes a construct that began at <paramref name="column"/>, or reports that it is missing.</summary>
    public void Close(char closer, int column, string opener)
    {
        if (!_cursor.TrySkip(closer)) Report(column, $"this '{opener}' is never closed", $"add '{closer}'");
    }

    /// <summary>What <paramref name="read"/> gives, and the number that a <c>\tag</c> in it gives it.</summary>
    public T Tagged<T>(Func<T> read, out MathNode? tag)
    {
        var outer = _tag;
        _tag = null;
        var result = read();
        (tag, _tag) = (_tag, outer);
        return result;
    }

    /// <summary>Takes the number of what is being read.</summary>
    public void Tag(MathNode tag)
    {
        if (_tag is not null) Report(tag.Column, "one line has two tags", "leave one of them out");
        _tag = tag;
    }

    /// <summary>One atom without its scripts; null where the source has something that shows nothing (and was reported).</summary>
    /// <param name="whole">Whether digits form numbers and upright letters words, as in a row; else one character is all, as in
    /// x^10.</param>
    public MathNode? Atom(bool whole)
    {
        _cursor.SkipSpace();
        var column = _cursor.Column;
        switch (_cursor.Next)
        {
            case '{':
                _cursor.Skip();
                var group = new Group(column, Row(Closer.Brace));
                Close('}', column, "{");
                return group;
            case '$' or '\\' when Shift.Read(this) is { } shifted:
                return new Group(column, shifted);
            case '\\':
                return CommandReader.Read(this);
            case '~':
                _cursor.Skip();
                return new Gap(column, Spaces.OfWord);
            case >= '0' and <= '9' when whole:
                return new Symbol(column, Alphabet.Show(_cursor.TakeNumber()), AtomClass.Ordinary);
            case >= 'A' and <= 'z' when whole && Alphabet.FormsWords && _cursor.TakeLetters() is { Length: > 0 } word:
                return new Symbol(column, Alphabet.Show(word), AtomClass.Ordinary);
            default:
                return CharacterReader.Read(this);
        }
    }

    T Open<T>(Closer closer, Func<T> read)
    {
        _open.Add(closer);
        var result = read();
        _open.RemoveAt(_open.Count - 1);
        return result;
    }

    T Nested<T>(T otherwise, Func<T> read)
    {
        if (_depth >= MaxDepth)
        {
            Report(_cursor.Column, $"nested more than {MaxDepth} deep");
            _cursor.SkipToEnd();
            return otherwise;
        }
        _depth++;
        var result = read();
        _depth--;
        return result;
    }
}

/// <param name="Root">What was read, with something harmless in the place of whatever could not be.</param>
internal sealed record ParsedFormula(Group Root, ImmutableArray<FormulaProblem> Problems);
