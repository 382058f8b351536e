package tracenova.testkit.badinput;

import static tracenova.testkit.badinput.Expected.invalid;
import static tracenova.testkit.badinput.Expected.mixed;

import java.util.List;
import java.util.Map;

/// B069 to B091 and B183: single fields by name, unknown fields, areas.
final class TypeCases {

    private final Keys keys;
    private final Cases cases;

    TypeCases(Cases cases) {
        this.cases = cases;
        this.keys = cases.keys;
    }

    void add() {
        common();
        measures();
        funnels();
        words();
        unknown();
        areas();
    }

    private void common() {
        for (var place : Place.values()) {
            for (var wrong : List.of("\"user_id\":4.2", "\"user_id\":1e3", "\"user_id\":true", "\"visitor_id\":5",
                    "\"user_role\":5", "\"url\":[]", "\"release\":{}", "\"environment\":1", "\"metadata\":[]",
                    "\"metadata\":\"x\"", "\"sample_rate\":\"1\"")) {
                refused("B068-B081", place, wrong, "wrong_type");
            }
            refused("B076", place, "\"sample_rate\":0", "out_of_range");
            refused("B076", place, "\"sample_rate\":1.5", "out_of_range");
            for (var good : List.of("\"user_id\":42", "\"user_id\":\"42\"", "\"user_id\":-7", "\"metadata\":null",
                    "\"user_id\":null", "\"sample_rate\":1", "\"url\":\"no url\"")) {
                taken("B067-B081", place, good);
            }
        }
        refused("B071", Place.TRACK, "\"payload\":\"x\"", "wrong_type");
        refused("B071", Place.BATCH, "\"payload\":[]", "wrong_type");
    }

    private void measures() {
        for (var good : List.of("0", "120", "120.0", "1.2e2", "-0", "-0.0", "2147483648", "9223372036854775807")) {
            taken("B076-B083", Place.TYPED, "\"load_time_ms\":" + good);
        }
        refused("B076", Place.TYPED, "\"load_time_ms\":-1", "out_of_range");
        refused("B076", Place.TYPED, "\"load_time_ms\":120.5", "not_integer");
        refused("B082", Place.TYPED, "\"load_time_ms\":9223372036854775808", "out_of_range");
        for (var blank : List.of("", "   ", "\\t\\n", "\\u200b\\u200d\\ufeff", "\\u0000", "\\u2028", "\\u00a0")) {
            add("B073-B113", "/api/v1/feature-usage", "{\"feature_name\":\"" + blank + "\"}",
                    invalid("blank", "/feature_name"));
            add("B073", "/api/v1/errors", "{\"message\":\"" + blank + "\"}", invalid("blank", "/message"));
        }
        add("B074", "/api/v1/errors", "{\"message\":\"m\",\"line\":1.9}", invalid("not_integer", "/line"));
        accepted("B074", "/api/v1/errors", "\"message\":\"m\",\"line\":42.0");
        add("B075", "/api/v1/errors", "{\"message\":\"m\",\"severity\":\"fatal\"}",
                invalid("unknown_value", "/severity"));
        add("B077", "/api/v1/module-health", "{\"module_id\":\"m\",\"score\":101}", invalid("out_of_range", "/score"));
        accepted("B077", "/api/v1/module-health", "\"module_id\":7,\"score\":100");
        accepted("B077", "/api/v1/module-health", "\"module_id\":\"m\",\"score\":0");
        add("B078", "/api/v1/third-party-api", "{\"provider_type\":\"sms\"}", invalid("required", "/success"));
        add("B079", "/api/v1/performance-metrics", "{\"metric_type\":\"custom\",\"value\":1,\"value_unit\":\"sec\"}",
                invalid("unknown_value", "/value_unit"));
        add("B080", "/api/v1/financial-impacts", "{\"impact_type\":\"custom\",\"amount\":\"99.99\"}",
                invalid("wrong_type", "/amount"));
        add("B105", "/api/v1/module-health",
                "{\"module_id\":\"m\",\"score\":1,\"period_start\":\"2026-01-31\",\"period_end\":\"2026-01-30\"}",
                invalid("out_of_range", "/period_end"));
    }

