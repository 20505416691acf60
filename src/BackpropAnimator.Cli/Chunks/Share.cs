using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>One of several parts of the same size of a list of chunks.</summary>
/// <param name="Index">From 0.</param>
internal sealed record Share(int Index, int Count)
{
    // Where engines tell a task which one it is: Slurm, AWS Batch, a Kubernetes indexed job.
    static readonly string[] variables = ["SLURM_ARRAY_TASK_ID", "AWS_BATCH_JOB_ARRAY_INDEX", "JOB_COMPLETION_INDEX"];

    /// <summary>The chunks of this share: those whose middle lies in its part of the time that all take.</summary>
    /// <remarks>
    /// They follow one another, so a share has to do with few videos. However often it is asked, each chunk is in exactly one share.
    /// </remarks>
    public ImmutableArray<ListedChunk> Of(ImmutableArray<ListedChunk> all)
    {
        var whole = all.Sum(chunk => chunk.Seconds);
        var mine = ImmutableArray.CreateBuilder<ListedChunk>();
        var before = 0.0;
        foreach (var chunk in all)
        {
            var middle = (before + chunk.Seconds / 2) / whole;
            if (Math.Min(Count - 1, (int)(middle * Count)) == Index) mine.Add(chunk);
            before += chunk.Seconds;
        }
        return mine.ToImmutable();
    }

    /// <summary>Reads <c>I/N</c>, or <c>N</c> where the environment tells which of them it is.</summary>
    public static Share? Parse(ArgumentResult result) => Parse(result.Tokens[0].Value, Environment.GetEnvironmentVariable, result.AddError);

    /// <param name="variable">The environment.</param>
    /// <param name="refuse">Takes what is wrong.</param>
    /// <returns>Null where it is refused.</returns>
    public static Share? Parse(string word, Func<string, string?> variable, Action<string> refuse)
    {
        var numbers = word.Split('/');
        if (numbers.Length is 1 or 2 && Number(numbers[^1]) is { } count and > 0)
        {
            var name = variables.FirstOrDefault(name => variable(name) is { Length: > 0 });
            var (index, source) = numbers.Length == 2 ? (Number(numbers[0]), "") : (Number(name is null ? null : variable(name)), name);
            if (index is { } valid && valid < count) return new(valid, count);
            if (numbers.Length == 1 && name is null)
                refuse($"--render {word} does not say which share; write I/{word}, or let {string.Join(", ", variables)} tell it");
            else if (index is { } outside)
                refuse($"there is no share {outside} of {count}{(source is "" ? "" : $" ({source})")}: they are counted from 0");
            else refuse($"'{(source is "" ? word : variable(source!))}' is no number of a share{(source is "" ? "" : $" ({source})")}");
            return null;
        }
        refuse($"'{word}' is not a share; write I/N, such as 0/8 for the first of eight");
        return null;
    }

    static int? Number(string? word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
