using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>Arrays of NumPy in a zip archive, each a <c>.npy</c> file in it, stored as it is or deflated.</summary>
[Listed(20)]
internal sealed record Npz : ArraysFormat
{
    const string Member = ".npy";

    const int MostMembers = 1000;

    public override string Extension => ".npz";

    // NumPy's and Keras's layers compute x W + b.
    public override MatrixOrder Order => MatrixOrder.InOut;

    public override bool ShapesDecide => true;

    public override ImmutableArray<StoredArray> Arrays(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var archive = new ZipArchive(StreamOver(file), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostMembers)
                throw new WeightFileException($"there are {archive.Entries.Count} arrays in it, and {MostMembers} are the most");
            var arrays = ImmutableArray.CreateBuilder<StoredArray>();
            var room = MaxBytes;
            // A member's name is only a name: nothing is ever written to where it points.
            foreach (var member in archive.Entries.Where(entry => entry.FullName.EndsWith(Member, StringComparison.Ordinal)))
            {
                var bytes = Unpacked(member, room);
                room -= bytes.Length;
                arrays.Add(Npy.Parse(member.FullName[..^Member.Length], bytes));
            }
            return arrays.ToImmutable();
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            throw new WeightFileException("it is no .npz file, or damaged", "save it anew with np.savez(file, W1=…, b1=…)");
        }
    }

    static ReadOnlyMemory<byte> Unpacked(ZipArchiveEntry member, int room)
    {
        using var content = member.Open();
        return BoundedFile.ReadToEnd(content, room) ?? throw new WeightFileException(
            $"its arrays are more than {MaxBytes >> 20} MiB long, {Quote.InWords(member.FullName)} among them",
            "a lesson's network has no more than 2,000,000 weights");
    }

    static MemoryStream StreamOver(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var bytes)
            ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new(file.ToArray(), writable: false);
}
