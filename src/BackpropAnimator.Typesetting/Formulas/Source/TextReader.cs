using System.Collections.Immutable;
using System.Text;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads words inside a formula, and the formulas, spaces and colours that may stand between them.</summary>
internal sealed class TextReader
{
    static readonly Dictionary<string, Alphabet> Alphabets = new()
    {
        ["text"] = Alphabet.Roman, ["mbox"] = Alphabet.Roman, ["textrm"] = Alphabet.Roman, ["textnormal"] = Alphabet.Roman,
        ["textbf"] = Alphabet.Bold, ["textit"] = Alphabet.Italic, ["textsf"] = Alphabet.Sans, ["texttt"] = Alphabet.Typewriter,
    };

    // The signs that mean something to TeX, by the command that shows them.
    static readonly Dictionary<string, char> Signs = new()
    {
        ["{"] = '{', ["}"] = '}', ["%"] = '%', ["$"] = '$', ["#"] = '#', ["&"] = '&', ["_"] = '_',
        ["textbackslash"] = '\\', ["textasciitilde"] = '~', ["ldots"] = '…', ["dots"] = '…', [" "] = ' ', ["space"] = ' ',
    };

    readonly FormulaParser _parser;
    readonly string _of;
    readonly Alphabet _alphabet;
    readonly ImmutableArray<MathNode>.Builder _items = ImmutableArray.CreateBuilder<MathNode>();
    readonly StringBuilder _words = new();
    int _wordsColumn;

    TextReader(FormulaParser parser, string of, Alphabet alphabet) => (_parser, _of, _alphabet) = (parser, of, alphabet);

    /// <summary>The commands that take words.</summary>
    public static ImmutableArray<Construct> All { get; } =
    [
        .. Alphabets.Select(it => new Construct(
            it.Key == "text" ? @"\text{if $x > 0$}" : $@"\{it.Key}{{if}}",
            (parser, column) => Read(parser, column, $@"\{it.Key}", it.Value))),
    ];

    /// <summary>Words with the signs in them written so that each shows itself.</summary>
    public static string Escaped(string words) => string.Concat(words.Select(letter => letter switch
    {
        '{' or '}' or '$' => $"\\{letter}",
        '\\' => @"\textbackslash{}",
        '~' => @"\textasciitilde{}",
        _ => $"{letter}",
    }));

    /// <summary>Reads words in braces that must open here.</summary>
    /// <param name="of">Whose argument they are, as the author wrote it.</param>
    public static MathNode Read(FormulaParser parser, int column, string of) => Read(parser, column, of, Alphabet.Roman);

    static MathNode Read(FormulaParser parser, int column, string of, Alphabet alphabet)
    {
        var items = Items(parser, of, alphabet);
        return items is [var only] ? only : new Group(column, items);
    }

    static ImmutableArray<MathNode> Items(FormulaParser parser, string of, Alphabet alphabet)
    {
        var reader = new TextReader(parser, of, alphabet);
        parser.InBraces(of, reader.ReadUpToBrace);
        reader.Flush();
        return reader._items.ToImmutable();
    }

    void ReadUpToBrace()
    {
        var cursor = _parser.Cursor;
        while (!cursor.AtEnd && cursor.Next != '}')
        {
            if (cursor.Next == '{') _parser.InBraces(_of, ReadUpToBrace);
            else if (cursor.Next == '$') ReadMath();
            else if (cursor.Next == '\\') ReadCommand();
            else
            {
                var isBlank = cursor.Next == '~' || char.IsWhiteSpace(cursor.Next) || char.IsControl(cursor.Next);
                Append(isBlank ? ' ' : cursor.Next);
                cursor.Skip();
            }
        }
    }

    void ReadCommand()
    {
        var cursor = _parser.Cursor;
        var column = cursor.Column;
        var name = cursor.PeekCommand();
        if (name is "(" or "[")
        {
            ReadMath();
            return;
        }
        cursor.Skip(1 + name.Length);
        if (Signs.TryGetValue(name, out var sign)) Append(sign);
        else if (Spaces.ByName.TryGetValue(name, out var width)) Add(new Gap(column, width));
        else if (Alphabets.TryGetValue(name, out var alphabet)) Add([.. Items(_parser, $"\\{name}", alphabet)]);
        else if (PartReader.IsColor(name))
            Add(new Tinted(column, PartReader.ColorArgument(_parser, $"\\{name}"), Items(_parser, $"\\{name}", _alphabet)));
        else if (name is [var accent] && "'`^\"=.".Contains(accent))
            _parser.Report(column, $"'\\{name}' is no accent here", "type the letter with its accent, such as é");
        else _parser.Report(column, $"no command can stand inside {_of}{{…}}", "put it between dollars: $…$; or close the brace before it");
    }

    void ReadMath()
    {
        var column = _parser.Cursor.Column;
        if (Shift.Read(_parser) is { } items) Add(new InlineMath(column, items));
    }

    void Append(char letter)
    {
        if (_words.Length == 0) _wordsColumn = _parser.Cursor.Column;
        _words.Append(letter);
    }

    void Add(params ReadOnlySpan<MathNode> items)
    {
        Flush();
        _items.AddRange(items);
    }

    void Flush()
    {
        if (_words.Length == 0) return;
        var text = Composition.Compose(_words.ToString());
        _items.Add(new Words(_wordsColumn, text, _alphabet.Show(text)));
        _words.Clear();
    }
}
