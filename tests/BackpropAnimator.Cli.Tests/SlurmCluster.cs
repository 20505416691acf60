using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A Slurm cluster of two nodes with a processor each on this machine, for all tests of a class.</summary>
/// <remarks>It goes when its standard input ends, and so does whoever started it, however that ends.</remarks>
public sealed class SlurmCluster : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-slurm-");
    readonly Process cluster;

    public SlurmCluster()
    {
        var script = Path.Combine(Repository.Root, "tests", "slurm-cluster");
        cluster = Process.Start(new ProcessStartInfo("bash", [script, Path.Combine(folder.FullName, "slurm"), "2", "1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = cluster.StandardError.ReadToEndAsync();
        var said = cluster.StandardOutput.ReadLine();
        Assert.True(said == "ready", said is null ? error.GetAwaiter().GetResult() : said);
    }

    /// <summary>How to start a program that finds the cluster.</summary>
    internal ProcessStartInfo StartInfo(Workbench bench, string program, params string[] arguments)
    {
        var start = BuiltProgram.StartInfo(program, arguments);
        start.WorkingDirectory = bench.Folder;
        start.Environment["SLURM_CONF"] = Path.Combine(folder.FullName, "slurm", "slurm.conf");
        start.Environment["PATH"] = $"{bench["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        return start;
    }

    /// <summary>What one of Slurm's own programs says.</summary>
    internal string Ask(Workbench bench, string program, params string[] arguments) =>
        BuiltProgram.Finish(Process.Start(StartInfo(bench, program, arguments))!).Expect(0).Output;

    /// <summary>Kills a node, as a power cut would, with all that runs on it: it is gone when this returns.</summary>
    public void Kill(string node)
    {
        cluster.StandardInput.WriteLine($"kill {node}");
        Assert.Equal("done", cluster.StandardOutput.ReadLine());
    }

    /// <summary>Brings a node back.</summary>
    public void Start(string node) => cluster.StandardInput.WriteLine($"start {node}");

    /// <summary>A disk of a size, which may be changed later.</summary>
    /// <returns>Where it is; null where this machine lets nobody mount one.</returns>
    public string? Disk(string name, string size)
    {
        cluster.StandardInput.WriteLine($"disk {name} {size}");
        return cluster.StandardOutput.ReadLine() == "done" ? Path.Combine(folder.FullName, "slurm", name) : null;
    }

    public void Dispose()
    {
        cluster.StandardInput.Close();
        cluster.WaitForExit();
        cluster.Dispose();
        folder.Delete(recursive: true);
    }
}
