using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Administration.Categories;

/// <summary>The categories and channels of the caller's organisation.</summary>
[MayRun(Permission.ManageOrganisation, Or = Permission.DesignProcesses)]
public sealed record ListCategories : IQuery<CategoryList>;

public sealed class ListCategoriesHandler(IDefinitionStore definitions, IPackStore packs, OrganisationRegistry organisations, Caller caller)
    : IRequestHandler<ListCategories, Result<CategoryList>>
{
    public async Task<Result<CategoryList>> Handle(ListCategories request, CancellationToken cancellationToken)
    {
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        var profile = directory.Profile;
        var published = (await definitions.PublishedAsync(profile.Identity.Code, cancellationToken)).ToDictionary(record => record.DefinitionId, record => record.Name);
        var items = profile.Categories.Values.Select(category => new CategoryView(
            category.Code, category.Name, [.. category.Kinds.Select(kind => kind.Code())], category.DefinitionId, published.GetValueOrDefault(category.DefinitionId),
            category.Department, directory.Department(category.Department)?.Name, Levels.Code(category.Level), category.Required,
            [.. category.Attributes.Select(attribute => new CategoryView.AttributeView(
                attribute.Key, attribute.Value.Title, attribute.Value.Type, attribute.Value.Required,
                attribute.Value.Values is null ? null : [.. attribute.Value.Values.Zip(attribute.Value.ValueTitles!, (code, title) => new CategoryView.ValueView(code, title))]) { IsActive = attribute.Value.IsActive })])).ToList();
        var document = (await packs.OfAsync(profile.Identity.Code, cancellationToken)).First(d => d.Kind == "organisation");
        return new CategoryList(
            items, items.Count, [.. profile.Channels.Values.Select(channel => new CategoryList.ChannelView(channel.Code, channel.Name))],
            [.. profile.Access.Keys.Order().Select(Levels.Code)], published, document.Revision);
    }
}
