using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BackpropAnimator.Studio.Scenes;

/// <summary>Something that pages are told of as soon as it happens.</summary>
/// <param name="Name">What it is, in snake_case.</param>
/// <param name="Data">One JSON value on one line.</param>
internal readonly record struct StudioEvent(string Name, string Data)
{
    public static StudioEvent Of(string name, JsonObject data) => new(name, data.ToJsonString());
}

/// <summary>Tells every open page what has happened.</summary>
internal sealed class EventHub
{
    // A page that has not taken this many is gone or asleep; it asks anew for all it shows when it wakes.
    const int MostWaiting = 256;

    readonly ConcurrentDictionary<Channel<StudioEvent>, bool> pages = new();

    public void Publish(StudioEvent told)
    {
        foreach (var page in pages.Keys) page.Writer.TryWrite(told);
    }

    /// <summary>How things stand, and what happens from then on, until cancelled.</summary>
    /// <param name="now">Asked when nothing can be missed any more.</param>
    public async IAsyncEnumerable<StudioEvent> ListenAsync(
        Func<StudioEvent> now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = Channel.CreateBounded<StudioEvent>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        pages[page] = true;
        try
        {
            yield return now();
            await foreach (var told in page.Reader.ReadAllAsync(cancellation)) yield return told;
        }
        finally
        {
            pages.TryRemove(page, out _);
        }
    }
}
