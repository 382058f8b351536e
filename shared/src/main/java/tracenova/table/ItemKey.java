package tracenova.table;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tracenova.app.AppId;
import tracenova.id.Hashes;

/// Primary key of every item in the table; no other class spells one. Access patterns: docs/data-model.md.
public sealed interface ItemKey {

    String pk();

    String sk();

    /// What a chunk's session part says when its events are of many sessions, and when they are of none.
    String MANY_SESSIONS = "*";

    String NO_SESSION = "-";

    /// One chunk: `APP#shop#H#2026-01-31T12#3` / `sess_123#batch#0`. The first chunk of a request has no hash.
    record ChunkKey(AppId app, Hour received, int shard, String sk) implements ItemKey {
        public static final int SHARDS = 8;

        public static ChunkKey first(AppId app, Hour received, int shard, String session, String batch) {
            return new ChunkKey(app, received, shard, session + "#" + escaped(batch) + "#0");
        }

        /// A later chunk carries the request's content hash, so it can never meet other content.
        public static ChunkKey later(
                AppId app, Hour received, int shard, String session, String batch, int part, String hash) {
            return new ChunkKey(app, received, shard, session + "#" + escaped(batch) + "#" + part + "#" + hash);
        }

        /// Reads the key back; fails on what is no chunk's key.
        public static ChunkKey parse(String pk, String sk) {
            var parts = pk.split("#", -1);
            if (parts.length != 5 || !parts[0].equals("APP") || !parts[2].equals("H") || sk.isEmpty()) {
                throw new IllegalArgumentException("not a chunk's key: " + pk);
            }
            var key = new ChunkKey(
                    new AppId(parts[1]), Hour.parse(parts[3]), Integer.parseInt(parts[4]), sk);
            if (!key.pk().equals(pk) || key.shard < 0 || key.shard >= SHARDS) {
                throw new IllegalArgumentException("not a chunk's key: " + pk);
            }
            return key;
        }

        /// Which of the 8 partitions of an hour a session (else a batch) is in.
        // String.hashCode() is specified for ever, and this number is stored.
        public static int shardOf(String id) {
            return Math.floorMod(id.hashCode(), SHARDS);
        }

        public static String pk(AppId app, Hour received, int shard) {
            return "APP#" + app + "#H#" + received + "#" + shard;
        }

        @Override
        public String pk() {
            return pk(app, received, shard);
        }

        /// The batch's id as it stands in the key.
        public String batch() {
            var parts = sk.split("#", -1);
            return parts.length > 1 ? parts[1] : "";
        }

        /// The chunk within its app, as rows and receipts name it: `2026-01-31T12#3/sess_123#batch#0`.
        public String name() {
            return received + "#" + shard + "/" + sk;
        }

        /// Reads [#name] back.
        public static ChunkKey named(AppId app, String name) {
            var slash = name.indexOf('/');
            return parse("APP#" + app + "#H#" + name.substring(0, slash), name.substring(slash + 1));
        }
    }