    private void funnels() {
        var path = "/api/v1/funnel-steps";
        var step = "\"session_id\":\"s\",\"step_key\":\"cart\"";
        accepted("B084", path, step + ",\"funnel_slug\":\"checkout\"");
        accepted("B084", path, step + ",\"funnel_id\":1");
        accepted("B084", path, step + ",\"funnel_id\":\"checkout\",\"funnel_slug\":\"checkout\"");
        add("B084", path, "{" + step + ",\"funnel_slug\":\"none\"}", invalid("unknown_reference", "/funnel_slug"));
        add("B084", path, "{" + step + ",\"funnel_id\":2}", invalid("unknown_reference", "/funnel_id"));
        add("B084", path, "{\"session_id\":\"s\",\"step_key\":\"Cart\",\"funnel_slug\":\"checkout\"}",
                invalid("unknown_reference", "/step_key"));
        add("B085", path, "{" + step + "}", invalid("required", "/funnel_slug"));
        add("B085", path, "{" + step + ",\"funnel_slug\":\"checkout\",\"funnel_id\":2}",
                invalid("unknown_reference", "/funnel_slug"));
        add("B086", "/api/v1/journey", "{\"step_name\":\"a\"}", invalid("required", "/session_id"));
        // Through a mixed door the same words are never refused.
        var event = Place.TRACK.event(cases.id("B084"), step + ",\"funnel_slug\":\"none\"")
                .replace("\"custom\"", "\"funnel_step\"").replaceFirst("\"session_id\":\"s-[^\"]*\",", "");
        add("B084", Place.TRACK.path, event, Expected.accepted(event));
    }

    private void words() {
        for (var none : List.of("{}", "{\"payload\":{}}", "{\"event_type\":\"click\"}", "{\"type\":null}")) {
            add("B087", Place.TRACK.path, none, invalid("required", "/type"));
        }
        add("B087", Place.TRACK.path, "{\"type\":\" \"}", invalid("blank", "/type"));
        add("B087", Place.TRACK.path, "{\"type\":5}", invalid("wrong_type", "/type"));
        for (var path : List.of("/api/v1/events/ingest", "/api/events/ingest")) {
            add("B087", path, "{\"a\":1}", invalid("required", "/event_type"));
            accepted("B087", path, "\"event_type\":\"click\",\"properties\":{}");
        }
        accepted("B087", Place.TRACK.path, "\"type\":\"no word of ours\"");
        accepted("B087", Place.TRACK.path, "\"type\":\"error\"");
    }

    private void unknown() {
        for (var place : Place.values()) {
            for (var member : List.of("\"surprise\":{\"deep\":[1,null,\"x\"]}", "\"app_id\":\"other\"",
                    "\"received_at\":\"1970-01-01T00:00:00Z\",\"adjusted\":true,\"pk\":\"APP#x\",\"sk\":1,\"ttl\":0",
                    "\"outcome\":\"rejected\",\"batch\":1,\"hash\":\"x\"",
                    "\"__proto__\":{\"a\":1},\"constructor\":{\"prototype\":1},\"toString\":1,\"length\":-1",
                    "\"payload\":{\"@class\":\"java.lang.Runtime\",\"@type\":\"x\",\"!type\":1}",
                    "\"Session_Id\":5,\"SESSION_ID\":true,\"session_id \":1,\"Type\":5,\"\":1",
                    "\"source\":\"x\",\"region\":5,\"ip_hash\":\"x\",\"class\":\"errors\"")) {
                taken("B088-B091-B156", place, member);
            }
        }
    }

    private void areas() {
        var place = Place.BATCH;
        var error = place.event(cases.id("B183"), "\"message\":\"m\"").replace("\"custom\"", "\"error\"");
        cases.add("B183", Wire.post(place.path, keys.withoutAnalytics(),
                Place.events(List.of(place.event("b183"), error))),
                mixed(List.of(error), Map.of(0, "tracking_disabled")));
        cases.add("B183", Wire.post(Place.TYPED.path, keys.withoutAnalytics(), Place.TYPED.event("b183")),
                invalid("tracking_disabled", ""));
        for (var body : List.of(Place.TRACK.event("b131"), "{", "")) {
            cases.add("B131", Wire.post(Place.TRACK.path, keys.off(), body),
                    Expected.refused(403, "tracking-disabled"));
        }
    }

    private void accepted(String id, String path, String members) {
        var event = "{\"event_id\":\"" + cases.id(id) + "\"," + members + "}";
        add(id, path, event, Expected.accepted(event));
    }

    private void taken(String row, Place place, String member) {
        cases.taken(row, place, member);
    }

    private void refused(String row, Place place, String member, String code) {
        cases.invalid(row, place, member, code, "/" + member.substring(1, member.indexOf('"', 1)));
    }

    private void add(String row, String path, String body, Expected expected) {
        cases.add(row, Wire.post(path, keys.live(), body), expected);
    }
}
