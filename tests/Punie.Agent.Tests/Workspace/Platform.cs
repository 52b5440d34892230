using System.Runtime.Versioning;

// File modes, links and process groups are tested as Unix has them.
[assembly: UnsupportedOSPlatform("windows")]
