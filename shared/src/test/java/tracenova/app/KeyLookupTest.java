package tracenova.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import tracenova.id.Secrets;
import tracenova.table.Item;
import tracenova.table.ItemKey.KeyLookupKey;
import tracenova.table.Table;
import tracenova.testkit.TestClock;

class KeyLookupTest {

    private static final Duration ALMOST_TEN = Duration.ofMillis(9_999);
    private static final Duration ALMOST_THIRTY = Duration.ofMillis(29_999);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestClock clock = new TestClock();
    private final Items items = new Items();
    private final Table table = new Table(items, "table");
    private final Secrets secrets = seeded();
    private final Apps apps = new Apps(table, clock, secrets);
    private final App app = apps.create("ws", "shop", "Web", ZoneOffset.UTC, "EUR");
    private final ApiKey key = apps.issueKey(app);
    private final KeyLookup lookup = new KeyLookup(table, clock);

    @Test
    void knowsAKeyForThirtySeconds() {
        items.reads = 0;
        lookup.find(key);
        clock.advance(ALMOST_THIRTY);

        assertThat(lookup.find(key)).get().extracting(KeyEntry::app).isEqualTo(app.id());
        assertThat(items.reads).isEqualTo(1);

        clock.advance(MOMENT);
        lookup.find(key);
        assertThat(items.reads).isEqualTo(2);
    }

    @Test
    void S02_knowsForTenSecondsThatAKeyIsUnknown() {
        var unknown = ApiKey.random(secrets);
        items.reads = 0;
        lookup.find(unknown);
        clock.advance(ALMOST_TEN);

        assertThat(lookup.find(unknown)).isEmpty();
        assertThat(items.reads).isEqualTo(1);

        clock.advance(MOMENT);
        lookup.find(unknown);
        assertThat(items.reads).isEqualTo(2);
    }

    @Test
    void S04_aRevokedKeyIsRefusedEverywhereWithinThirtySeconds() {
        var others = new KeyLookup[] {new KeyLookup(table, clock), new KeyLookup(table, clock), lookup};
        for (var sandbox : others) {
            sandbox.find(key);
            clock.advance(Duration.ofSeconds(1));
        }
        apps.revokeKey(app, key.id());

        clock.advance(Duration.ofSeconds(30));

        for (var sandbox : others) {
            assertThat(sandbox.find(key)).isEmpty();
        }
    }

    @Test
    void F03_noStaleEntryIsEverUsed() {
        lookup.find(key);
        clock.advance(Duration.ofSeconds(30));
        items.failing = true;

        assertThatThrownBy(() -> lookup.find(key)).isInstanceOf(SdkException.class);
    }

    @Test
    void F02_aFailedReadIsNotRemembered() {
        items.failing = true;
        assertThatThrownBy(() -> lookup.find(key)).isInstanceOf(SdkException.class);
        items.failing = false;

        assertThat(lookup.find(key)).isPresent();
    }

    @Test
    void aKeyThatExpiresWhileItIsRememberedIsNotLive() {
        table.put(withExpiry(clock.instant().plusSeconds(5).getEpochSecond()));

        assertThat(lookup.find(key)).isPresent();
        clock.advance(Duration.ofSeconds(5));
        assertThat(lookup.find(key)).isEmpty();
    }

    @Test
    void S02_aMillionUnknownKeysLeaveTheHeapFlat() {
        lookup.find(key);
        long before = usedHeap();
        items.reads = 0;
        for (int i = 0; i < 1_000_000; i++) {
            lookup.find(ApiKey.random(secrets));
        }

        assertThat(items.reads).isEqualTo(1_000_000);
        assertThat(usedHeap() - before).isLessThan(16 << 20);
        assertThat(lookup.find(key)).isPresent();
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Item withExpiry(long seconds) {
        var item = table.get(new KeyLookupKey(key.hash())).orElseThrow();
        return Item.of(new HashMap<>(item.attributes())).with("expires", seconds);
    }

    /// Fast and repeatable; a test needs no more.
    private static Secrets seeded() {
        var random = new Random(2);
        return length -> {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    /// A table that is a map: a million requests through the whole SDK would say nothing more.
    private static final class Items implements DynamoDbClient {

        private final Map<Set<Map.Entry<String, AttributeValue>>, Map<String, AttributeValue>> items = new HashMap<>();
        private int reads;
        private boolean failing;

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            reads++;
            if (failing) {
                throw DynamoDbException.builder().message("throttled").build();
            }
            return GetItemResponse.builder().item(items.get(request.key().entrySet())).build();
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            var key = Map.of("pk", request.item().get("pk"), "sk", request.item().get("sk"));
            items.put(key.entrySet(), request.item());
            return PutItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
