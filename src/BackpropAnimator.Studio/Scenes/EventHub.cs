using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>Something that pages are told of as soon as it happens.</summary>
/// <param name="Name">What it is, in snake_case.</param>
/// <param name="Data">One JSON value on one line.</param>
internal readonly record struct StudioEvent(string Name, string Data);

/// <summary>Tells every open page what has happened.</summary>
internal sealed class EventHub
{
    // A page that has not taken this many is gone or asleep; it asks anew for all it shows when it wakes.
    const int MostWaiting = 256;

    readonly ConcurrentDictionary<Channel<StudioEvent>, bool> pages = new();

    public void Publish(string name, JsonObject data)
    {
        var told = new StudioEvent(name, data.ToJsonString());
        foreach (var page in pages.Keys) page.Writer.TryWrite(told);
    }

    /// <summary>What happens from now on, until cancelled.</summary>
    public async IAsyncEnumerable<StudioEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = Channel.CreateBounded<StudioEvent>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        pages[page] = true;
        try
        {
            await foreach (var told in page.Reader.ReadAllAsync(cancellation)) yield return told;
        }
        finally
        {
            pages.TryRemove(page, out _);
        }
    }
}
