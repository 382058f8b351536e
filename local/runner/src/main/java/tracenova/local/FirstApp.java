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
import tracenova.account.Account;
import tracenova.account.Accounts;
import tracenova.account.EmailAddress;
import tracenova.account.Registered;
import tracenova.app.AppId;
import tracenova.app.Apps;
import tracenova.id.Secrets;

/// The app to try things with and the account that owns it, made when there are none. Key and password are kept beside
/// the data, for their owner only, so that a restart prints the same ones.
@Serdeable
record FirstApp(String app, String apiKey, @Nullable String workspace, String email, String password) {

    static final String FILE = "app.json";

    private static final NewApp APP = new NewApp("My app", "Web", ZoneId.of("UTC"), "USD",
            Map.of("checkout", List.of("cart", "address", "payment", "done")));

    static FirstApp in(Path data, Apps apps, Accounts accounts, JsonMapper json) throws IOException {
        var file = data.resolve(FILE);
        if (Files.exists(file)) {
            var kept = json.readValue(Files.readAllBytes(file), FirstApp.class);
            if (kept.workspace != null && apps.find(kept.workspace, new AppId(kept.app)).isPresent()) {
                return kept;
            }
        }
        var password = Secrets.system().base62(20);
        var owner = owner(accounts, "owner@example.com", password);
        var made = APP.in(apps, owner.workspace());
        var first = new FirstApp(made.app(), made.apiKey(), owner.workspace(), owner.email(), password);
        OwnersFile.write(file, json.writeValueAsBytes(first));
        return first;
    }

    /// Of a table that another directory has filled, the address may be taken.
    private static Account owner(Accounts accounts, String email, String password) {
        return switch (accounts.register(new EmailAddress(email), password, "My workspace")) {
            case Registered.Done(var account) -> account;
            case Registered.Taken() -> owner(accounts,
                    "owner-" + Secrets.system().base62(8).toLowerCase(Locale.ROOT) + "@example.com", password);
            case Registered.Closed() -> throw new StartException("nobody may register here");
        };
    }
}
