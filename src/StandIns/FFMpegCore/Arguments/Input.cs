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

/// <summary>Tags and chapters in FFmpeg's own text form, in a temporary file that lives as long as FFmpeg runs.</summary>
internal sealed class MetadataInput(string content) : Input
{
    readonly string file = Path.Combine(Path.GetTempPath(), $"metadata_{Guid.NewGuid():N}.txt");

    public override IEnumerable<string> Arguments(int index) => ["-i", FileUrl(file), "-map_metadata", $"{index}"];

    public override void Prepare() => File.WriteAllText(file, content);

    public override void CleanUp() => File.Delete(file);
}
