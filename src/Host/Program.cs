using Bpm.Engine.Expressions;
using Bpm.Host.Commands;
using Bpm.Host.Startup;

// Read by the runtime at the first use of a regular expression: it must be set before anything else runs.
ScriptLimits.LimitRegularExpressions();

// Settings files lie beside the program, wherever the command is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = CommandLine.WithoutCommand(args), ContentRootPath = AppContext.BaseDirectory });
builder.AddBpm();
var app = builder.Build();
app.MapBpm();

return await CommandLine.RunAsync(args, app);

/// <summary>Entry point; public for tests that start the host in their own process.</summary>
public partial class Program;
