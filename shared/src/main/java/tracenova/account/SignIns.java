package tracenova.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tracenova.id.Hashes;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.SignInKey;
import tracenova.table.Table;

/// Sign-ins and their refresh tokens. A sign-in has one good token at a time; each is used once, and one that comes
/// again ends the sign-in, because two have it. Only hashes are stored.
@Singleton
public class SignIns {

    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final String PREFIX = "tnr";
    private static final int ID = 16;
    private static final int SECRET = 32;

    private final Table table;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Accounts accounts;

    public SignIns(Table table, InstantSource clock, Secrets secrets, Accounts accounts) {
        this.table = table;
        this.clock = clock;
        this.secrets = secrets;
        this.accounts = accounts;
    }

    /// A sign-in of an account and its token, which is here and nowhere else.
    public record SignIn(Account account, String id, String refreshToken) {}

    public SignIn open(Account account) {
        var signIn = next(account, secrets.base62(ID));
        table.put(item(signIn));
        return signIn;
    }

    /// The sign-in with its next token; none where the token is not the good one.
    public Optional<SignIn> refresh(String token) {
        var parts = token.split("_", -1);
        if (parts.length != 4 || !parts[0].equals(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        var key = new SignInKey(parts[1], parts[2]);
        var old = table.getConsistent(key).filter(this::isLive);
        var account = old.flatMap(item -> account(key.account(), item));
        var signIn = account.filter(_ -> old.get().text("hash").equals(Hashes.sha256(token)))
                .map(known -> next(known, key.id()))
                .filter(next -> table.replace(old.get(), item(next), "hash"));
        if (old.isPresent() && signIn.isEmpty()) {
            table.delete(key);
        }
        return signIn;
    }

    /// The account, if this sign-in of it is still good and the account is what it was at the time.
    public Optional<Account> find(String account, String id, long version) {
        return table.getConsistent(new SignInKey(account, id)).filter(this::isLive)
                .flatMap(item -> account(account, item))
                .filter(found -> found.version() == version);
    }

    public void end(String account, String id) {
        table.delete(new SignInKey(account, id));
    }

    private Optional<Account> account(String id, Item signIn) {
        return accounts.find(id).filter(Account::active)
                .filter(account -> account.version() == signIn.number("version"));
    }

    // The table drops what has expired when it likes.
    private boolean isLive(Item item) {
        return clock.instant().isBefore(Instant.ofEpochSecond(item.number("ttl")));
    }

    private SignIn next(Account account, String id) {
        return new SignIn(account, id, String.join("_", PREFIX, account.id(), id, secrets.base62(SECRET)));
    }

    private Item item(SignIn signIn) {
        return Item.at(new SignInKey(signIn.account.id(), signIn.id))
                .with("hash", Hashes.sha256(signIn.refreshToken))
                .with("version", signIn.account.version())
                .expiring(clock.instant().plus(LIFETIME));
    }
}
