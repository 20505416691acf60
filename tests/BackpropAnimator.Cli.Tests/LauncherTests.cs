using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The launcher, in a checkout of two folders and with a stand-in for the .NET SDK that notes when it is asked to build.</summary>
public sealed class LauncherTests : IDisposable
{
    readonly Workbench bench = new();

    public LauncherTests()
    {
        foreach (var file in new[] { "backprop", "install", ".setup.sh" }) File.Copy(Path.Combine(Repository.Root, file), bench[file]);
        foreach (var file in new[]
        {
            "Directory.Build.props",
            "Directory.Build.targets",
            "Directory.Packages.props",
            "global.json",
            "src/BackpropAnimator.Cli/Program.cs",
            "fonts/font.otf",
        })
            bench.Write(file, "");
        // What is built prints its arguments and ends with 7.
        var program = bench["src/BackpropAnimator.Cli/bin/program/backprop"];
        SetDotnet($"""
            mkdir -p {Path.GetDirectoryName(program)} {bench["src/BackpropAnimator.Cli/obj"]}
            printf '#!/bin/sh\necho program "$@"; exit 7\n' > {program}
            chmod +x {program}
            """);
        Age();
    }

    public void Dispose() => bench.Dispose();

    int Builds => File.Exists(bench["builds"]) ? File.ReadAllLines(bench["builds"]).Length : 0;

    void SetDotnet(string script) => bench.WriteProgram("bin/dotnet", $"echo \"$@\" >> {bench["builds"]}\n{script}");

    // Everything was written long ago, so that whatever is written from now on is newer.
    void Age() => Tool.Text("find", bench.Folder, "-exec", "touch", "-d", "1 hour ago", "{}", "+");

