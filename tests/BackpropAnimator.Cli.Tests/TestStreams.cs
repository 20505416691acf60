using System.Text;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Streams that keep what a command writes, as files or pipes would, and a cache of chunks that all tests share.</summary>
sealed class TestStreams
{
    // The user's own cache is none of the tests' business, and one that outlived them would hide what has changed since.
    static readonly DirectoryInfo caches = Directory.CreateTempSubdirectory("backprop-cli-tests-cache-");

    readonly Recording output = new(), error = new();

    static TestStreams() => AppDomain.CurrentDomain.ProcessExit += (_, _) => caches.Delete(recursive: true);

    /// <summary>Where a program that is started finds its user's caches: XDG_CACHE_HOME.</summary>
    public static string CacheHome => caches.FullName;

    /// <summary>The program's own folder there.</summary>
    public static string CacheFolder { get; } = Path.Combine(CacheHome, "backprop-animator");

    /// <summary>Where the <c>ffmpeg</c> is that renders; empty for the search path.</summary>
    public string FFmpegFolder { get; init; } = "";

    /// <summary>How wide a terminal is that the command believes to write to; null for none.</summary>
    public int? Columns { get; init; }

    /// <summary>What comes through standard input.</summary>
    public string Input { get; init; } = "";

    public CommandEnvironment Environment => new()
    {
        Out = output.Writer,
        Messages = output.Writer,
        Error = error.Writer,
        OpenOut = () => new Bytes(output.Writer),
        OpenIn = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        IsOutTerminal = false,
        IsErrorTerminal = false,
        Columns = Columns,
        CacheFolder = CacheFolder,
        FFmpegFolder = FFmpegFolder,
    };

    /// <summary>What was written to standard output until now; it may be asked for while a command is running.</summary>
    public string Output => output.Text;

    public string Error => error.Text;

    sealed class Recording
    {
        readonly StringBuilder text = new();

        public Recording() => Writer = TextWriter.Synchronized(new StringWriter(text) { NewLine = "\n" });

        public TextWriter Writer { get; }

        public string Text
        {
            get
            {
                // A synchronized writer locks itself.
                lock (Writer) return text.ToString();
            }
        }
    }

    /// <summary>Standard output for bytes: a text in UTF-8, which is complete when the stream is closed.</summary>
    sealed class Bytes(TextWriter to) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing) to.Write(Encoding.UTF8.GetString(ToArray()));
            base.Dispose(disposing);
        }
    }
}
