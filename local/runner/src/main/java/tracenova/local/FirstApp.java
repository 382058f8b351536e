package tracenova.local;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tracenova.account.Account;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.Registered;
import tracenova.app.App;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.id.Secrets;

/// The app to try things with and the account that owns it, made when there are none. Key and password are kept beside
/// the data, for their owner only, so that a restart prints the same ones; where that file is lost and the table is
/// still there, account and app get new ones.
@Serdeable
record FirstApp(String app, String apiKey, @Nullable String workspace, String email, String password) {

    static final String FILE = "app.json";

    private static final EmailAddress OWNER = new EmailAddress("owner@example.com");
    private static final NewApp APP = new NewApp("My app", "Web", ZoneId.of("UTC"), "USD",
            Map.of("checkout", List.of("cart", "address", "payment", "done")));

    /// @param ours whether nobody else fills this table, so that an owner who is there is the one of this directory
    static FirstApp in(Path data, boolean ours, Apps apps, Accounts accounts, JsonMapper json) throws IOException {
        var file = data.resolve(FILE);
        var kept = kept(file, json).filter(first -> first.isThere(apps));
        if (kept.isPresent()) {
            return kept.get();
        }
        var password = Secrets.system().base62(20);
        var known = ours ? accounts.find(OWNER) : Optional.<Account>empty();
        known.ifPresent(account -> accounts.setPassword(account.id(), password));
        var owner = known.orElseGet(() -> register(accounts, OWNER, password));
        var app = apps.list(owner.workspace()).stream().findFirst();
        var made = app.map(there -> new NewApp.Made(there.id().value(), newKey(apps, there)))
                .orElseGet(() -> APP.in(apps, owner.workspace()));
        var first = new FirstApp(made.app(), made.apiKey(), owner.workspace(), owner.email(), password);
        OwnersFile.write(file, json.writeValueAsBytes(first));
        return first;
    }

    private static Optional<FirstApp> kept(Path file, JsonMapper json) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        try {
            return Optional.ofNullable(json.readValue(bytes, FirstApp.class));
        } catch (IOException e) {
            System.err.println("tracenova: " + file + " is not readable and is made again");
            return Optional.empty();
        }
    }

    private boolean isThere(Apps apps) {
        return workspace != null && apps.find(workspace, new AppId(app)).isPresent();
    }

    /// Where two keys are live, it takes the place of the older one.
    private static String newKey(Apps apps, App app) {
        return apps.issueKey(app, "Key").orElseGet(() -> {
            var older = apps.keys(app.id()).stream().filter(key -> key.revoked().isEmpty()).findFirst().orElseThrow();
            System.err.println("tracenova: two keys are live; revokes the older one, " + older.prefix());
            apps.revokeKey(app, older.id());
            return apps.issueKey(app);
        }).text();
    }

    /// Of a table that another directory has filled, the address may be taken.
    private static Account register(Accounts accounts, EmailAddress email, String password) {
        return switch (accounts.register(email, password, "My workspace")) {
            case Registered.Done(var account) -> account;
            case Registered.Taken() -> register(accounts, new EmailAddress(
                    "owner-" + Secrets.system().base62(8).toLowerCase(Locale.ROOT) + "@example.com"), password);
            case Registered.Closed() -> throw new StartException("nobody may register here");
        };
    }
}
