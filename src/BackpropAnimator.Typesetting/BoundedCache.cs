namespace BackpropAnimator.Typesetting;

/// <summary>
/// Remembers what was made of a key, for as many keys as fit. Two generations: when the young one is full the old one is forgotten, so what
/// is asked for again and again stays. Safe to use from several threads; two that ask for a new key at once may both make its value.
/// </summary>
/// <param name="capacity">The most values that are held; at least 2.</param>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    readonly Lock _gate = new();
    Dictionary<TKey, TValue> _young = [];
    Dictionary<TKey, TValue> _old = [];

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (_gate)
        {
            if (_young.TryGetValue(key, out var young)) return young;
            if (_old.TryGetValue(key, out var old)) return Remember(key, old);
        }
        var made = make(key);
        lock (_gate) return _young.TryGetValue(key, out var first) ? first : Remember(key, made);
    }

    TValue Remember(TKey key, TValue value)
    {
        if (_young.Count >= capacity / 2) (_old, _young) = (_young, []);
        _young[key] = value;
        return value;
    }
}
