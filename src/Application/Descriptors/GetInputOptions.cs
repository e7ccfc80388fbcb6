using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Definitions;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Engine.Activities;
using MediatR;

namespace Bpm.Application.Descriptors;

/// <summary>The options of one input of one node, as the node stands.</summary>
/// <param name="TypeName">Of the activity.</param>
/// <param name="Property">Name of the input.</param>
/// <param name="Node">The node's inputs by JSON name, as the designer stores them.</param>
[MayRun(Permission.ViewProcesses)]
public sealed record GetInputOptions(string TypeName, string Property, IReadOnlyDictionary<string, JsonElement> Node) : IQuery<InputOptions>;

/// <summary>An input and what its editor offers.</summary>
/// <param name="Options">Null where the input has no list of the organisation.</param>
public sealed record InputOptions(InputDescriptor Input, IReadOnlyList<PickerOption>? Options);

public sealed class GetInputOptionsHandler(
    DescriptorCatalog catalog, OrganisationRegistry organisations, IVersionStamps stamps, IDefinitionStore definitions, Caller caller)
    : IRequestHandler<GetInputOptions, Result<InputOptions>>
{
    public async Task<Result<InputOptions>> Handle(GetInputOptions request, CancellationToken cancellationToken)
    {
        var set = await catalog.GetAsync(organisations.Of(caller.Member.Organisation), stamps, definitions, cancellationToken);
        var input = set.Activities.FirstOrDefault(activity => activity.TypeName == request.TypeName)?.Inputs
            .FirstOrDefault(known => known.Name.Equals(request.Property, StringComparison.OrdinalIgnoreCase));
        if (input is null)
            return new InputUnknown(request.TypeName, request.Property);
        if (input.Picker is null)
            return new InputOptions(input, null);
        var form = input.DependsOn.SelectMany(name => ValuesOf(request, name)).FirstOrDefault();
        return new InputOptions(input, set.OptionsOf(request.TypeName, input, form, ValuesOf(request, input.Name)));
    }

    private static IReadOnlyList<string> ValuesOf(GetInputOptions request, string input) =>
        request.Node.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(input), out var value) ? NodeValues.Of(value) : [];
}
