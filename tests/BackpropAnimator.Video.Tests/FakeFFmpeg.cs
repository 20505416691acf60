namespace BackpropAnimator.Video.Tests;

/// <summary>A folder with an <c>ffmpeg</c> that tells its version, and then misbehaves.</summary>
sealed class FakeFFmpeg : IDisposable
{
    readonly TemporaryFolder folder = new();

    // Finds its first input and its output, as the command line names them.
    const string Beginning = """
        #!/bin/sh
        [ "$1" = -version ] && { echo 'ffmpeg version 9.9 Copyright'; exit 0; }
        for word; do
            [ "$last" = -i ] && [ -z "$input" ] && input=$word
            [ "$word" = -y ] && output=${last#file:}
            last=$word
        done
        case $input in pipe:*) input=/dev/fd/${input#pipe:};; *) input=${input#file:};; esac
        echo $$ >> "$0.processes"

        """;

    /// <param name="script">
    /// What it does, in the language of sh. Its frames come from <c>$input</c>, and its video belongs to <c>$output</c>.
    /// </param>
    public FakeFFmpeg(string script) : this(Beginning, script) { }

    FakeFFmpeg(string beginning, string script)
    {
        File.WriteAllText(folder["ffmpeg"], $"{beginning}{script}\n");
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Shell scripts need a Unix shell.");
        File.SetUnixFileMode(folder["ffmpeg"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>One that does not tell its version either.</summary>
    public static FakeFFmpeg ThatIsNone(string script) => new("#!/bin/sh\n", script);

    public string Folder => folder.Path;

    /// <summary>The numbers of its processes that still run.</summary>
    public IEnumerable<string> Left => Started.Where(IsRunning);

    /// <summary>Waits until it has been started, for more than its version, and has ended.</summary>
    public async Task EndAsync()
    {
        while (Started is [] || Left.Any()) await Task.Delay(10);
    }

    public void Dispose() => folder.Dispose();

    string[] Started => File.Exists(folder["ffmpeg.processes"]) ? File.ReadAllLines(folder["ffmpeg.processes"]) : [];

    /// <summary>Whether a process is there, and no zombie.</summary>
    public static bool IsRunning(string process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
