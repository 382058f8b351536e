package tracenova.account;

/// A person who signs in. `version` moves when password or role change or the account is switched off, and what was
/// issued to an older one is void.
public record Account(String id, String workspace, String email, Role role, boolean active, long version) {}
