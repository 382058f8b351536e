package tracenova.account;

/// A person who signs in. `version` moves when password or role change, the account is switched off or signs out
/// everywhere, and what was issued to an older one is void.
public record Account(String id, String workspace, String email, Role role, boolean active, long version) {}
