using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Studio.Files;

/// <summary>Puts Elsa Studio's files into a host.</summary>
public static class StudioFilesRegistration
{
    /// <summary>Adds the files of a folder, which may be missing.</summary>
    public static IServiceCollection AddStudioFiles(this IServiceCollection services, string folder) => services.AddSingleton(new StudioFiles(folder));

    /// <summary>Sends them. Anybody may have them: they are a public package.</summary>
    public static IApplicationBuilder UseStudioFiles(this IApplicationBuilder app) => app.UseMiddleware<StudioFileSender>();
}
