namespace Bpm.Engine.Expressions;

/// <summary>Kinds of pieces that the rewriting of scripts tells apart.</summary>
internal enum ScriptTokenKind
{
    /// <summary>A name or keyword.</summary>
    Word,

    /// <summary>A number, text, regular expression, or a part that was rewritten already.</summary>
    Value,

    /// <summary>An operator or bracket.</summary>
    Sign,

    /// <summary>The end of the text.</summary>
    End,
}
