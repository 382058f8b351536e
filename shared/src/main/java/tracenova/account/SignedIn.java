package tracenova.account;

import java.time.Duration;
import java.util.Optional;

/// What became of an attempt to sign in.
public sealed interface SignedIn {

    record Granted(Account account) implements SignedIn {}

    /// Unknown, wrong password or switched off: the caller is not told which.
    record Denied(Optional<Account> who) implements SignedIn {}

    /// Too many failed of late; not even looked at.
    record Wait(Duration time) implements SignedIn {}
}
