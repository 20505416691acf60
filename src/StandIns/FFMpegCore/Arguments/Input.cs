using FFMpegCore.Pipes;

namespace FFMpegCore.Arguments;

/// <summary>One input of FFmpeg. A file's name is an argument of its own and never parsed, so nothing in it can become an option.</summary>
internal abstract class Input
{
    /// <param name="index">The input's number on the command line, from 0.</param>
    public abstract IEnumerable<string> Arguments(int index);

    /// <summary>Makes what must exist before FFmpeg starts.</summary>
    public virtual void Prepare() { }

    /// <summary>Removes it again.</summary>
    public virtual void CleanUp() { }

    // The protocol is named, or a file called "concat:a|b" would be two files.
    protected static string FileUrl(string path) => "file:" + path;
}

internal sealed class FileInput(string path, bool verifyExists) : Input
{
    public override IEnumerable<string> Arguments(int index) => ["-i", FileUrl(path)];

    public override void Prepare()
    {
        if (verifyExists && !File.Exists(path)) throw new FileNotFoundException("Input file not found", path);
    }
}

/// <summary>Bytes on FFmpeg's standard input.</summary>
internal sealed class PipeInput(IPipeSource source) : Input
{
    public IPipeSource Source => source;

    public override IEnumerable<string> Arguments(int index) => [.. CommandLine.Split(source.GetStreamArguments()), "-i", "pipe:0"];
}

/// <summary>Some text in a temporary file that lives as long as FFmpeg runs.</summary>
internal abstract class TextInput(string name) : Input
{
    protected string TemporaryFile { get; } = Path.Combine(Path.GetTempPath(), $"{name}_{Guid.NewGuid():N}.txt");

    protected abstract string Content { get; }

    public override void Prepare() => File.WriteAllText(TemporaryFile, Content);

    public override void CleanUp() => File.Delete(TemporaryFile);
}

/// <summary>Tags and chapters in FFmpeg's own text form.</summary>
internal sealed class MetadataInput(string content) : TextInput("metadata")
{
    protected override string Content => content;

    public override IEnumerable<string> Arguments(int index) => ["-i", FileUrl(TemporaryFile), "-map_metadata", $"{index}"];
}

/// <summary>Files played one after another by FFmpeg's concat demuxer.</summary>
internal sealed class ConcatInput(IEnumerable<string> files) : TextInput("concat")
{
    readonly List<string> files = [.. files];

    protected override string Content => string.Join('\n', files.Select(file => $"file '{FileUrl(file).Replace("'", @"'\''", StringComparison.Ordinal)}'"));

    public override IEnumerable<string> Arguments(int index) => ["-f", "concat", "-safe", "0", "-i", FileUrl(TemporaryFile)];
}
