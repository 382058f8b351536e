package tracenova.account;

/// The tenant: owns apps and accounts.
public record Workspace(String id, String name) {}
