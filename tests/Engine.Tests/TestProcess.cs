using System.Runtime.CompilerServices;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Tests;

internal static class TestProcess
{
    [ModuleInitializer]
    internal static void LimitRegularExpressions() => ScriptLimits.LimitRegularExpressions();
}
