namespace Bpm.Domain.Complaints;

/// <summary>Who complained. Every field may be missing: unsigned complaints are registered too (B art.6(1)).</summary>
/// <param name="AccountNumber">户号.</param>
/// <param name="Anonymous">The customer gave no name: nobody can be called back.</param>
public sealed record Customer(string? Name, string? Phone, string? Address, string? AccountNumber, bool Anonymous);
