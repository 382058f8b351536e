package tracenova.app;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.ApiKeyKey;
import tracenova.table.ItemKey.AppKey;
import tracenova.table.ItemKey.AppListKey;
import tracenova.table.ItemKey.FunnelKey;
import tracenova.table.ItemKey.KeyLookupKey;
import tracenova.table.Table;

/// Apps, their keys, switches and funnels, as management changes them. What ingest reads of a key is
/// written with it, so a change reaches ingest within the 30 seconds that a key is cached.
@Singleton
public class Apps {

    private final Table table;
    private final InstantSource clock;
    private final Secrets secrets;

    public Apps(Table table, InstantSource clock, Secrets secrets) {
        this.table = table;
        this.clock = clock;
        this.secrets = secrets;
    }

    /// Makes an app of a workspace; it has no key yet.
    public App create(String workspace, String name, String platform, ZoneId timeZone, String currency) {
        var id = new AppId(secrets.base62(16).toLowerCase(Locale.ROOT));
        var created = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var app = new App(id, workspace, name, platform, timeZone, currency, created, 1);
        table.put(Item.at(new AppKey(id)).with("content_key", secrets.bytes(32)).with("tracking", true));
        table.put(listed(app));
        return app;
    }

    /// Every app there is, in the order of their ids.
    public List<App> list() {
        return table.query(AppListKey.PK, "APP#").stream().map(Apps::app).toList();
    }

    public Optional<App> find(AppId app) {
        return table.get(new AppListKey(app)).map(Apps::app);
    }

    /// Whether the app is there to receive anything.
    public boolean exists(AppId app) {
        return table.get(new AppKey(app)).isPresent();
    }

    /// A new key of the app. Its text is here and nowhere else: what is stored is a hash.
    public ApiKey issueKey(App app) {
        var key = ApiKey.random(secrets);
        table.put(Item.at(new ApiKeyKey(app.id(), key.id()))
                .with("hash", key.hash())
                .with("created", clock.instant().toString()));
        table.put(lookup(app, key.id(), key.hash(), false));
        return key;
    }

    /// Ends a key everywhere within 30 seconds.
    public void revokeKey(App app, String keyId) {
        table.getConsistent(new ApiKeyKey(app.id(), keyId))
                .ifPresent(item -> table.put(lookup(app, keyId, item.text("hash"), true)));
    }

    /// Sets what the app lets in.
    public void setSwitches(App app, Switches switches) {
        table.put(Item.at(new AppKey(app.id()))
                .with("content_key", meta(app).bytes("content_key"))
                .with("tracking", switches.tracking())
                .with("areas_off", List.copyOf(switches.areasOff())));
        for (var key : table.query(new AppKey(app.id()).pk(), "KEY#")) {
            var hash = key.text("hash");
            var present = table.getConsistent(new KeyLookupKey(hash));
            present.ifPresent(item -> table.put(lookup(app, item.text("key_id"), hash, item.flag("revoked"))));
        }
    }

    /// Makes or replaces a funnel; its number stays.
    public Funnel defineFunnel(App app, String slug, List<String> steps) {
        var funnels = funnels(app.id());
        var number = funnels.stream().filter(other -> other.slug().equals(slug)).findFirst()
                .map(Funnel::number)
                .orElseGet(() -> 1 + funnels.stream().mapToLong(Funnel::number).max().orElse(0));
        var funnel = new Funnel(slug, number, steps);
        table.put(Item.at(new FunnelKey(app.id(), slug)).with("number", number).with("steps", steps));
        return funnel;
    }

    public void deleteFunnel(App app, String slug) {
        table.delete(new FunnelKey(app.id(), slug));
    }

    /// The funnels of an app by slug.
    public List<Funnel> funnels(AppId app) {
        return table.query(new AppKey(app).pk(), "FUNNEL#").stream()
                .map(item -> new Funnel(
                        item.text("sk").substring("FUNNEL#".length()), item.number("number"), item.texts("steps")))
                .toList();
    }

    private Item meta(App app) {
        return table.getConsistent(new AppKey(app.id()))
                .orElseThrow(() -> new IllegalStateException("app " + app.id() + " has no settings"));
    }

    private Item lookup(App app, String keyId, String hash, boolean revoked) {
        var meta = meta(app);
        return Item.at(new KeyLookupKey(hash))
                .with("app", app.id().value())
                .with("workspace", app.workspace())
                .with("key_id", keyId)
                .with("revoked", revoked)
                .with("tracking", meta.flag("tracking"))
                .with("areas_off", meta.texts("areas_off"))
                .with("content_key", meta.bytes("content_key"));
    }

    /// Reads the item that [#issueKey] wrote.
    static KeyEntry entry(Item item) {
        return new KeyEntry(
                new AppId(item.text("app")),
                item.text("workspace"),
                item.text("key_id"),
                item.flag("revoked"),
                item.optionalNumber("expires").map(Instant::ofEpochSecond),
                new Switches(item.flag("tracking"), Set.copyOf(item.texts("areas_off"))),
                item.texts("scrub_names"),
                item.bytes("content_key"));
    }

    private static Item listed(App app) {
        return Item.at(new AppListKey(app.id()))
                .with("workspace", app.workspace())
                .with("name", app.name())
                .with("platform", app.platform())
                .with("time_zone", app.timeZone().getId())
                .with("currency", app.currency())
                .with("created", app.created().toString())
                .with("settings", app.settings());
    }

    private static App app(Item item) {
        return new App(
                new AppId(item.text("sk").substring("APP#".length())),
                item.text("workspace"),
                item.text("name"),
                item.text("platform"),
                ZoneId.of(item.text("time_zone")),
                item.text("currency"),
                Instant.parse(item.text("created")),
                item.number("settings"));
    }
}
