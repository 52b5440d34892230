using System.Globalization;
using System.Runtime.CompilerServices;

namespace Punie.Testing;

/// <summary>Runs every test where a comma is the decimal point and I is not the capital of i.</summary>
internal static class HostileCulture
{
    [ModuleInitializer]
    internal static void Set() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
}

public sealed class GlobalizationTests
{
    [Fact]
    public void Unicode_normalization_is_available() => Assert.Equal("\u00e9", "e\u0301".Normalize());
}
