using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.Departments;

/// <summary>All departments of the caller's organisation.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record ListDepartments : IQuery<Page<DepartmentView>>;

public sealed class ListDepartmentsHandler(OrganisationRegistry organisations, Caller caller) : IRequestHandler<ListDepartments, Result<Page<DepartmentView>>>
{
    public Task<Result<Page<DepartmentView>>> Handle(ListDepartments request, CancellationToken cancellationToken)
    {
        var directory = organisations.Of(caller.Member.Organisation).Directory;
        var members = directory.People.Where(person => person.IsActive).CountBy(person => person.Department).ToDictionary();
        var items = directory.Departments.Select(d => new DepartmentView(
            d.Code, d.Name, d.ParentCode, d.Head, Name(d.Head), d.Leader, Name(d.Leader), d.PushSystem,
            directory.Profile.Terms.FirstOrDefault(term => term.Code == d.PushSystem)?.Name, d.HandlesCases, members.GetValueOrDefault(d.Code))).ToList();
        return Task.FromResult<Result<Page<DepartmentView>>>(new Page<DepartmentView>(items, items.Count));

        string? Name(string? userName) => userName is null ? null : directory.DisplayName(userName);
    }
}
