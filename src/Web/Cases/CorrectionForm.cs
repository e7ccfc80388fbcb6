using System.Text.Json;
using Bpm.Application.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Web.Registration;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Cases;

/// <summary>The form that corrects what was registered wrongly.</summary>
public static class CorrectionForm
{
    /// <summary>Reads what was posted; blank fields of attributes forget their values.</summary>
    public static CorrectComplaint Read(string number, IFormCollection form, OrganisationProfile profile)
    {
        var category = form["category"].ToString();
        var attributes = profile.Categories.GetValueOrDefault(category)?.AskedAttributes.Select(asked => asked.Key)
            .ToDictionary(name => name, name => JsonSerializer.SerializeToElement(form[RegistrationForm.AttributeField(category, name)].ToString()));
        return new()
        {
            Number = number,
            Category = category.Length > 0 ? category : null,
            Kind = form["kind"].ToString() is { Length: > 0 } kind ? kind : null,
            Attributes = attributes,
            Reason = form["reason"],
        };
    }
}
