namespace Bpm.Application.Installation;

/// <summary>A pack cannot be used; the text names the organisation and what is wrong, in Chinese.</summary>
public sealed class InvalidPackException : Exception
{
    public InvalidPackException(string organisation, string message)
        : base($"单位 {organisation} 的配置无法使用：{message}")
    {
    }

    public InvalidPackException(string organisation, Exception innerException)
        : base($"单位 {organisation} 的配置无法使用：{innerException.Message}", innerException)
    {
    }

    public InvalidPackException(string message)
        : base(message)
    {
    }

    public InvalidPackException()
    {
    }
}
