package tracenova.conservation;

import java.util.Map;
import java.util.TreeMap;
import tracenova.testkit.Json;
import tracenova.testkit.StoredObject;

/// The published figures of one app, as a reader of its pointer sees them.
record Figures(Map<String, Object> overview, Map<String, Object> ledger, Map<String, Object> freshness) {

    /// One hour of the ledger.
    record LedgerHour(String hour, long received, long accepted, long duplicate, Map<String, Long> rejected,
            long unfinished,
            boolean reconciled) {

        boolean closes() {
            return received == accepted + duplicate + rejected.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static Figures of(Map<String, StoredObject> objects, LakeFacts.State pointer) {
        return new Figures(insight(objects, pointer, "overview"), insight(objects, pointer, "ledger"),
                insight(objects, pointer, "freshness"));
    }

    private static Map<String, Object> insight(Map<String, StoredObject> objects, LakeFacts.State pointer,
            String name) {
        var current = Json.map(Json.map(pointer.body().get("insights")).get(name));
        var object = objects.get((String) current.get("object"));
        return Json.map(Json.map(Json.object(object.bytes()).get("insights")).get(name));
    }

    long totalEvents() {
        return number(overview, "total_events");
    }

    Map<String, LedgerHour> hours() {
        var hours = new TreeMap<String, LedgerHour>();
        for (var row : Json.<Map<String, Object>>list(ledger.get("hours"))) {
            var rejected = new TreeMap<String, Long>();
            for (var reason : Json.<Map<String, Object>>list(row.get("rejected_by_reason"))) {
                rejected.put((String) reason.get("reason"), number(reason, "events"));
            }
            hours.put((String) row.get("hour"), new LedgerHour((String) row.get("hour"), number(row, "received"),
                    number(row, "accepted"), number(row, "duplicate"), rejected, number(row, "unfinished"),
                    Boolean.TRUE.equals(row.get("reconciled"))));
        }
        return hours;
    }

    private static long number(Map<String, Object> row, String name) {
        return row.get(name) instanceof Number number ? number.longValue() : Long.MIN_VALUE;
    }
}
