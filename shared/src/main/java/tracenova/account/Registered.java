package tracenova.account;

/// What became of a registration.
public sealed interface Registered {

    /// An owner of a workspace of its own.
    record Done(Account account) implements Registered {}

    /// The address has an account.
    record Taken() implements Registered {}

    /// Nobody may register, or nobody any more.
    record Closed() implements Registered {}
}
