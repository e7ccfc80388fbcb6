using System.Xml;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Scenarios;

/// <summary>Plays scenarios against a pack. Pure: no database, no real time.</summary>
/// <param name="graphs">Gives the compiled published version of a definition id.</param>
public sealed class ScenarioPlayer(Pack pack, Func<string, WorkflowGraph> graphs)
{
    /// <summary>Plays a scenario.</summary>
    /// <param name="reload">Save and reload the engine's state after every burst.</param>
    /// <param name="watch">Gets the walk after the registration.</param>
    /// <returns>What came out otherwise than expected, in Chinese; empty when all is as expected.</returns>
    public IReadOnlyList<string> Play(Scenario scenario, bool reload = false, Action<CaseWalk>? watch = null)
    {
        try
        {
            var walk = CaseWalk.Start(pack, graphs, scenario.Case, reload);
            watch?.Invoke(walk);
            return Open(walk, scenario.Open, "登记后") is { } wrong ? [wrong] : Act(walk, scenario) is { } other ? [other] : ScenarioComparison.Differences(walk, scenario, pack);
        }
        catch (ScenarioException e)
        {
            return [e.Message];
        }
    }

    private static string? Act(CaseWalk walk, Scenario scenario)
    {
        for (var i = 0; i < scenario.Actions.Count; i++)
        {
            var action = scenario.Actions[i];
            var where = $"第 {i + 1} 步 {action.Step ?? action.Claim} {action.Outcome}";
            try
            {
                Do(walk, action, scenario.Case.By);
            }
            catch (ScenarioException e)
            {
                return $"{where}：{e.Message}";
            }

            if (action.Open is not null && Open(walk, action.Open, where) is { } wrong)
                return wrong;
        }

        return null;
    }

    private static void Do(CaseWalk walk, ScenarioAction action, string registrar)
    {
        if (action.Until is { } until)
            walk.MoveTo(until);
        if (action.Down is { } down)
            walk.StandStill(down);
        if (action.Wait is { } wait)
            walk.MoveTo(walk.Now + XmlConvert.ToTimeSpan(wait));
        if (action.Attach is { } name)
            walk.Attach(name, action.By ?? registrar);
        if (action.Claim is { } refused && action.Refused is { } code)
            Refuse(walk, refused, action.By ?? registrar, code, action.Title);
        else if (action.Claim is { } claimed)
            walk.Claim(claimed, action.By, action.Title, action.To);
        if (action.Disclose is { } recipient)
            walk.Disclose(recipient, action.By ?? registrar);
        if (action.Step is { } shown && action.Texts is { } texts)
            Show(walk, shown, action.Title, texts);
        if (action.Step is { } step)
            walk.Complete(step, action.Outcome ?? "", action.By, action.Form, action.Title, action.Comment);
    }

    private static void Show(CaseWalk walk, string step, string? title, IReadOnlyList<string> texts)
    {
        var task = walk.Open.FirstOrDefault(t => t.Step == step && (title is null || t.Title.Contains(title, StringComparison.Ordinal)));
        var (wanted, actual) = (string.Join('、', texts), string.Join('、', task?.Texts ?? []));
        if (actual != wanted)
            throw new ScenarioException($"{step} 应显示固定用语 {wanted}，实为 {actual}。");
    }

    private static void Refuse(CaseWalk walk, string step, string who, string code, string? title)
    {
        if (walk.Refusal(step, who, title) is var met && met != code)
            throw new ScenarioException($"{who} 签收 {step} 应被拒绝（{code}），实为 {met ?? "可以签收"}。");
    }

    private static string? Open(CaseWalk walk, IReadOnlyList<string> expected, string where)
    {
        var open = string.Join('、', walk.Open.Select(t => t.Step).Order(StringComparer.Ordinal));
        var wanted = string.Join('、', expected.Order(StringComparer.Ordinal));
        return open == wanted ? null : $"{where}：待办应为 {wanted}，实为 {open}。";
    }
}
