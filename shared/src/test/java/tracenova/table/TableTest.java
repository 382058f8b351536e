package tracenova.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.app.AppId;
import tracenova.table.ItemKey.FirstReceiptKey;
import tracenova.table.ItemKey.FunnelKey;
import tracenova.testkit.FakeAws;
import tracenova.testkit.TestClients;
import tracenova.testkit.TestClock;
import tracenova.testkit.TestContext;

class TableTest {

    private static final AppId APP = new AppId("shop");
    private static final FirstReceiptKey KEY = new FirstReceiptKey(APP, "r");

    private final FakeAws aws = TestContext.aws(new TestClock());
    private final Table table = over(aws);

    @Test
    void aPutOnConditionLeavesWhatIsThereAndSaysWhatItIs() {
        assertThat(table.putIfAbsent(item("first"), limits -> {})).isEmpty();

        var there = table.putIfAbsent(item("second"), limits -> {});

        assertThat(there).get().extracting(item -> item.text("a")).isEqualTo("first");
        assertThat(table.getConsistent(KEY)).get().extracting(item -> item.text("a")).isEqualTo("first");
    }

    @Test
    void replacesWhatIsStillAsItWasRead() {
        table.put(item("first"));
        var read = table.getConsistent(KEY).orElseThrow();

        assertThat(table.replace(read, item("second"), "a")).isTrue();
        assertThat(table.replace(read, item("third"), "a")).isFalse();

        assertThat(table.getConsistent(KEY)).get().extracting(item -> item.text("a")).isEqualTo("second");
        assertThat(table.replace(read, item("fourth"), "none")).as("neither has it").isTrue();
    }

    @Test
    void F11_ourOwnReplacementThatWasThereBeforeTheAnswerIsOurs() {
        table.put(item("first"));
        var read = table.getConsistent(KEY).orElseThrow();
        table.replace(read, item("second"), "a");

        assertThat(table.replace(read, item("second"), "a")).isTrue();
    }

    @Test
    void nothingThatIsGoneIsReplaced() {
        table.put(item("first"));
        var read = table.getConsistent(KEY).orElseThrow();
        table.delete(KEY);

        assertThat(table.replace(read, item("second"), "a")).isFalse();
    }

    @Test
    void F14_readsTheOldItemWhereTheFailureDoesNotBringIt() {
        table.put(item("first"));
        var forgetful = over(changing(body -> body.replace(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"", "")
                .replace("\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\",", "")));

        assertThat(forgetful.putIfAbsent(item("second"), limits -> {})).get()
                .extracting(item -> item.text("a")).isEqualTo("first");
    }

    @Test
    void F14_anItemThatIsGoneByThenIsAFailureAsOfTheService() {
        table.put(item("first"));
        var forgetful = over(changing(body -> {
            if (body.contains("ConsistentRead")) {
                table.delete(KEY);
            }
            return body.replaceAll(",?\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\"", "");
        }));

        assertThatThrownBy(() -> forgetful.putIfAbsent(item("second"), limits -> {})).isInstanceOf(SdkException.class);
    }

    @Test
    void readsEveryPageOfAPartition() {
        var large = "x".repeat(300_000);
        IntStream.range(0, 8).forEach(i -> table.put(Item.at(new FunnelKey(APP, "f" + i)).with("text", large)));

        assertThat(table.query("APP#shop", "FUNNEL#")).extracting(item -> item.text("sk"))
                .isEqualTo(IntStream.range(0, 8).mapToObj(i -> "FUNNEL#f" + i).toList());
        assertThat(table.query("APP#shop", "", "sk")).hasSize(8)
                .allSatisfy(item -> assertThat(item.attributes()).containsOnlyKeys("sk"));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(table.get(KEY)).isEmpty();
        assertThat(table.getConsistent(KEY)).isEmpty();
        assertThat(table.query("APP#none", "")).isEqualTo(List.of());
        table.delete(KEY);
    }

    private static Item item(String value) {
        return Item.at(KEY).with("a", value);
    }

    private static Table over(SdkHttpClient http) {
        return new Table(TestClients.over(http).dynamoDb(), TestContext.TABLE);
    }

    /// The fake behind something that changes requests.
    private SdkHttpClient changing(UnaryOperator<String> change) {
        return new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
                var body = change.apply(text(request)).getBytes(StandardCharsets.UTF_8);
                return aws.prepareRequest(HttpExecuteRequest.builder().request(request.httpRequest())
                        .contentStreamProvider(() -> new ByteArrayInputStream(body)).build());
            }

            @Override
            public void close() {}
        };
    }

    private static String text(HttpExecuteRequest request) {
        try (var stream = request.contentStreamProvider().orElseThrow().newStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
