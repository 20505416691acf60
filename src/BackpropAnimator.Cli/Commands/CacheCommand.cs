using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop cache</c>: the chunks of video, and the speech, that are kept for later renders.</summary>
internal static class CacheCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var folder = new CacheOptions(environment).Cache;
        folder.Recursive = true;
        Option<bool> json = new("--json") { Description = "Print JSON instead of a table." };
        var clear = new DocumentedCommand(
            "clear",
            "Remove every chunk, and all speech, that no render is using at this moment. Nothing is lost but the time to make it again.",
            "backprop cache clear");
        clear.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(folder);
            var (removed, left) = ChunkCache.Clear(path);
            var (forgotten, spoken) = SpeechCache.Clear(path);
            environment.Messages.WriteLine($"Removed {Quantity.Of(removed.Chunks, "chunk")}, {Quantity.OfBytes(removed.Bytes)}.");
            if (forgotten.Recordings > 0) environment.Messages.WriteLine($"Removed {InWords(forgotten)}.");
            if (left.Chunks > 0)
                environment.Messages.WriteLine(
                    $"Left {Quantity.Of(left.Chunks, "chunk")}, {Quantity.OfBytes(left.Bytes)}, in use by a render.");
            if (spoken.Recordings > 0) environment.Messages.WriteLine($"Left {InWords(spoken)}, in use by a render.");
            return ExitCode.Success;
        });
        var command =
            new DocumentedCommand(
            "cache", "Show where rendered chunks, and what was said, are kept for the next render, and how much room they take.",
            "backprop cache",
            "backprop cache clear",
            "backprop cache --json | jq .bytes")
        {
            folder, json, clear,
        };
        command.SetAction(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var (chunks, speech) = (ChunkCache.Measure(path), SpeechCache.Measure(path));
            if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(JsonOf(path, chunks, speech)));
            else environment.Write(TableOf(path, chunks, speech));
            return ExitCode.Success;
        });
        return command;
    }

    static long Limit => new RenderOptions().CacheLimit;

    static string InWords(SpeechCacheContents speech) =>
        $"{Quantity.Of(speech.Recordings, "recording")} of speech, {Quantity.OfBytes(speech.Bytes)}";

    static Grid TableOf(string path, ChunkCacheContents contents, SpeechCacheContents speech)
    {
        var grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("folder", Markup.Escape(path));
        grid.AddRow("chunks", contents.Chunks.ToString(CultureInfo.InvariantCulture));
        grid.AddRow(
            "size", $"{Quantity.OfBytes(contents.Bytes)} of {Quantity.OfBytes(Limit)}; beyond, the chunks go that were used longest ago");
        if (contents.OldestUse is { } oldest) grid.AddRow("oldest", LastUsed(oldest));
        grid.AddRow("speech", $"{InWords(speech)}; what nobody says for {SpeechCache.Forgotten.Days} days goes");
        if (speech.OldestUse is { } unsaid) grid.AddRow("oldest", LastUsed(unsaid));
        return grid;
    }

    static string LastUsed(DateTime use) => $"last used {use.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}";

    static JsonObject JsonOf(string path, ChunkCacheContents contents, SpeechCacheContents speech) => new()
    {
        ["folder"] = path,
        ["chunks"] = contents.Chunks,
        ["bytes"] = contents.Bytes,
        ["limit"] = Limit,
        ["oldest_use"] = contents.OldestUse?.ToString("O", CultureInfo.InvariantCulture),
        ["speech"] = new JsonObject
        {
            ["recordings"] = speech.Recordings,
            ["bytes"] = speech.Bytes,
            ["oldest_use"] = speech.OldestUse?.ToString("O", CultureInfo.InvariantCulture),
        },
    };
}
