package tracenova.app;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.app.Funnel.Step;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.ApiKeyKey;
import tracenova.table.ItemKey.AppKey;
import tracenova.table.ItemKey.AppListKey;
import tracenova.table.ItemKey.FunnelKey;
import tracenova.table.Table;

/// Apps, their keys, switches and funnels, as management changes them. What ingest reads of a key is
/// written with it, so a change reaches ingest within the 30 seconds that a key is cached.
@Singleton
public class Apps {

    /// How many keys of an app are live at once: an old one and the one that takes its place.
    public static final int LIVE_KEYS = 2;

    private static final int TRIES = 10;
    private static final int REVISION = 12;

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
        var app = new App(id, workspace, name, platform, timeZone, currency, created, 1, Switches.ALL_ON);
        table.put(Item.at(new AppKey(id)).with("content_key", secrets.bytes(32)));
        table.put(AppItems.listed(app));
        return app;
    }

    /// Every app there is, in the order of their ids.
    public List<App> list() {
        return table.query(AppListKey.PK, "APP#").stream().filter(Apps::isThere).map(AppItems::app).toList();
    }

    /// Those of one workspace, oldest first.
    public List<App> list(String workspace) {
        return list().stream().filter(app -> app.workspace().equals(workspace))
                .sorted(Comparator.comparing(App::created).thenComparing(App::id))
                .toList();
    }

    public Optional<App> find(AppId app) {
        return table.get(new AppListKey(app)).filter(Apps::isThere).map(AppItems::app);
    }

    /// The app, if it is one of this workspace.
    public Optional<App> find(String workspace, AppId app) {
        return table.getConsistent(new AppListKey(app)).filter(Apps::isThere).map(AppItems::app)
                .filter(found -> found.workspace().equals(workspace));
    }

    /// Whether the app is there to receive anything.
    public boolean exists(AppId app) {
        return table.get(new AppKey(app)).filter(Apps::isThere).isPresent();
    }

    /// Makes `changed` of an app that is still what was read, for its keys too; of two at once one does.
    public boolean replace(App read, App changed) {
        boolean replaced = table.replace(AppItems.listed(read), AppItems.listed(changed), "settings");
        if (replaced) {
            table.query(new AppKey(read.id()).pk(), "KEY#").stream()
                    .filter(key -> AppItems.key(key).revoked().isEmpty())
                    .forEach(key -> publish(read.id(), AppItems.key(key).id()));
        }
        return replaced;
    }

    /// Sets what the app lets in, whatever else of it has changed.
    public void setSwitches(App app, Switches switches) {
        for (int i = 0; i < TRIES; i++) {
            var now = AppItems.app(listed(app.id()));
            if (replace(now, now.changed(switches))) {
                return;
            }
        }
        throw changing(app.id());
    }

    /// Ends its keys and hides it. Its data stay where they are.
    public void delete(App app) {
        change(app, meta -> Optional.of(meta.with("deleted", true)));
        keys(app.id()).forEach(key -> revokeKey(app, key.id()));
        var listed = listed(app.id());
        table.put(listed.copy().with("deleted", true).with("settings", listed.number("settings") + 1));
    }

    /// The keys of an app, live or not, oldest first.
    public List<IssuedKey> keys(AppId app) {
        return table.query(new AppKey(app).pk(), "KEY#").stream().map(AppItems::key)
                .sorted(Comparator.comparing(IssuedKey::created))
                .toList();
    }

    /// A new key of the app. Its text is here and nowhere else: what is stored is a hash.
    public ApiKey issueKey(App app) {
        return issueKey(app, "Key").orElseThrow(() -> new IllegalStateException(app.id() + " has two live keys"));
    }

    /// The same under a name; none where the app has as many live keys as it may.
    public Optional<ApiKey> issueKey(App app, String name) {
        var key = ApiKey.random(secrets);
        var item = Item.at(new ApiKeyKey(app.id(), key.id()))
                .with("hash", key.hash())
                .with("name", name)
                .with("created", clock.instant().toString());
        // It is listed before it counts: what a crash leaves can be revoked.
        table.put(item);
        if (change(app, meta -> withKey(meta, key.id())).isEmpty()) {
            table.delete(new ApiKeyKey(app.id(), key.id()));
            return Optional.empty();
        }
        publish(app.id(), key.id());
        return Optional.of(key);
    }

    private static Optional<Item> withKey(Item meta, String id) {
        var live = new ArrayList<>(meta.texts("live_keys"));
        live.add(id);
        return live.size() > LIVE_KEYS ? Optional.empty() : Optional.of(meta.with("live_keys", live));
    }

    /// Ends a key everywhere within 30 seconds and for good; what is no key of the app is passed over.
    public void revokeKey(App app, String keyId) {
        source(app.id(), keyId).ifPresent(source -> {
            var revoked = source.key.optionalText("revoked").orElseGet(() -> clock.instant().toString());
            var key = source.key.copy().with("revoked", revoked);
            // It is dead before it is listed as dead: what a crash leaves can be revoked again.
            table.put(new Source(source.meta, source.listed, key).lookup());
            table.put(key);
            change(app, meta -> Optional.of(meta.with("live_keys",
                    meta.texts("live_keys").stream().filter(live -> !live.equals(keyId)).toList())));
        });
    }

    /// Makes a funnel under a slug that is free; none where it is not.
    public Optional<Funnel> createFunnel(App app, String slug, String name, List<Step> steps) {
        if (funnels(app.id()).stream().anyMatch(other -> other.slug().equals(slug))) {
            return Optional.empty();
        }
        var funnel = funnel(slug, nextNumber(app), name, steps);
        return table.putIfAbsent(AppItems.funnel(app.id(), funnel), limits -> {}).isPresent()
                ? Optional.empty()
                : Optional.of(funnel);
    }

    /// Makes or replaces a funnel; its number stays.
    public Funnel defineFunnel(App app, String slug, String name, List<Step> steps) {
        var number = funnels(app.id()).stream().filter(other -> other.slug().equals(slug)).findFirst()
                .map(Funnel::number)
                .orElseGet(() -> nextNumber(app));
        var funnel = funnel(slug, number, name, steps);
        table.put(AppItems.funnel(app.id(), funnel));
        return funnel;
    }

    /// The funnel with another name and other steps, if it is still what was read.
    public Optional<Funnel> replaceFunnel(App app, Funnel read, String name, List<Step> steps) {
        var next = funnel(read.slug(), read.number(), name, steps);
        return table.replace(AppItems.funnel(app.id(), read), AppItems.funnel(app.id(), next), "revision")
                ? Optional.of(next)
                : Optional.empty();
    }

    private Funnel funnel(String slug, long number, String name, List<Step> steps) {
        return new Funnel(slug, number, name, steps, secrets.base62(REVISION));
    }

    /// The same where slug and keys are names enough.
    public Funnel defineFunnel(App app, String slug, List<String> keys) {
        return defineFunnel(app, slug, slug, keys.stream().map(key -> new Step(key, key)).toList());
    }

    public void deleteFunnel(App app, String slug) {
        table.delete(new FunnelKey(app.id(), slug));
    }

    /// The funnels of an app by slug.
    public List<Funnel> funnels(AppId app) {
        return table.query(new AppKey(app).pk(), "FUNNEL#").stream().map(AppItems::funnel).toList();
    }

    private long nextNumber(App app) {
        return change(app, meta -> Optional.of(meta.with("last_funnel", lastNumber(meta) + 1)))
                .map(Apps::lastNumber).orElseThrow();
    }

    private static long lastNumber(Item meta) {
        return meta.optionalNumber("last_funnel").orElse(0L);
    }

    /// Writes what ingest reads of a key, and again where app or key changed meanwhile; what is revoked stays so.
    private void publish(AppId app, String keyId) {
        var written = Map.<String, AttributeValue>of();
        for (var now = source(app, keyId); now.isPresent(); now = source(app, keyId)) {
            var lookup = now.get().lookup();
            if (lookup.attributes().equals(written)) {
                return;
            }
            table.putUnless("revoked", lookup);
            written = lookup.attributes();
        }
    }

    private Optional<Source> source(AppId app, String keyId) {
        return table.getConsistent(new ApiKeyKey(app, keyId)).map(key -> new Source(meta(app), listed(app), key));
    }

    /// What the lookup of a key is made from.
    private record Source(Item meta, Item listed, Item key) {

        Item lookup() {
            return AppItems.lookup(AppItems.app(listed), AppItems.key(key), key.text("hash"), meta);
        }
    }

    /// What stands in `META` changes one after the other. What `change` refuses stays as it is.
    private Optional<Item> change(App app, Function<Item, Optional<Item>> change) {
        for (int i = 0; i < TRIES; i++) {
            var old = meta(app.id());
            var next = change.apply(old.copy().with("changes", 1 + old.optionalNumber("changes").orElse(0L)));
            if (next.isEmpty() || table.replace(old, next.get(), "changes")) {
                return next;
            }
        }
        throw changing(app.id());
    }

    private Item meta(AppId app) {
        return table.getConsistent(new AppKey(app))
                .orElseThrow(() -> new IllegalStateException("app " + app + " has no settings"));
    }

    private Item listed(AppId app) {
        return table.getConsistent(new AppListKey(app))
                .orElseThrow(() -> new IllegalStateException("app " + app + " is not listed"));
    }

    private static IllegalStateException changing(AppId app) {
        return new IllegalStateException("app " + app + " is being changed all the time");
    }

    private static boolean isThere(Item item) {
        return !item.flag("deleted");
    }
}
