package tracenova.testkit.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tracenova.event.Json;
import tracenova.ingest.ProblemType;
import tracenova.testkit.badinput.BadInput.Exchange;

/// An answer on the wire, and all that bad-input.md §1 says of it. Header names are lower case.
public record Answered(int status, Map<String, String> headers, String body) {

    private static final String PROBLEMS = "https://tracenova.dev/problems/";
    private static final int ECHO = 64;
    private static final Pattern LEAK = Pattern.compile(
            "(?i)exception|\\bat [a-z]+\\.|\\.java|\\b(java|jdk|sun|software|micronaut)\\.|amazon|aws\\b|arn:|dynamo|sqs|"
                    + "tracenova|jackson|/(home|work|tmp|usr|var|opt)/|select |000000000000|tn_live_");

    /// Fails unless this is the answer that the exchange expects, in every respect that can be seen from outside.
    public void assertAnswers(Exchange exchange) {
        var expected = exchange.expected();
        assertThat(status).as(body).isEqualTo(expected.status());
        assertThat(headers).containsAllEntriesOf(expected.headers());
        assertThat(headers).doesNotContainKey("access-control-allow-credentials");
        assertThat(headers).containsEntry("access-control-allow-origin", "*");
        if (expected.isRefusal()) {
            assertRefuses(exchange.sent(), expected);
        } else if (!body.isEmpty()) {
            assertTakes(expected);
        }
    }

    private void assertRefuses(Wire sent, Expected expected) {
        var problem = Json.of(body);
        assertThat(headers).containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(number(problem, "status")).isEqualTo(status);
        assertThat(text(problem, "type")).isEqualTo(PROBLEMS + expected.type())
                .isIn(Arrays.stream(ProblemType.values()).map(type -> PROBLEMS + type.slug()).toList());
        assertThat(problem.members()).extracting(Json.Member::name)
                .contains("title", "detail", "instance")
                .isSubsetOf("type", "title", "status", "detail", "instance", "errors", "truncated");
        assertRevealsNothing();
        assertErrors(problem, expected);
        assertEchoesLittle(problem, sent);
    }

    /// Small, plain ASCII, and without a word about what is behind it.
    public void assertRevealsNothing() {
        assertThat(body).hasSizeLessThanOrEqualTo(4_096).matches("[ -~]*");
        assertThat(body.replace(PROBLEMS, "")).doesNotContainPattern(LEAK);
    }

    private static void assertErrors(Json problem, Expected expected) {
        var errors = problem.get("errors").map(Json::elements).orElse(List.of());
        assertThat(errors).hasSizeLessThanOrEqualTo(20);
        if (!expected.code().isEmpty()) {
            assertThat(text(errors.getFirst(), "code")).isEqualTo(expected.code());
        }
        if (expected.pointer() != null) {
            assertThat(text(errors.getFirst(), "pointer")).isEqualTo(expected.pointer());
        }
    }

    /// No more than 64 characters in a row of what was sent stand in the answer.
    private static void assertEchoesLittle(Json problem, Wire sent) {
        var input =
                sent.path() + "\n" + String.join("\n", sent.headers().values()) + "\n" + new String(sent.body(), UTF_8);
        texts(problem).filter(text -> text.length() > ECHO)
                .flatMap(
                        text -> IntStream.range(0, text.length() - ECHO).mapToObj(i -> text.substring(i, i + ECHO + 1)))
                .forEach(part -> assertThat(input).doesNotContain(part));
    }

    private static Stream<String> texts(Json value) {
        return switch (value.kind()) {
            case STRING -> Stream.of(value.string());
            case OBJECT -> value.members().stream().flatMap(member -> texts(member.value()));
            case ARRAY -> value.elements().stream().flatMap(Answered::texts);
            case NUMBER, BOOLEAN, NULL -> Stream.of();
        };
    }

    private void assertTakes(Expected expected) {
        var answer = Json.of(body);
        int stored = expected.stored().size();
        int rejected = expected.rejected().size();
        assertThat(headers).containsEntry("content-type", "application/json");
        assertThat(answer.get("success").orElseThrow().isTrue()).isEqualTo(rejected == 0);
        assertThat(text(answer, "batch_id")).isNotEmpty();
        assertThat(text(answer, "received_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        // A case that says nothing of what is stored takes one event.
        assertThat(number(answer, "accepted")).isEqualTo(stored == 0 && expected.duplicates() == 0 ? 1 : stored);
        assertThat(number(answer, "duplicate")).isEqualTo(expected.duplicates());
        if (rejected > 0) {
            assertThat(number(answer, "rejected")).isEqualTo(rejected);
            assertOutcomes(answer.get("outcomes").orElseThrow().elements(), expected);
        } else if (stored + expected.duplicates() <= 1) {
            assertThat(text(answer, "event_id")).isNotEmpty();
            assertThat(text(answer, "processing_status")).isIn("completed", "queued");
            assertThat(answer.get("pipeline_results").orElseThrow().members()).extracting(Json.Member::name)
                    .containsExactly("raw_processed", "staging_processed", "business_processed");
        }
    }

    private static void assertOutcomes(List<Json> outcomes, Expected expected) {
        assertThat(outcomes).hasSize(expected.stored().size() + expected.duplicates() + expected.rejected().size());
        for (int i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            assertThat(number(outcome, "index")).isEqualTo(i);
            assertThat(text(outcome, "event_id")).isNotEmpty();
            if (expected.rejected().containsKey(i)) {
                assertThat(text(outcome, "outcome")).isEqualTo("rejected");
                assertThat(text(outcome, "code")).isEqualTo(expected.rejected().get(i));
                assertThat(text(outcome, "pointer")).startsWith("/events/" + i);
                assertThat(text(outcome, "detail")).isNotEmpty();
            } else {
                assertThat(text(outcome, "outcome")).isIn("accepted", "duplicate");
            }
        }
    }

    private static String text(Json object, String name) {
        return object.get(name).orElseThrow(() -> new AssertionError("no " + name + " in " + object)).string();
    }

    private static int number(Json object, String name) {
        return (int) object.get(name).orElseThrow(() -> new AssertionError("no " + name + " in " + object)).number();
    }
}
