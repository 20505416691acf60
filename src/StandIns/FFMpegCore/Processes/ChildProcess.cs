using System.ComponentModel;
using System.Diagnostics;

namespace FFMpegCore.Processes;

/// <summary>Starts one program, feeds its standard input, gathers what it writes, and ends it when that is cancelled.</summary>
internal sealed class ChildProcess(string program, IEnumerable<string> arguments, FFOptions options)
{
    // FFmpeg can complain once a frame; the last lines are the ones that say why it stopped.
    const int ErrorLinesKept = 50;

    /// <summary>Writes the program's standard input. Its token is cancelled when the program has ended.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }

    public Action<string>? OnErrorLine { get; init; }

    /// <exception cref="ProgramNotFoundException">The program does not exist or must not be run.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program has been killed.</exception>
    public async Task<ProcessResult> RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var process = Start();
        using var exited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await using var killing = cancellation.Register(() => Kill(process)).ConfigureAwait(false);

        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = ReadErrorsAsync(process.StandardError);
        var feeding = FeedAsync(process, exited.Token);

        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await exited.CancelAsync().ConfigureAwait(false);
        var result = new ProcessResult(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));

        await SettleAsync(feeding, result, exited.Token).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    Process Start()
    {
        var start = new ProcessStartInfo
        {
            FileName = options.BinaryFolder.Length == 0 ? program : Path.Combine(options.BinaryFolder, program),
            WorkingDirectory = options.WorkingDirectory,
            // Its own standard input, or it would listen for keys on the user's terminal.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start)!;
            PipeCapacity.Enlarge(process.StandardInput);
            return process;
        }
        catch (Win32Exception e)
        {
            throw new ProgramNotFoundException(program, e);
        }
    }

    async Task FeedAsync(Process process, CancellationToken ended)
    {
        // Off this thread: a write may block until the program reads.
        await Task.Yield();
        try
        {
            if (Feed is not null) await Feed(process.StandardInput.BaseStream, ended).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not IOException)
        {
            Kill(process);
            throw;
        }
        finally
        {
            Close(process.StandardInput);
        }
    }

    // A program that has failed no longer reads. Why it has failed is in its exit code, not in the pipe that broke because of it.
    static async Task SettleAsync(Task feeding, ProcessResult result, CancellationToken ended)
    {
        try
        {
            await feeding.ConfigureAwait(false);
        }
        catch (IOException) when (result.ExitCode != 0)
        {
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }

    async Task<IReadOnlyList<string>> ReadErrorsAsync(StreamReader reader)
    {
        var last = new Queue<string>();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (last.Count == ErrorLinesKept) last.Dequeue();
            last.Enqueue(line);
            OnErrorLine?.Invoke(line);
        }
        return [.. last];
    }

    static void Close(StreamWriter input)
    {
        try
        {
            input.Close();
        }
        catch (IOException)
        {
            // The program has gone.
        }
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
