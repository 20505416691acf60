using System.Security.Cryptography;
using System.Text;

namespace BackpropAnimator.Studio.Safety;

/// <summary>What the browser of the studio's author has and no other program: it is in the address that is printed, once.</summary>
internal sealed class AccessToken
{
    const int Bytes = 24;

    readonly byte[] expected;

    public AccessToken()
    {
        Text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        expected = Encoding.ASCII.GetBytes(Text);
    }

    public string Text { get; }

    /// <summary>Compares in a time that tells nothing of how much of it was right.</summary>
    public bool Is(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected);
}
