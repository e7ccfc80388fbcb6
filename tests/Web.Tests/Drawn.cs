using System.Text.Json.Nodes;

namespace Bpm.Web.Tests;

/// <summary>Small definitions for tests.</summary>
internal static class Drawn
{
    /// <summary>A workflow that no case starts: begins, writes a line, ends.</summary>
    public static JsonNode Plain(string definitionId, string text = "'甲'") => JsonNode.Parse("""
        {"definitionId":"$id$","name":"$id$ 示例","variables":[{"id":"v-$id$","name":"team","typeName":"String","isArray":false,"value":null}],
         "inputs":[],"outputs":[],"outcomes":[],"customProperties":{},"options":{},
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"name":"flow","start":"begin","metadata":{},"customProperties":{},
          "activities":[
           {"id":"begin","type":"Elsa.Start","version":1,"name":"Start1","metadata":{"displayText":"开始","designer":{"position":{"x":0,"y":0},"size":{"width":120,"height":54}}}},
           {"id":"write","type":"Elsa.WriteLine","version":1,"name":"WriteLine1","metadata":{"displayText":"写一行","designer":{"position":{"x":260,"y":0},"size":{"width":200,"height":54}}},
            "text":{"typeName":"String","expression":{"type":"JavaScript","value":"$text$"}}},
           {"id":"done","type":"Elsa.End","version":1,"name":"End1","metadata":{"displayText":"结束","designer":{"position":{"x":560,"y":0},"size":{"width":120,"height":54}}}}],
          "connections":[{"source":{"activity":"begin","port":"Done"},"target":{"activity":"write","port":"In"},"vertices":[]},
           {"source":{"activity":"write","port":"Done"},"target":{"activity":"done","port":"In"},"vertices":[]}]}}
        """.Replace("$id$", definitionId, StringComparison.Ordinal).Replace("$text$", text, StringComparison.Ordinal))!;

    /// <summary>An activity of it.</summary>
    public static JsonObject Node(this JsonNode definition, string id) => definition["root"]!["activities"]!.AsArray().Single(a => (string?)a!["id"] == id)!.AsObject();
}