    /// When a named batch was first received, for as long as its times may be ours.
    record FirstReceiptKey(AppId app, String request) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app + "#B#" + request;
        }

        @Override
        public String sk() {
            return "FIRST";
        }
    }

    /// What one sandbox refused of one app in one hour.
    record RefusedKey(AppId app, Hour received, String sandbox) implements ItemKey {
        public static String pk(AppId app, Hour received) {
            return "APP#" + app + "#H#" + received + "#refused";
        }

        @Override
        public String pk() {
            return pk(app, received);
        }

        @Override
        public String sk() {
            return sandbox;
        }
    }

    /// One hour in which a session was heard of, and from whom; the key says all.
    record SessionHourKey(AppId app, String session, Hour received, String user, String visitor) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app + "#S#" + escaped(session);
        }

        @Override
        public String sk() {
            return "H#" + received + "#" + escaped(user) + "#" + escaped(visitor);
        }
    }

    /// One session of a user.
    record UserSessionKey(AppId app, String user, String session) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app + "#U#" + escaped(user);
        }

        @Override
        public String sk() {
            return "S#" + escaped(session);
        }
    }

    /// An app in the list that scheduled functions walk.
    record AppListKey(AppId app) implements ItemKey {
        public static final String PK = "APPS";

        @Override
        public String pk() {
            return PK;
        }

        @Override
        public String sk() {
            return "APP#" + app;
        }
    }

    /// The settings of an app that no scheduled function needs.
    record AppKey(AppId app) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app;
        }

        @Override
        public String sk() {
            return "META";
        }
    }

    /// A key in its app's list of keys.
    record ApiKeyKey(AppId app, String id) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app;
        }

        @Override
        public String sk() {
            return "KEY#" + id;
        }
    }

    /// The same key where ingest looks for it.
    record KeyLookupKey(String hash) implements ItemKey {
        @Override
        public String pk() {
            return "KEY#" + hash;
        }

        @Override
        public String sk() {
            return "KEY";
        }
    }

    /// A funnel of an app.
    record FunnelKey(AppId app, String slug) implements ItemKey {
        @Override
        public String pk() {
            return "APP#" + app;
        }

        @Override
        public String sk() {
            return "FUNNEL#" + slug;
        }
    }

    /// A workspace.
    record WorkspaceKey(String workspace) implements ItemKey {
        @Override
        public String pk() {
            return "WS#" + workspace;
        }

        @Override
        public String sk() {
            return "WORKSPACE";
        }
    }

    /// The first workspace there was; whoever puts it has won.
    record FirstWorkspaceKey() implements ItemKey {
        @Override
        public String pk() {
            return "WS";
        }

        @Override
        public String sk() {
            return "FIRST";
        }
    }

    /// An account.
    record AccountKey(String account) implements ItemKey {
        @Override
        public String pk() {
            return "ACCOUNT#" + account;
        }

        @Override
        public String sk() {
            return "ACCOUNT";
        }
    }

    /// A sign-in of an account, and the one refresh token of it that is good.
    record SignInKey(String account, String id) implements ItemKey {
        @Override
        public String pk() {
            return "ACCOUNT#" + account;
        }

        @Override
        public String sk() {
            return "SIGNIN#" + id;
        }
    }

    /// Whose this e-mail address is.
    record EmailKey(String hash) implements ItemKey {
        @Override
        public String pk() {
            return "EMAIL#" + hash;
        }

        @Override
        public String sk() {
            return "EMAIL";
        }
    }

    /// Failed attempts of late on one account or from one source.
    record AttemptsKey(String subject) implements ItemKey {
        @Override
        public String pk() {
            return "ATTEMPTS#" + subject;
        }

        @Override
        public String sk() {
            return "ATTEMPTS";
        }
    }

    /// One entry of the audit log: `WS#acme#AUDIT#2026-01-31` / `2026-01-31T12:00:00.000Z#x1`.
    record AuditKey(String workspace, Instant at, String id) implements ItemKey {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        @Override
        public String pk() {
            return "WS#" + workspace + "#AUDIT#" + TIME.format(at).substring(0, 10);
        }

        @Override
        public String sk() {
            return TIME.format(at) + "#" + id;
        }
    }

    /// The salt of one UTC day, in the table that has no backups.
    record SaltKey(LocalDate day) implements ItemKey {
        @Override
        public String pk() {
            return "SALT#" + day;
        }

        @Override
        public String sk() {
            return "SALT";
        }
    }

    default Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(pk()), "sk", AttributeValue.fromS(sk()));
    }

    /// An id of a client as it stands in a key: what could forge a neighbour's key, or is no plain letter, is
    /// escaped, and what would be too long is hashed. No two ids share a form.
    static String escaped(String id) {
        var text = new StringBuilder(id.length() + 8);
        for (int i = 0; i < id.length(); i++) {
            var c = id.charAt(i);
            if (c > ' ' && c < 127 && c != '#' && c != '%' && c != '*' && c != '~' && !id.equals(NO_SESSION)) {
                text.append(c);
            } else {
                for (var b : codePoint(id, i)) {
                    text.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
                }
                i += Character.isHighSurrogate(c) ? 1 : 0;
            }
        }
        return text.length() <= 200 ? text.toString() : "~" + Hashes.sha256(id);
    }

    private static byte[] codePoint(String id, int index) {
        return Character.toString(id.codePointAt(index)).getBytes(StandardCharsets.UTF_8);
    }
}