    Outcome Run(string launcher, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(launcher, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{bench["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        return BuiltProgram.Finish(Process.Start(start)!);
    }

    Outcome Launch(params string[] arguments) => Run(bench["backprop"], bench.Folder, arguments);

    [Fact]
    public void The_program_is_built_once_and_gets_the_arguments_as_they_are()
    {
        Assert.Equal("program render 'a b' $x\n", Launch("render", "'a b'", "$x").Expect(7).Output);
        Assert.Equal("program\n", Launch().Expect(7).Output);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void The_first_build_says_how_long_it_may_take_and_that_it_goes_on()
    {
        // It lasts until it has been told of.
        SetDotnet($"""
            while ! grep -q 'Still building, 1 s so far' {bench["said"]}; do sleep 0.1; done
            mkdir -p {bench["src/BackpropAnimator.Cli/bin/program"]}
            printf '#!/bin/sh\nexit 7\n' > {bench["src/BackpropAnimator.Cli/bin/program/backprop"]}
            chmod +x {bench["src/BackpropAnimator.Cli/bin/program/backprop"]}
            """);

        Run("sh", bench.Folder, "-c", $"BACKPROP_BUILD_REPORT=1 ./backprop 2> {bench["said"]}").Expect(7);

        Assert.StartsWith("Building for the first time: about a minute", File.ReadAllText(bench["said"]));
    }

    [Fact]
    public void A_build_that_is_over_is_not_told_of_any_more()
    {
        Assert.Equal("Building for the first time: about a minute, some more on a busy machine…\n", Launch().Expect(7).Error);
        Age();
        bench.Write("src/BackpropAnimator.Cli/Program.cs", "// newer");
        Assert.Equal("Building…\n", Launch().Expect(7).Error);
    }

    // They are files in the folder for temporary files, which a killed program leaves.
    [Fact]
    public void The_runtime_opens_no_doors_for_debuggers_unless_it_is_asked_to()
    {
        File.WriteAllText(
            bench["bin/dotnet"],
            File.ReadAllText(bench["bin/dotnet"]).Replace("exit 7", "echo $DOTNET_EnableDiagnostics", StringComparison.Ordinal));
        Run("bash", bench.Folder, "install", bench["prefix"]).Expect(0);
        foreach (var program in new[] { bench["backprop"], bench["prefix/bin/backprop"] })
        {
            Assert.Equal("program\n0\n", Run(program, bench.Folder).Expect(0).Output);
            Assert.Equal("program\n1\n", Run("env", bench.Folder, "DOTNET_EnableDiagnostics=1", program).Expect(0).Output);
        }
    }

    [Fact]
    public void A_place_to_install_to_may_have_any_name()
    {
        File.WriteAllText(bench["bin/dotnet"], File.ReadAllText(bench["bin/dotnet"]).Replace("exit 7", "exit 0", StringComparison.Ordinal));
        Run("bash", bench.Folder, "install", "it's $HOME").Expect(0);
        Assert.Equal("program x\n", Run(bench["it's $HOME/bin/backprop"], "/", "x").Expect(0).Output);
    }

    [Theory]
    [InlineData("src/BackpropAnimator.Cli/Program.cs")]
    [InlineData("src/BackpropAnimator.Network/New.cs")]
    [InlineData("fonts/font.otf")]
    [InlineData("Directory.Packages.props")]
    [InlineData("global.json")]
    public void A_source_that_is_newer_means_a_build(string source)
    {
        Launch();
        Age();
        bench.Write(source, "// newer");
        Launch().Expect(7);
        Launch().Expect(7);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void A_source_that_has_gone_means_a_build()
    {
        bench.Write("src/BackpropAnimator.Cli/Old.cs", "");
        Launch();
        Age();
        File.Delete(bench["src/BackpropAnimator.Cli/Old.cs"]);
        Launch().Expect(7);
        Assert.Equal(2, Builds);
    }

    [Theory]
    [InlineData("src/BackpropAnimator.Cli/obj/project.assets.json")]
    [InlineData("src/BackpropAnimator.Cli/bin/Debug/backprop.dll")]
    [InlineData("scenes/lesson.yaml")]
    [InlineData("tests/SomeTests.cs")]
    public void What_is_not_a_source_means_no_build(string file)
    {
        Launch();
        Age();
        bench.Write(file, "newer");
        Launch().Expect(7);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void It_works_from_any_folder_and_through_a_link()
    {
        Directory.CreateDirectory(bench["elsewhere"]);
        File.CreateSymbolicLink(bench["elsewhere/lesson"], "../backprop");

        Run(bench["backprop"], "/").Expect(7);
        Run(bench["elsewhere/lesson"], bench["elsewhere"]).Expect(7);
        Run("bash", bench["elsewhere"], "-c", "./lesson").Expect(7);
        Run("bash", bench.Folder, "backprop").Expect(7);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public void A_build_that_fails_ends_with_3_and_its_own_words_and_is_tried_again()
    {
        SetDotnet("echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1");

        var outcome = Launch("check", "x").Expect(3);

        Assert.Equal("", outcome.Output);
        Assert.Contains("error CS1002", outcome.Error);
        Assert.Contains("error: the build failed", outcome.Error);
        Launch().Expect(3);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Where_the_feed_lacks_the_precompiler_the_program_is_built_without()
    {
        var built = File.ReadAllText(bench["bin/dotnet"]);
        var runtime = bench.Write(
            "src/BackpropAnimator.Cli/bin/program/libhostpolicy.so", "of an earlier program, with which the new one would not start");
        SetDotnet($"""
            case "$*" in *Precompile*) echo 'error NU1101: Unable to find package microsoft.netcore.app.crossgen2'; exit 1;; esac
            {built}
            """);

        var outcome = Launch().Expect(7);

        Assert.Equal("Building…\n", outcome.Error);
        Launch().Expect(7);
        Assert.Equal([true, false], File.ReadAllLines(bench["builds"]).Select(line => line.Contains("Precompile")).Distinct());
        Assert.False(File.Exists(runtime));
    }

    [Fact]
    public void The_installed_program_is_the_one_that_is_built()
    {
        // What stands in for the program tells no version, and ends with 7 whatever it is asked.
        File.WriteAllText(bench["bin/dotnet"], File.ReadAllText(bench["bin/dotnet"]).Replace("exit 7", "exit 0", StringComparison.Ordinal));
        var outcome = Run("bash", bench.Folder, "install", bench["prefix"]).Expect(0);

        Assert.EndsWith($"{bench["prefix/bin/backprop"]} program --version\n", outcome.Output);
        Assert.Contains("note: the runtime could not be had", outcome.Error);
        Assert.Equal("program render x\n", Run(bench["prefix/bin/backprop"], "/", "render", "x").Expect(0).Output);
        Assert.Equal(1, Builds);

        bench.Write("src/BackpropAnimator.Cli/bin/program/libhostpolicy.so", "");
        Assert.Equal("", Run("bash", bench.Folder, "install", bench["prefix"]).Expect(0).Error);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task Launches_at_the_same_time_build_once()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Launch())));
        Assert.All(outcomes, outcome => outcome.Expect(7));
        Assert.Equal(1, Builds);
    }
}
