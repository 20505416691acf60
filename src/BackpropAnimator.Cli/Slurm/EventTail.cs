using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>The events that a job writes to a file, as they come. A job that starts again goes on writing at the file's end.</summary>
internal sealed class EventTail(string file)
{
    long read;

    /// <summary>The events since the last call.</summary>
    public IEnumerable<JsonObject> Next()
    {
        foreach (var line in NewLines().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (Parsed(line) is { } told) yield return told;
    }

    // Up to the last line that is complete.
    string NewLines()
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Math.Max(0, stream.Length - read)];
            stream.Position = read;
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var end = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            read += end;
            return Encoding.UTF8.GetString(bytes, 0, end);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // A job that was killed in the middle of a line, or the words of a program before ours, are none.
    static JsonObject? Parsed(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
