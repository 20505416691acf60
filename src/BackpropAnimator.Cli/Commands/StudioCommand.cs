using System.CommandLine;
using System.Diagnostics;
using BackpropAnimator.Studio;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop studio</c>: a scene in the browser, to be played and tuned while it is written.</summary>
internal sealed class StudioCommand
{
    readonly CommandEnvironment environment;
    readonly SceneInput input;
    readonly Option<int> port = new("--port")
    {
        Description = "The port on this machine; any that is free when left out.",
        HelpName = "N",
    };
    readonly Option<bool> show = new("--open") { Description = "Show the page in the browser." };

    StudioCommand(CommandEnvironment environment) => (this.environment, input) = (environment, new(environment));

    public static Command Create(CommandEnvironment environment) => new StudioCommand(environment).Build();

    DocumentedCommand Build()
    {
        var command = new DocumentedCommand("studio", "Show a scene in the browser, to be played, scrubbed and tuned while it is written.",
            "backprop studio scenes/gradient-flow.yaml --open",
            "backprop studio scenes/gradient-flow.yaml --port 4040              # the same address after each start, but for its token")
        {
            port, show,
        };
        port.Within(1, 65535);
        input.AddTo(command);
        command.Validators.Add(result =>
        {
            if (input.IsStandardInput(result)) result.AddError("studio shows a file while it is edited, and standard input is none");
        });
        command.SetAction(RunAsync);
        return command;
    }

    async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var studio = await StudioServer.StartAsync(SettingsIn(parsed), cancellation);
        environment.Out.WriteLine(studio.Address);
        environment.Error.WriteLine("The studio is open at the address above, for this machine alone. Ctrl-C closes it.");
        // The system's browser.
        if (parsed.GetValue(show)) Process.Start(new ProcessStartInfo(studio.Address) { UseShellExecute = true })?.Dispose();
        try
        {
            await studio.RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // As it is meant to be closed.
        }
        return ExitCode.Success;
    }

    StudioSettings SettingsIn(ParseResult parsed) => new(input.PathIn(parsed))
    {
        Port = parsed.GetValue(port),
        Quality = input.SizeIn(parsed).Quality,
        Aspect = input.SizeIn(parsed).Aspect,
        Overrides = [.. input.Overrides(parsed)],
        AllowOutside = input.AllowsOutside(parsed),
        Plugins = input.PluginsIn(parsed),
        Speaks = input.Voice.IsOn(parsed),
        TakesFolder = input.Voice.TakesIn(parsed),
        Rendering = new() { CacheFolder = environment.CacheFolder, FFmpegFolder = environment.FFmpegFolder },
    };
}
