using System.Text.Unicode;
using Bpm.Web.Admin;
using Bpm.Web.Frame;
using Bpm.Web.Language;
using Bpm.Web.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Bpm.Web;

/// <summary>Puts the staff pages into a host.</summary>
public static class WebRegistration
{
    /// <summary>Adds what pages need.</summary>
    /// <param name="studioIsThere">Tells whether Elsa Studio's files are there; asked at every page that holds it.</param>
    public static IServiceCollection AddBpmWeb(this IServiceCollection services, Func<IServiceProvider, bool> studioIsThere)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddScoped<Words>();
        // A list of a hundred rows in Chinese shrinks to a seventh. What a page holds of secrets, the forms' tokens, differs in every answer.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });
        // Chinese goes out as it is, not as entities.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddAntiforgery(options => options.Cookie.Name = "bpm.form");
        services.AddSingleton(provider => new StudioPresence(() => studioIsThere(provider)));
        return services;
    }

    /// <summary>Sends the pages' files, and every answer with the headers that guard it. First in the pipeline.</summary>
    public static void UseWebFiles(this IApplicationBuilder app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.Use(async (context, next) =>
        {
            if (!await WebAssets.TrySendAsync(context))
                await next(context);
        });
    }

    /// <summary>Guards pages and their forms. After the caller is known.</summary>
    public static void UseWebAccess(this IApplicationBuilder app)
    {
        app.UseMiddleware<PageAccess>();
        app.UseAntiforgery();
    }

    /// <summary>Maps the pages.</summary>
    public static void MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<App>();
        routes.MapGet("/studio", () => TypedResults.Redirect("/studio/definitions")).ExcludeFromDescription();
        routes.MapGet(TaskBadge.Address, TaskBadge.ShowAsync).ExcludeFromDescription();
        routes.MapPost("/language", LanguageChoice.ChooseAsync).ExcludeFromDescription();
        routes.MapGet(AuditFile.Address, AuditFile.SendAsync).ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.BadRequest();
        await context.SignOutAsync(SessionCookie.Scheme);
        return TypedResults.LocalRedirect(ReturnAddress.SignIn);
    }
}
