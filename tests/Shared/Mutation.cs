using System.Text;

namespace BackpropAnimator.Tests;

/// <summary>Spoils a text as a slip of the hand or a bad disk would.</summary>
static class Mutation
{
    static readonly string[] Snippets =
        [
            "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "!x ", "|\n", ">", "'", "\"", "#", "\t", "---\n", "...\n", "? ", ", ", "%", "@",
            "<<: ", "~", "\0", "\u2028", "1e999", ".nan", "-1", "[[[1]]]", "\\", "\r",
        ];

    public static string Of(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--) text = Once(text, random);
        return text;
    }

    static string Once(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (i, j) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(8))
        {
            case 0: lines.RemoveAt(i); break;
            case 1: lines.Insert(i, lines[j]); break;
            case 2: (lines[i], lines[j]) = (lines[j], lines[i]); break;
            case 3: (lines[i], lines[j]) = (WithValueOf(lines[i], lines[j]), WithValueOf(lines[j], lines[i])); break;
            case 4: lines[i] = new string(' ', random.Next(8)) + lines[i].TrimStart(); break;
            case 5: lines[i] = Insert(lines[i], Snippets[random.Next(Snippets.Length)], random); break;
            case 6: lines[i] = lines[i][..random.Next(lines[i].Length + 1)]; break;
            default: return FlipByte(text, random);
        }
        return string.Join('\n', lines);
    }

    static string WithValueOf(string line, string other)
    {
        var (end, start) = (line.IndexOf(':', StringComparison.Ordinal), other.IndexOf(':', StringComparison.Ordinal));
        return end < 0 || start < 0 ? line : line[..end] + other[start..];
    }

    static string Insert(string line, string snippet, Random random) => line.Insert(random.Next(line.Length + 1), snippet);

    static string FlipByte(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Encoding.UTF8.GetString(bytes);
    }
}
