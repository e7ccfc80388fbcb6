using System.Text;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Expressions;

/// <summary>What a definition's scripts can call, as TypeScript declarations for the designer's completion.</summary>
public static class ScriptDeclarations
{
    private const string Functions =
        """
        /** 流程变量的值。 */ declare function getVariable(name: string): any;
        /** 给流程变量赋值。 */ declare function setVariable(name: string, value: any): void;
        /** 流程变量，按名称读写。 */ declare const variables: { [name: string]: any };
        /** 流程输入的值。 */ declare function getInput(name: string): any;
        /** 同一次推进中某活动的输出。 */ declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        /** 同一次推进中上一个活动的结果。 */ declare function getLastResult(): any;
        /** 关联号；案件的流程为受理编号。 */ declare function getCorrelationId(): string;
        declare function setCorrelationId(value: string): void;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowInstanceName(): string;
        declare function setWorkflowInstanceName(value: string): void;
        /** 只用于“运行脚本”：从哪个出口离开。 */ declare function setOutcome(name: string): void;
        /** 只用于“运行脚本”：从哪几个出口离开。 */ declare function setOutcomes(names: string[]): void;
        declare function isNullOrEmpty(value: string): boolean;
        declare function isNullOrWhiteSpace(value: string): boolean;
        declare function toJson(value: any): string;
        declare function parseGuid(value: string): string;
        declare function newGuid(): string;
        declare function newGuidString(): string;
        declare function getGuidString(): string;
        declare function newShortGuid(): string;
        declare function getShortGuid(): string;
        declare function bytesFromString(value: string): number[];
        declare function bytesToString(bytes: number[]): string;
        declare function bytesFromBase64(value: string): number[];
        declare function bytesToBase64(bytes: number[]): string;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;

        """;

    /// <summary>The functions that every script has, and those for the definition's variables and inputs.</summary>
    /// <param name="definition">Null for none.</param>
    public static string Of(WorkflowDefinition? definition)
    {
        var text = new StringBuilder(Functions.ReplaceLineEndings("\n"));
        if (definition is null)
            return text.ToString();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in Items(definition, "variables", "typeName").Where(item => IsName(item.Name)))
        {
            Add($"get{variable.Name}", $"(): {variable.Type}");
            Add($"set{variable.Name}", $"(value: {variable.Type}): void");
        }

        foreach (var input in Items(definition, "inputs", "type").Where(item => IsName(item.Name)))
            Add($"get{input.Name}", $"(): {input.Type}");
        return text.ToString();

        void Add(string name, string signature)
        {
            if (declared.Add(name))
                text.Append("declare function ").Append(name).Append(signature).Append(";\n");
        }
    }

    private static IEnumerable<(string Name, string Type)> Items(WorkflowDefinition definition, string list, string typeProperty) =>
        definition.Json.TryGetProperty(list, out var items) && items.ValueKind == System.Text.Json.JsonValueKind.Array
            ? items.EnumerateArray().Where(item => DeclarationReader.Text(item, "name") is not null).Select(item => (
                ScriptAccessors.Pascal(DeclarationReader.Text(item, "name")!),
                TypeOf(TypeNames.Short(DeclarationReader.Text(item, typeProperty))) + (DeclarationReader.Flag(item, "isArray") ? "[]" : "")))
            : [];

    private static string TypeOf(string name) => name switch
    {
        "String" or "Guid" or "TimeSpan" => "string",
        "Boolean" => "boolean",
        "Int32" or "Int64" or "Double" or "Decimal" or "Single" or "Int16" or "Byte" => "number",
        "DateTime" or "DateTimeOffset" => "Date",
        _ => "any",
    };

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$');
}
