using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using BackpropAnimator.Files;

namespace BackpropAnimator.Speech;

/// <summary>Runs an engine within bounds of time and room. However it ends, it is gone afterwards.</summary>
internal static class SpeechProcess
{
    // How much of its last words is kept: a line of them is told.
    const int KeptBytes = 4096;

    // An engine writes some hundred megabytes a second at most.
    static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    // Programs that it has started and left may keep its streams open.
    static readonly TimeSpan StreamGrace = TimeSpan.FromSeconds(1);

    /// <param name="wav">The file that it is to write.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="bytes">How much it may write, to the file and to its standard streams each.</param>
    /// <exception cref="SpeechException">It does not start, fails, or goes beyond its bounds.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static async Task RunAsync(SpeechRun run, string wav, TimeSpan time, long bytes, CancellationToken cancellation)
    {
        var name = Path.GetFileName(run.Program);
        using var process = Start(run, name);
        try
        {
            var said = ReadAsync(process.StandardError.BaseStream, bytes, process);
            var written = ReadAsync(process.StandardOutput.BaseStream, bytes, process);
            var told = TellAsync(process, run.Input);
            var exited = process.WaitForExitAsync(cancellation);
            var over = Stopwatch.StartNew();
            while (await Task.WhenAny(exited, Task.Delay(LookInterval, cancellation)).ConfigureAwait(false) != exited)
            {
                cancellation.ThrowIfCancellationRequested();
                if (SizeOf(wav) > bytes) throw TooMuch(name, bytes);
                if (over.Elapsed > time)
                    throw new SpeechException(
                        FormattableString.Invariant($"{name} has said nothing for {time.TotalSeconds:0} s and was stopped"),
                        "try it by hand, or let another engine speak");
            }
            await exited.ConfigureAwait(false);
            await Task.WhenAny(Task.WhenAll(said, written, told), Task.Delay(StreamGrace, cancellation)).ConfigureAwait(false);
            if ((said.IsCompletedSuccessfully && said.Result is null) || (written.IsCompletedSuccessfully && written.Result is null)
                || SizeOf(wav) > bytes)
                throw TooMuch(name, bytes);
            if (process.ExitCode != 0)
                throw new SpeechException($"{name} failed with exit code {process.ExitCode}{LastWords(said)}", "try it by hand");
        }
        finally
        {
            Kill(process);
        }
    }

    static Process Start(SpeechRun run, string name)
    {
        var start = new ProcessStartInfo(run.Program, run.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            WorkingDirectory = run.Folder ?? "",
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new SpeechException($"{name} does not start: {PlainText.Of(e.Message)}", "install it anew, or let another engine speak");
        }
    }

    static async Task TellAsync(Process process, string? words)
    {
        try
        {
            if (words is not null) await process.StandardInput.WriteLineAsync(words).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended, or does not listen; how it ends tells more.
        }
    }

    // The end of what a stream says; null where it says too much, which ends the program.
    static async Task<byte[]?> ReadAsync(Stream stream, long bytes, Process process)
    {
        var (piece, kept) = (new byte[1 << 16], Array.Empty<byte>());
        try
        {
            for (int read; (read = await stream.ReadAsync(piece).ConfigureAwait(false)) > 0; bytes -= read)
            {
                if (read > bytes)
                {
                    Kill(process);
                    return null;
                }
                kept = [.. kept, .. piece[..read]];
                if (kept.Length > KeptBytes) kept = kept[^KeptBytes..];
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It was stopped.
        }
        return kept;
    }

    static string LastWords(Task<byte[]?> said)
    {
        var text = said is { IsCompletedSuccessfully: true, Result: { } bytes } ? Encoding.UTF8.GetString(bytes) : "";
        var last = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
        return last is null ? "" : $": {PlainText.Of(last.Length > 200 ? last[..200] : last)}";
    }

    static SpeechException TooMuch(string name, long bytes) => new(
        $"{name} wrote more than {bytes >> 20} MB for one piece of text and was stopped", "try it by hand, or let another engine speak");

    static long SizeOf(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? info.Length : 0;
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(StreamGrace);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended.
        }
    }
}
