using Bpm.Application.Due;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Engine.Execution;
using Bpm.Workflows.Http;

namespace Bpm.Application.Http;

/// <summary>Stores the requests that a burst ordered, with the burst and in its transaction.</summary>
public sealed class HttpCallDesk(IHttpCalls calls, IDueRows dueRows, ITransaction transaction, DueSignal signal)
{
    /// <summary>Stores what one burst ordered and withdrew; its children's bursts are given on their own.</summary>
    public async Task KeepAsync(Burst burst, CancellationToken cancellationToken)
    {
        foreach (var effect in burst.Effects)
        {
            switch (effect)
            {
                case HttpOrder order:
                    await AddAsync(burst.Instance, order, cancellationToken);
                    break;
                case HttpOrderWithdrawn withdrawn:
                    await WithdrawAsync(burst.Instance, withdrawn.BookmarkId, cancellationToken);
                    break;
            }
        }
    }

    private async Task AddAsync(WorkflowInstance instance, HttpOrder order, CancellationToken cancellationToken)
    {
        var at = instance.UpdatedAt;
        var call = new HttpCall(OrderedId.New(at), instance.TenantId ?? "", instance.Id, at, 0, order, null);
        await calls.AddAsync(call, cancellationToken);
        await dueRows.PutAsync(DueKind.HttpCall, call.Organisation, instance.Id, call.Id.ToString("N"), at, null, cancellationToken);
        transaction.AfterCommit(signal.Set);
    }

    private async Task WithdrawAsync(WorkflowInstance instance, string bookmarkId, CancellationToken cancellationToken)
    {
        if (await calls.FindAsync(instance.Id, bookmarkId, cancellationToken) is not { } id)
            return;
        await calls.RemoveAsync(id, cancellationToken);
        await dueRows.RemoveAsync(DueKind.HttpCall, instance.Id, id.ToString("N"), cancellationToken);
    }
}
