using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Video;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop cache</c>: the chunks of video that are kept for later renders.</summary>
internal static class CacheCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        var folder = new CacheOptions(environment).Cache;
        folder.Recursive = true;
        Option<bool> json = new("--json") { Description = "Print JSON instead of a table." };
        var clear = new DocumentedCommand(
            "clear", "Remove every chunk that no render is using at this moment. Nothing is lost but the time to render it again.",
            "backprop cache clear");
        clear.SetAction(parsed =>
        {
            var (removed, left) = ChunkCache.Clear(parsed.GetRequiredValue(folder));
            environment.Messages.WriteLine($"Removed {Quantity.Of(removed.Chunks, "chunk")}, {Quantity.OfBytes(removed.Bytes)}.");
            if (left.Chunks > 0)
                environment.Messages.WriteLine(
                    $"Left {Quantity.Of(left.Chunks, "chunk")}, {Quantity.OfBytes(left.Bytes)}, in use by a render.");
            return ExitCode.Success;
        });
        var command =
            new DocumentedCommand("cache", "Show where rendered chunks are kept for the next render, and how much room they take.",
            "backprop cache",
            "backprop cache clear",
            "backprop cache --json | jq .bytes")
        {
            folder, json, clear,
        };
        command.SetAction(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var contents = ChunkCache.Measure(path);
            if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(JsonOf(path, contents)));
            else environment.Write(TableOf(path, contents));
            return ExitCode.Success;
        });
        return command;
    }

    static long Limit => new RenderOptions().CacheLimit;

    static Grid TableOf(string path, ChunkCacheContents contents)
    {
        var grid = new Grid().AddColumn().AddColumn();
        grid.AddRow("folder", Markup.Escape(path));
        grid.AddRow("chunks", contents.Chunks.ToString(CultureInfo.InvariantCulture));
        grid.AddRow(
            "size", $"{Quantity.OfBytes(contents.Bytes)} of {Quantity.OfBytes(Limit)}; beyond, the chunks go that were used longest ago");
        if (contents.OldestUse is { } oldest)
            grid.AddRow("oldest", $"last used {oldest.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
        return grid;
    }

    static JsonObject JsonOf(string path, ChunkCacheContents contents) => new()
    {
        ["folder"] = path,
        ["chunks"] = contents.Chunks,
        ["bytes"] = contents.Bytes,
        ["limit"] = Limit,
        ["oldest_use"] = contents.OldestUse?.ToString("O", CultureInfo.InvariantCulture),
    };
}
