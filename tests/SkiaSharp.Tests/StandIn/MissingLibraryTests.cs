namespace SkiaSharp.Tests.StandIn;

public class MissingLibraryTests
{
    [Theory]
    [InlineData("libcairo.so.0", "libcairo2")]
    [InlineData("libfreetype.so.0", "libfreetype6")]
    [InlineData("libturbojpeg.so.9", "libturbojpeg0")]
    public void A_missing_library_is_reported_with_the_Debian_package_that_holds_it(string library, string package)
    {
        var exception = Assert.Throws<DllNotFoundException>(() => NativeLibraries.Resolve(library, typeof(SKCanvas).Assembly, null));
        Assert.Equal($"{library} is missing: install the Debian package {package} (apt-get install {package}).", exception.Message);
    }
}
