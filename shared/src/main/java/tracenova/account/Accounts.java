package tracenova.account;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tracenova.account.Attempts.Of;
import tracenova.account.Attempts.Subject;
import tracenova.account.Registration.Mode;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.AccountKey;
import tracenova.table.ItemKey.EmailKey;
import tracenova.table.ItemKey.FirstWorkspaceKey;
import tracenova.table.ItemKey.WorkspaceKey;
import tracenova.table.Table;

/// Workspaces and the accounts in them. An account is there once its address names it, so of two registrations at
/// once one is made and the other leaves nothing.
@Singleton
public class Accounts {

    private static final int ID = 16;
    private static final String NOBODY = "-";

    private final Table table;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Registration registration;

    public Accounts(Table table, InstantSource clock, Secrets secrets, Passwords passwords, Attempts attempts,
            Registration registration) {
        this.table = table;
        this.clock = clock;
        this.secrets = secrets;
        this.passwords = passwords;
        this.attempts = attempts;
        this.registration = registration;
    }

    /// A workspace and its owner, if registration is open. `workspace` is the new one's name.
    public Registered register(EmailAddress email, String password, String workspace) {
        var mode = registration.mode();
        if (isClosed(mode)) {
            return new Registered.Closed();
        }
        if (table.getConsistent(new EmailKey(email.hash())).isPresent()) {
            return new Registered.Taken();
        }
        var made = new Workspace(secrets.base62(ID), workspace);
        var owner = new Account(secrets.base62(ID), made.id(), email.text(), Role.OWNER, true, 1);
        table.put(Item.at(new WorkspaceKey(made.id())).with("name", made.name()).with("created", now()));
        table.put(item(owner, passwords.hash(password)));
        if (!isFirst(owner, email) && mode == Mode.FIRST) {
            return undone(owner, new Registered.Closed());
        }
        return names(email.hash(), owner.id()) ? new Registered.Done(owner) : undone(owner, new Registered.Taken());
    }

    /// Another was faster; the workspace that stays behind is nobody's.
    private Registered undone(Account owner, Registered outcome) {
        table.delete(new AccountKey(owner.id()));
        return outcome;
    }

    private boolean isClosed(Mode mode) {
        return switch (mode) {
            case OPEN -> false;
            case CLOSED -> true;
            case FIRST -> {
                var first = table.getConsistent(new FirstWorkspaceKey());
                first.ifPresent(this::complete);
                yield first.isPresent();
            }
        };
    }

    /// The first one may have failed just before its address named it.
    private void complete(Item first) {
        var email = first.text("email");
        if (table.getConsistent(new EmailKey(email)).isEmpty()) {
            names(email, first.text("account"));
        }
    }

    private boolean isFirst(Account owner, EmailAddress email) {
        var first = Item.at(new FirstWorkspaceKey()).with("account", owner.id()).with("email", email.hash());
        return table.putIfAbsent(first, limits -> {}).map(there -> there.text("account").equals(owner.id()))
                .orElse(true);
    }

    private boolean names(String email, String account) {
        var item = Item.at(new EmailKey(email)).with("account", account);
        return table.putIfAbsent(item, limits -> {}).map(there -> there.text("account").equals(account)).orElse(true);
    }

    /// Another account in a workspace; none where the address has one.
    public Optional<Account> add(String workspace, EmailAddress email, String password, Role role) {
        var account = new Account(secrets.base62(ID), workspace, email.text(), role, true, 1);
        table.put(item(account, passwords.hash(password)));
        if (names(email.hash(), account.id())) {
            return Optional.of(account);
        }
        table.delete(new AccountKey(account.id()));
        return Optional.empty();
    }

    /// How long `source` must wait before it may register; empty if not at all.
    public Optional<Duration> waitOf(String source) {
        return attempts.begin(List.of(new Subject(Of.SOURCE, source)));
    }

    /// Whose e-mail and password these are. The same is done for an address that nobody has.
    public SignedIn signIn(String email, String password, String source) {
        var address = EmailAddress.parse(email).map(EmailAddress::hash).orElseGet(() -> new EmailAddress(email).hash());
        var subjects = List.of(new Subject(Of.SOURCE, source), new Subject(Of.ACCOUNT, address));
        var wait = attempts.begin(subjects);
        if (wait.isPresent()) {
            return new SignedIn.Wait(wait.get());
        }
        var item = item(table.getConsistent(new EmailKey(address)).map(named -> named.text("account")).orElse(NOBODY));
        if (item.isEmpty()) {
            passwords.matchesNobody(password);
            return new SignedIn.Denied(Optional.empty());
        }
        var account = account(item.get());
        if (!passwords.matches(password, item.get().text("password")) || !account.active()) {
            return new SignedIn.Denied(Optional.of(account));
        }
        attempts.succeeded(subjects);
        if (passwords.isOutdated(item.get().text("password"))) {
            var hash = passwords.hash(password);
            table.replace(item.get(), item.get().copy().with("password", hash), "password");
        }
        return new SignedIn.Granted(account);
    }

    /// The account of this address.
    public Optional<Account> find(EmailAddress email) {
        return table.getConsistent(new EmailKey(email.hash())).flatMap(named -> find(named.text("account")));
    }

    /// The account, as it is now.
    public Optional<Account> find(String id) {
        return item(id).map(Accounts::account);
    }

    public Workspace workspace(String id) {
        return table.get(new WorkspaceKey(id)).map(item -> new Workspace(id, item.text("name")))
                .orElseThrow(() -> new IllegalStateException("there is no workspace " + id));
    }

    /// From now on it signs in nowhere, and what was issued to it is void.
    public void deactivate(String id) {
        change(id, item -> item.with("active", false));
    }

    /// From its next sign-in on it has this role.
    public void setRole(String id, Role role) {
        change(id, item -> item.with("role", role.toString()));
    }

    /// Ends its sessions, too.
    public void setPassword(String id, String password) {
        var hash = passwords.hash(password);
        change(id, item -> item.with("password", hash));
    }

    /// What was issued to it is void; it may sign in again.
    public void endSessions(String id) {
        change(id, item -> item);
    }

    private void change(String id, UnaryOperator<Item> change) {
        var old = item(id).orElseThrow(() -> new IllegalStateException("there is no account " + id));
        var next = change.apply(old.copy()).with("version", old.number("version") + 1);
        if (!table.replace(old, next, "version")) {
            change(id, change);
        }
    }

    private Optional<Item> item(String id) {
        return table.getConsistent(new AccountKey(id));
    }

    private Item item(Account account, String hash) {
        return Item.at(new AccountKey(account.id()))
                .with("workspace", account.workspace())
                .with("email", account.email())
                .with("role", account.role().toString())
                .with("active", account.active())
                .with("version", account.version())
                .with("password", hash)
                .with("created", now());
    }

    private static Account account(Item item) {
        return new Account(item.text("pk").substring("ACCOUNT#".length()), item.text("workspace"), item.text("email"),
                Role.named(item.text("role")), item.flag("active"), item.number("version"));
    }

    private String now() {
        return clock.instant().toString();
    }
}
