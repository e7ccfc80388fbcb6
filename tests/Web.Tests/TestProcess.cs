using System.Runtime.CompilerServices;
using Bpm.Engine.Expressions;

namespace Bpm.Web.Tests;

/// <summary>What the program does first, before anything uses a regular expression; a host inside the test's process comes too late for it.</summary>
internal static class TestProcess
{
    [ModuleInitializer]
    internal static void LimitRegularExpressions() => ScriptLimits.LimitRegularExpressions();
}
