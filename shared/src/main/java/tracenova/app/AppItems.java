package tracenova.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tracenova.app.Funnel.Step;
import tracenova.table.Item;
import tracenova.table.ItemKey.AppListKey;
import tracenova.table.ItemKey.FunnelKey;
import tracenova.table.ItemKey.KeyLookupKey;

/// How apps, keys and funnels stand in the table.
final class AppItems {

    private AppItems() {}

    static Item listed(App app) {
        return Item.at(new AppListKey(app.id()))
                .with("workspace", app.workspace())
                .with("name", app.name())
                .with("platform", app.platform())
                .with("time_zone", app.timeZone().getId())
                .with("currency", app.currency())
                .with("created", app.created().toString())
                .with("settings", app.settings())
                .with("tracking", app.switches().tracking())
                .with("areas_off", List.copyOf(app.switches().areasOff()));
    }

    static App app(Item item) {
        return new App(
                new AppId(item.text("sk").substring("APP#".length())),
                item.text("workspace"),
                item.text("name"),
                item.text("platform"),
                ZoneId.of(item.text("time_zone")),
                item.text("currency"),
                Instant.parse(item.text("created")),
                item.number("settings"),
                item.attributes().containsKey("tracking") ? switches(item) : Switches.ALL_ON);
    }

    private static Switches switches(Item item) {
        return new Switches(item.flag("tracking"), Set.copyOf(item.texts("areas_off")));
    }

    static IssuedKey key(Item item) {
        var id = item.text("sk").substring("KEY#".length());
        return new IssuedKey(id, item.optionalText("name").orElse(id), Instant.parse(item.text("created")),
                item.optionalText("revoked").map(Instant::parse));
    }

    /// All that ingest reads of a key.
    static Item lookup(App app, IssuedKey key, String hash, Item meta) {
        return Item.at(new KeyLookupKey(hash))
                .with("app", app.id().value())
                .with("workspace", app.workspace())
                .with("key_id", key.id())
                .with("revoked", key.revoked().isPresent() || meta.flag("deleted"))
                .with("tracking", app.switches().tracking())
                .with("areas_off", List.copyOf(app.switches().areasOff()))
                .with("content_key", meta.bytes("content_key"));
    }

    /// Reads [#lookup].
    static KeyEntry entry(Item item) {
        return new KeyEntry(
                new AppId(item.text("app")),
                item.text("workspace"),
                item.text("key_id"),
                item.flag("revoked"),
                item.optionalNumber("expires").map(Instant::ofEpochSecond),
                switches(item),
                item.texts("scrub_names"),
                item.bytes("content_key"));
    }

    static Item funnel(AppId app, Funnel funnel) {
        return Item.at(new FunnelKey(app, funnel.slug()))
                .with("number", funnel.number())
                .with("revision", funnel.revision())
                .with("name", funnel.name())
                .with("steps", funnel.keys())
                .with("step_names", funnel.steps().stream().map(Step::name).toList());
    }

    static Funnel funnel(Item item) {
        var slug = item.text("sk").substring("FUNNEL#".length());
        var keys = item.texts("steps");
        var names = Optional.of(item.texts("step_names")).filter(all -> all.size() == keys.size()).orElse(keys);
        return new Funnel(slug, item.number("number"), item.optionalText("name").orElse(slug), steps(keys, names),
                item.optionalText("revision").orElse(""));
    }

    private static List<Step> steps(List<String> keys, List<String> names) {
        return IntStream.range(0, keys.size()).mapToObj(i -> new Step(keys.get(i), names.get(i))).toList();
    }
}
