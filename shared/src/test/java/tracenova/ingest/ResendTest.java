package tracenova.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.app.Switches;
import tracenova.ingest.Chunk.StoredEvent;
import tracenova.log.Metric;
import tracenova.testkit.Crash;
import tracenova.testkit.Fault;
import tracenova.testkit.Fault.Plain;
import tracenova.testkit.Plan;

/// What becomes of the same request sent again, after whatever happened to the first.
class ResendTest {

    private static final String TIMELESS = "{\"screen_name\":\"home\",\"session_id\":\"s\",\"event_id\":\"e\"}";

    private final Requests requests = new Requests();
    private final Instant start = requests.clock.instant();

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void F12_aDuplicateIsSentAgainAsTheStoredBytes() {
        requests.store(Requests.SCREEN_VIEWS, TIMELESS);
        requests.clock.advance(Duration.ofSeconds(1));

        var again = requests.store(Requests.SCREEN_VIEWS, TIMELESS);

        assertThat(Requests.outcomes(again)).containsExactly("duplicate");
        assertThat(requests.aws.stored().queued()).hasSize(2);
        assertThat(requests.aws.stored().queued().getFirst().body())
                .isEqualTo(requests.aws.stored().queued().getLast().body());
    }

    @Test
    void F13_otherContentIsAConflictAndNothingOfItIsStoredOrSent() {
        requests.store(Requests.SCREEN_VIEWS, TIMELESS);
        var before = requests.aws.stored();

        var problem = requests.refuse(Requests.SCREEN_VIEWS, TIMELESS.replace("home", "cart"));

        assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(requests.aws.stored().since(before).items()).isEmpty();
        assertThat(requests.aws.stored().since(before).queued()).isEmpty();
    }

    @Test
    void F23_ofTwoSandboxesAtOnceOneWins() {
        try (var other = requests.another()) {
            requests.store(Requests.SCREEN_VIEWS, TIMELESS);
            requests.clock.advance(Duration.ofNanos(1_000));

            assertThat(Requests.outcomes(other.store(Requests.SCREEN_VIEWS, TIMELESS))).containsExactly("duplicate");
            assertThat(requests.aws.stored().chunks()).hasSize(1);
        }
    }

    /// Both copies of an event settle on one time, so they meet in one partition of the lake.
    @ParameterizedTest
    @CsvSource({"PT1H", "PT12H", "PT25H", "PT47H"})
    void F20_F22_aLaterCopyIsStoredAgainWithTheSameTimes(Duration later) {
        for (var time : List.of("", ",\"occurred_at\":null", at(Duration.ofDays(3)), at(Duration.ofDays(-31)),
                at(Duration.ofDays(-30).plusMinutes(1)), at(Duration.ofDays(-28).plusMinutes(1)),
                at(Duration.ofDays(-27)),
                at(Duration.ofMinutes(9)), at(Duration.ZERO))) {
            requests.aws.rewind();
            requests.clock.set(start);
            var event = TIMELESS.replace("}", time + "}");
            requests.store(Requests.SCREEN_VIEWS, event);
            requests.clock.advance(later);

            assertThat(Requests.outcomes(requests.store(Requests.SCREEN_VIEWS, event))).containsExactly("accepted");
            assertThat(requests.aws.stored().events()).hasSize(2);
            assertThat(requests.aws.stored().events()).extracting(StoredEvent::id).containsOnly("e");
            assertThat(requests.aws.stored().events().stream().map(StoredEvent::at).distinct()).as(time).hasSize(1);
            assertThat(requests.aws.stored().events().stream().map(StoredEvent::adjusted).distinct()).as(time)
                    .hasSize(1);
        }
    }

