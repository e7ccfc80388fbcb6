namespace Bpm.Engine.Expressions;

/// <summary>Kinds of <see cref="FastValue"/>.</summary>
internal enum FastKind : byte
{
    Unknown,
    Null,
    Bool,
    Number,
    Text,
    Object,
}
