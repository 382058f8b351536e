package tracenova.testkit.badinput;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import tracenova.app.ApiKey;
import tracenova.app.App;
import tracenova.app.Apps;
import tracenova.app.Switches;

/// The apps the cases need, by their keys. `live` has a funnel `checkout`.
public record Keys(String live, String workspace, String neighbour, String revoked, String off,
        String withoutAnalytics) {

    public static Keys issue(Apps apps) {
        var live = app(apps, "shop");
        apps.defineFunnel(live, "checkout", List.of("cart", "address", "payment", "done"));
        var off = app(apps, "off");
        apps.setSwitches(off, new Switches(false, Set.of()));
        var withoutAnalytics = app(apps, "without-analytics");
        apps.setSwitches(withoutAnalytics, new Switches(true, Set.of("analytics")));
        return new Keys(apps.issueKey(live).text(), live.workspace(), apps.issueKey(app(apps, "neighbour")).text(),
                revoked(apps, live).text(), apps.issueKey(off).text(), apps.issueKey(withoutAnalytics).text());
    }

    private static App app(Apps apps, String name) {
        return apps.create("ws-" + name, name, "Web", ZoneOffset.UTC, "EUR");
    }

    private static ApiKey revoked(Apps apps, App app) {
        var key = apps.issueKey(app);
        apps.revokeKey(app, key.id());
        return key;
    }
}
