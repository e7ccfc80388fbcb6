using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bpm.Persistence.Encryption;

/// <summary>
/// One EF model a text key. The converters of sealed columns hold the key, and EF would share one model between
/// all hosts of a process: the second would seal with the first one's key.
/// </summary>
internal sealed class TextKeyModelCache : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, ((BpmDbContext)context).Cipher);
}
