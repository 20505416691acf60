using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>Tells whether two scenes say the same.</summary>
public static class SceneFingerprint
{
    /// <summary>
    /// The same for the same keys and values, whatever their order, comments and layout; different for others, and for other data in a file
    /// that the scene names.
    /// </summary>
    /// <param name="scene">A scene as it was read, overrides included. What was changed in it afterwards does not count.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Scene scene)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (scene.Node is { } root) Add(root, hash);
        foreach (var sample in scene.Data is { } data ? data.Samples.AddRange(data.TestSamples) : [])
        {
            hash.AppendData(MemoryMarshal.AsBytes(sample.Input.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(sample.Target.AsSpan()));
        }
        foreach (var bytes in scene.Theme.FileBytes)
        {
            Add('f', bytes.Length, hash);
            hash.AppendData(bytes.AsSpan());
        }
        if (scene.Music is { } music) Add('s', music.Hash, hash);
        foreach (var name in scene.Network.Inputs.AddRange(scene.Network.Classes)) Add('n', name, hash);
        if (scene.Network is { Weights.File: not null } network) Add(network, hash);
        foreach (var say in scene.Parts.Select(part => part.Say).OfType<SayScript>()) hash.AppendData(say.FileBytes.AsSpan());
        foreach (var phase in scene.Phases)
        {
            foreach (var variant in phase.Variants.Where(variant => variant.Weights.File is not null)) Add(variant, hash);
            hash.AppendData(phase.FileBytes.AsSpan());
            if (scene.Kinds?.Find(phase.Kind) is { Revision.Length: > 0 } kind) Add('v', kind.Revision, hash);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // All that a file of weights may have told.
    static void Add(NetworkScript network, IncrementalHash hash)
    {
        hash.AppendData(MemoryMarshal.AsBytes(network.Layers.AsSpan()));
        foreach (var row in network.Weights.Matrices.SelectMany(matrix => matrix)) hash.AppendData(MemoryMarshal.AsBytes(row.AsSpan()));
        foreach (var biases in network.Biases) hash.AppendData(MemoryMarshal.AsBytes(biases.AsSpan()));
        foreach (var activation in network.Activations) Add('a', activation.ToString(), hash);
    }

    // Every piece begins with its kind and its length, so that no two trees read the same.
    static void Add(Node node, IncrementalHash hash)
    {
        switch (node)
        {
            case ScalarNode scalar:
                Add(scalar.Quoted ? 'q' : 's', scalar.Text, hash);
                break;
            case SequenceNode list:
                Add('l', list.Items.Length, hash);
                foreach (var item in list.Items) Add(item, hash);
                break;
            case MappingNode keys:
                Add('m', keys.Entries.Length, hash);
                foreach (var (key, value) in keys.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
                {
                    Add('k', key.Text, hash);
                    Add(value, hash);
                }
                break;
        }
    }

    static void Add(char kind, string text, IncrementalHash hash)
    {
        Add(kind, text.Length, hash);
        hash.AppendData(Encoding.Unicode.GetBytes(text));
    }

    static void Add(char kind, int length, IncrementalHash hash) => hash.AppendData(MemoryMarshal.AsBytes([(int)kind, length]));
}