    @Test
    void F21_afterMidnightWithAnotherSaltNothingConflicts() {
        requests.clock.set(Instant.parse("2026-01-31T23:59:59.900Z"));
        requests.store(Requests.SCREEN_VIEWS, TIMELESS);
        requests.clock.set(Instant.parse("2026-02-01T00:00:00.100Z"));

        assertThat(Requests.outcomes(requests.store(Requests.SCREEN_VIEWS, TIMELESS))).containsExactly("accepted");
        var chunks = requests.aws.stored().chunks();
        assertThat(chunks).extracting(StoredChunk::hash).containsOnly(chunks.getFirst().hash());
        assertThat(chunks.getFirst().chunk().client().ipHash())
                .isNotEqualTo(chunks.getLast().chunk().client().ipHash());
        assertThat(chunks.getFirst().chunk().request()).isEqualTo(chunks.getLast().chunk().request());
    }

    @Test
    void X6_onlyABatchThatCanComeAgainAndHasATimeOfOursPaysForAReceipt() {
        assertThat(putsFor(TIMELESS)).isEqualTo(2);
        assertThat(putsFor(TIMELESS.replace("}", at(Duration.ofMinutes(11)) + "}"))).isEqualTo(2);
        assertThat(putsFor(TIMELESS.replace("}", at(Duration.ofDays(-29)) + "}"))).isEqualTo(2);
        assertThat(putsFor(TIMELESS.replace("}", at(Duration.ofDays(-28)) + "}"))).isEqualTo(1);
        assertThat(putsFor(TIMELESS.replace("}", at(Duration.ZERO) + "}"))).isEqualTo(1);
        assertThat(putsFor(TIMELESS.replace(",\"event_id\":\"e\"", ""))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Plain.class, names = {"THROTTLE", "E500", "IO_BEFORE", "IO_AFTER", "HTML"})
    void F22_whereTheFirstReceiptIsUnknownNothingIsStored(Plain fault) {
        warmUp();
        requests.transport.plan(attempt -> attempt.call().key().contains("#B#") ? fault : Plain.NONE);

        // Lost answers heal by themselves: the retry finds its own item.
        assertThat(Requests.outcomes(requests.send(Requests.SCREEN_VIEWS, TIMELESS))).containsExactly("overloaded");
        assertThat(requests.aws.stored().chunks()).extracting(StoredChunk::key)
                .noneMatch(key -> key.sk().startsWith("s#"));
    }

    @ParameterizedTest
    @EnumSource(value = Plain.class, names = {"IO_AFTER", "THROTTLE", "E500", "IO_BEFORE"})
    void F06_oneFaultAtAnyCallIsHealedByTheSdk(Plain fault) {
        for (int position = 1; position <= 6; position++) {
            requests.aws.rewind();
            try (var sandbox = requests.another()) {
                sandbox.transport.plan(Plan.once(position, fault));

                assertThat(Requests.outcomes(sandbox.store(Requests.SCREEN_VIEWS, TIMELESS))).as("call %d", position)
                        .containsExactly("accepted");
                assertThat(requests.aws.stored().chunks()).hasSize(1);
                assertThat(requests.aws.stored().queued()).isNotEmpty();
            }
        }
    }

    static List<String> requestsOfFiveChunks() {
        var events = IntStream.range(0, 10)
                .mapToObj(i -> "{\"type\":\"custom\",\"session_id\":\"s%d\",\"event_id\":\"e%d\",\"n\":%d}"
                        .formatted(i % 5, i, i))
                .toList();
        var named = events.stream().map(event -> event.replaceAll("\"event_id\":\"e\\d\",", "")).toList();
        var mixed = new ArrayList<>(events);
        mixed.set(3, "{\"type\":5,\"session_id\":\"s3\",\"event_id\":\"e3\"}");
        mixed.set(7, events.get(2));
        return List.of(Requests.events(events), "{\"batch_id\":\"b\"," + Requests.events(named).substring(1),
                Requests.events(mixed));
    }

    /// For every chunk k: its put fails for good, then the client sends the same again.
    @ParameterizedTest
    @MethodSource("requestsOfFiveChunks")
    void F11_aPartialFailureIsFinishedByTheNextAttempt(String body) {
        var whole = Requests.outcomes(requests.send(Requests.BATCH, body));
        var expected = requests.aws.stored().events().stream().map(StoredEvent::id).toList();
        for (int chunk = 0; chunk < 5; chunk++) {
            var session = "s" + chunk + "#";
            requests.aws.rewind();
            requests.transport.plan(attempt -> attempt.call().operation().equals("PutItem")
                    && attempt.call().key().contains(" " + session) ? Plain.E500 : Plain.NONE);
            assertThat(Requests.outcomes(requests.send(Requests.BATCH, body))).containsExactly("overloaded");
            requests.transport.plan(Plan.nothingFails());
            requests.clock.advance(Duration.ofMillis(10));

            var outcomes = Requests.outcomes(requests.send(Requests.BATCH, body));

            assertThat(requests.aws.stored().events()).extracting(StoredEvent::id)
                    .containsExactlyInAnyOrderElementsOf(expected);
            for (int i = 0; i < 10; i++) {
                var cameBefore = i % 5 < chunk && whole.get(i).equals("accepted");
                assertThat(outcomes.get(i)).as("chunk %d, event %d", chunk, i)
                        .isEqualTo(cameBefore ? "duplicate" : whole.get(i));
            }
        }
    }

    /// Wherever the sandbox dies, the same request brings the rest, and every chunk is in the queue in the end.
    @ParameterizedTest
    @ValueSource(strings = {"CRASH_BEFORE", "CRASH_AFTER"})
    void F09_F19_aCrashAtAnyCallLosesNothingOnceTheClientComesBack(String kind) {
        var body = requestsOfFiveChunks().getFirst();
        for (int position = 1; position <= 12; position++) {
            requests.aws.rewind();
            try (var sandbox = requests.another()) {
                sandbox.transport.plan(Plan.once(position, Plain.valueOf(kind)));
                sandbox.send(Requests.BATCH, body);
            } catch (Crash dead) {
                assertThat(dead).isNotNull();
            }
            requests.clock.advance(Duration.ofMillis(10));

            requests.store(Requests.BATCH, body);

            assertThat(requests.aws.stored().events()).hasSize(10);
            assertThat(requests.aws.stored().messages()).extracting(chunk -> chunk.key().name())
                    .containsAll(requests.aws.stored().chunks().stream().map(chunk -> chunk.key().name()).toList());
        }
    }

    @Test
    void X2_theVerdictsOfTheFirstAttemptHoldForLaterOnes() {
        var known = funnelStep("s1", "checkout", "e1");
        var unknown = funnelStep("s2", "later", "e2");
        requests.apps().defineFunnel(requests.app, "checkout", List.of("cart"));
        var body = Requests.events(List.of(known, unknown));
        assertThat(Requests.outcomes(requests.send("/api/v1/funnel-steps", body))).containsExactly("accepted",
                "unknown_reference");

        requests.apps().defineFunnel(requests.app, "later", List.of("cart"));
        requests.clock.advance(Duration.ofSeconds(31));

        assertThat(Requests.outcomes(requests.send("/api/v1/funnel-steps", body))).containsExactly("duplicate",
                "unknown_reference");
        assertThat(requests.aws.stored().chunks()).hasSize(1);
    }

    /// The other way round: what was taken then is stored still, though it would be refused now.
    @Test
    void X2_anEventThatWasTakenIsStoredByALaterAttemptWhoeverRefusesItNow() {
        var body = Requests
                .events(List.of("{\"type\":\"error\",\"session_id\":\"a\",\"event_id\":\"1\",\"message\":\"m\"}",
                        "{\"type\":\"custom\",\"session_id\":\"b\",\"event_id\":\"2\"}"));
        warmUp();
        requests.transport.plan(attempt -> attempt.call().key().contains(" b#") ? Plain.E500 : Plain.NONE);
        requests.send(Requests.BATCH, body);
        requests.transport.plan(Plan.nothingFails());
        requests.apps().setSwitches(requests.app, new Switches(true, Set.of("analytics")));
        requests.clock.advance(Duration.ofSeconds(31));

        assertThat(Requests.outcomes(requests.send(Requests.BATCH, body))).containsExactly("duplicate", "accepted");
        assertThat(requests.aws.stored().events()).extracting(StoredEvent::id).contains("1", "2");
    }

    @ParameterizedTest
    @EnumSource(value = Plain.class, names = {"THROTTLE", "E500", "IO_BEFORE", "IO_AFTER", "HTML"})
    void F15_F16_aQueueThatFailsChangesNoAnswer(Plain fault) {
        requests.transport.plan(Plan.always("SendMessageBatch", fault));

        assertThat(Requests.outcomes(requests.send(Requests.SCREEN_VIEWS, TIMELESS))).containsExactly("accepted");
        assertThat(requests.log.metrics()).contains(Metric.ENQUEUE_FAILED);
        assertThat(requests.aws.stored().chunks()).hasSize(1);
    }

    @Test
    void F17_F18_entriesThatTheQueueDidNotTakeAreSentOnceMore() {
        var body = requestsOfFiveChunks().getFirst();
        for (var side : Fault.Partial.Side.values()) {
            for (int entries = 1; entries <= 5; entries++) {
                requests.aws.rewind();
                var partial = new Fault.Partial(entries, side);
                requests.transport.forget();
                requests.transport.plan(attempt -> attempt.call().operation().equals("SendMessageBatch")
                        && attempt.nth() == 1 ? partial : Plain.NONE);

                requests.store(Requests.BATCH, body);

                assertThat(requests.aws.stored().messages().stream().map(chunk -> chunk.key().name()).distinct())
                        .hasSize(5);
            }
        }
    }

    @Test
    void F30_withoutTheDaysSaltNothingIsStored() {
        requests.transport.plan(attempt -> attempt.call().resource().equals("salts") ? Plain.E500 : Plain.NONE);

        assertThat(Requests.outcomes(requests.send(Requests.SCREEN_VIEWS, TIMELESS))).containsExactly("overloaded");
        assertThat(requests.aws.stored().chunks()).isEmpty();
        assertThat(requests.log.metrics()).contains(Metric.SALT_UNAVAILABLE);
    }

    @Test
    void F02_F04_aStoreThatFailsIsNeverAWrongKeyNorAnInternalError() {
        for (var operation : List.of("GetItem", "PutItem")) {
            for (var fault : List.of(Plain.THROTTLE, Plain.E500, Plain.HTML, Plain.TRUNCATED, Plain.IO_BEFORE)) {
                try (var sandbox = requests.another()) {
                    sandbox.transport.plan(Plan.always(operation, fault));
                    var answer = (Answer.Refused) sandbox.send(Requests.SCREEN_VIEWS,
                            TIMELESS.replace("\"e\"", "\"" + operation + fault + "\""));

                    assertThat(answer.problem().type()).isEqualTo(ProblemType.OVERLOADED);
                    assertThat(answer.problem().headers()).containsEntry("Retry-After", "1");
                    assertThat(answer.problem().toString()).doesNotContainIgnoringCase("exception");
                }
            }
        }
    }

    private void warmUp() {
        requests.store(Requests.SCREEN_VIEWS, "{\"screen_name\":\"x\",\"session_id\":\"warm\"}");
    }

    private int putsFor(String event) {
        requests.aws.rewind();
        warmUp();
        requests.transport.forget();
        requests.store(Requests.SCREEN_VIEWS, event);
        return (int) requests.calls().stream().filter("PutItem"::equals).count();
    }

    private String at(Duration fromStart) {
        return ",\"occurred_at\":\"" + start.plus(fromStart) + "\"";
    }

    private static String funnelStep(String session, String funnel, String id) {
        return "{\"session_id\":\"%s\",\"funnel_slug\":\"%s\",\"step_key\":\"cart\",\"event_id\":\"%s\"}"
                .formatted(session, funnel, id);
    }
}
