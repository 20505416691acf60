namespace SkiaSharp;

/// <summary>What holds, or may hold, memory outside the garbage collector's sight.</summary>
public abstract class SKNativeObject : IDisposable
{
    /// <summary>Frees what this object owns. Owned memory sits behind safe handles, so forgetting to call this leaks nothing.</summary>
    public void Dispose()
    {
        DisposeManaged();
        GC.SuppressFinalize(this);
    }

    protected virtual void DisposeManaged() { }
}

public abstract class SKObject : SKNativeObject;
