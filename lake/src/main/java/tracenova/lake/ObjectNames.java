package tracenova.lake;

import java.time.Instant;
import tracenova.app.AppId;

/// Name of every object in the data bucket; no other class spells one.
public final class ObjectNames {

    public static final String INBOX = "inbox/";
    public static final String INBOX_ENDING = ".ndjson.gz";

    private ObjectNames() {}

    /// What collect writes for one app: `inbox/shop/<hash of its chunk keys>.ndjson.gz`.
    public static String inbox(AppId app, String hash) {
        return INBOX + app + "/" + hash + INBOX_ENDING;
    }

    /// What stands in an inbox object's name where the app stands.
    public static String appOfInbox(String object) {
        return object.substring(INBOX.length(), object.indexOf('/', INBOX.length()));
    }

    /// Where an inbox object goes that cannot be read: `lake/aside/app=shop/<hash of its chunk keys>.ndjson.gz`.
    public static String aside(AppId app, String inboxObject) {
        return "lake/aside/app=" + app + inboxObject.substring(inboxObject.lastIndexOf('/'));
    }

    /// `lake/activity/app=shop/dt=2026-01-31/hour=12/part-<hash>-<tick>.parquet`.
    public static String partition(AppId app, PartitionKey key, LakeFile file) {
        return partitions(app, key.in()) + "dt=" + key.hour().day() + "/hour=" + key.hour().toString().substring(11)
                + "/" + file.name();
    }

    /// `marts/app=shop/dt=2026-01-31/part-<hash>-<tick>.parquet`.
    public static String mart(AppId app, String day, LakeFile file) {
        return marts(app) + "dt=" + day + "/" + file.name();
    }

    public static String partitions(AppId app, LakeClass in) {
        return "lake/" + in + "/app=" + app + "/";
    }

    public static String marts(AppId app) {
        return "marts/app=" + app + "/";
    }

    /// The tick of the run that made this partition or mart.
    public static Instant tickOf(String object) {
        return Instant.ofEpochMilli(Long.parseLong(
                object.substring(object.lastIndexOf('-') + 1, object.length() - ".parquet".length())));
    }

    public static String manifest(AppId app) {
        return "manifests/" + app + "/manifest.json";
    }

    public static String reconciled(AppId app) {
        return "manifests/" + app + "/reconciled.json";
    }

    public static String snapshots(AppId app) {
        return "snapshots/" + app + "/";
    }

    /// `snapshots/shop/<manifest version>-<hash>.json`.
    public static String snapshot(AppId app, long manifest, String hash) {
        return snapshots(app) + manifest + "-" + hash + ".json";
    }

    public static String pointer(AppId app) {
        return "pointers/" + app + ".json";
    }
}
