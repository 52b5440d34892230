using System.Globalization;
using System.Reflection;
using Punie.Agent.Processes.Confining;
using Punie.Cli.Commands;
using Punie.Cli.Hosting;

// Not a command of the app: this copy of the program is about to be replaced by another one.
if (args is [ConfinedLauncher.Command, .. var words]) return ConfinedLauncher.Run(words);

// Numbers and messages are the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var terminal = new SystemTerminal();
if (args is ["--version"])
{
    var version = typeof(App)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
    terminal.Tell(version.Split('+')[0]);
    return 0;
}

var clock = TimeProvider.System;
var installation = Installation.Find();
var environment = UserEnvironment.OfProcess();
var apiKey = Environment.GetEnvironmentVariable("OPENAI_API_KEY");
var workbenches = new Workbenches(terminal, clock, installation, environment);
var models = new ModelOpener(clock, installation, apiKey);
using var cancel = new CancelKey();
var app = new App(terminal, clock, models, workbenches, installation, cancel);
return await app.RunAsync(args, cancel.Token).ConfigureAwait(false);
