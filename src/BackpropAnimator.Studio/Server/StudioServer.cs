using System.Net;
using BackpropAnimator.Studio.Endpoints;
using BackpropAnimator.Studio.Rendering;
using BackpropAnimator.Studio.Safety;
using BackpropAnimator.Studio.Scenes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace BackpropAnimator.Studio;

/// <summary>Serves the studio's page of one scene on 127.0.0.1.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    // A scene's text is 1 MiB at most; nothing larger is ever sent to the studio.
    const int MostBytesOfARequest = 2 << 20;

    // Pages that are still open when the studio ends: their streams are cut.
    static readonly TimeSpan farewell = TimeSpan.FromSeconds(1);

    readonly Workspace workspace;
    readonly RenderQueue renders;
    readonly AccessToken token = new();
    readonly WebApplication application;
    readonly CancellationTokenSource closing = new();
    int port;

    StudioServer(Workspace workspace)
    {
        this.workspace = workspace;
        renders = new(workspace.Settings, job => workspace.Events.Publish(StudioEvent.Of("render", RenderEndpoints.Of(job))));
        // No settings from files or variables: where it listens is said here and nowhere else.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Services.AddRoutingCore();
        application = builder.Build();
        var guard = new RequestGuard(token, () => port);
        application.Use(Failures.InWordsAsync);
        application.Use(guard.InvokeAsync);
        application.UseRouting();
        PageEndpoints.Map(application);
        LessonEndpoints.Map(application, workspace);
        FrameEndpoints.Map(application, workspace);
        SoundEndpoints.Map(application, workspace);
        LayoutEndpoints.Map(application, workspace);
        EditEndpoints.Map(application, workspace);
        OptionEndpoints.Map(application, workspace);
        InspectEndpoints.Map(application, workspace);
        RenderEndpoints.Map(application, workspace, renders);
        EventEndpoints.Map(application, workspace, closing.Token);
    }

    /// <summary>The address to open, with the token.</summary>
    public string Address => $"http://127.0.0.1:{port}/?{RequestGuard.TokenKey}={token.Text}";

    /// <summary>Opens a scene and begins to serve it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StudioServer> StartAsync(StudioSettings settings, CancellationToken cancellation)
    {
        var server = new StudioServer(new(settings));
        try
        {
            await server.ListenAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Follows the scene's file until cancelled.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, which is the only way out.</exception>
    public Task RunAsync(CancellationToken cancellation) => workspace.WatchAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        using var patience = new CancellationTokenSource(farewell);
        await application.StopAsync(patience.Token);
        await application.DisposeAsync();
        await renders.DisposeAsync();
        await workspace.DisposeAsync();
        closing.Dispose();
    }

    async Task ListenAsync(CancellationToken cancellation)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            var taken = workspace.Settings.Port;
            throw new IOException($"Port {taken} is taken, perhaps by another studio; leave out --port, and any free one will do.", e);
        }
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        port = new Uri(addresses!.Addresses.Single()).Port;
    }

    void Limit(KestrelServerOptions options)
    {
        options.Listen(IPAddress.Loopback, workspace.Settings.Port);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MostBytesOfARequest;
    }
}
