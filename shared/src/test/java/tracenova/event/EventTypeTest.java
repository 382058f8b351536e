package tracenova.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tracenova.event.Field.Kind;
import tracenova.testkit.Examples;

/// Walks the table: every case of every field of its kind, on the documented example of its type.
class EventTypeTest {

    /// What each kind refuses, and how (B068 to B071, B080, B081, B098).
    private static final Map<Kind, List<String>> WRONG = Map.ofEntries(
            Map.entry(Kind.TEXT, List.of("5", "true", "[]", "{}")),
            Map.entry(Kind.ID, List.of("4.2", "1e3", "true", "[]", "{}")),
            Map.entry(Kind.TEXT_ID, List.of("5", "true", "[]", "{}")),
            Map.entry(Kind.NUMBER, List.of("\"12\"", "\"\"", "true", "[]", "{}")),
            Map.entry(Kind.INTEGER, List.of("\"12\"", "\"\"", "true", "[]", "{}")),
            Map.entry(Kind.FLAG, List.of("\"true\"", "1", "0", "\"yes\"", "[]")),
            Map.entry(Kind.OBJECT, List.of("\"x\"", "[]", "5", "true")),
            Map.entry(Kind.ARRAY, List.of("\"x\"", "{}", "5", "true")),
            Map.entry(Kind.ANY, List.of()),
            Map.entry(Kind.TIME,
                    List.of("1763632800", "1763632800000", "\"1763632800\"", "\"now\"", "\"\"", "{}")),
            Map.entry(Kind.DATE,
                    List.of("20260131", "\"2026-02-29\"", "\"2026-01-31T00:00:00Z\"", "\"\"", "{}")));

    private static final List<String> BLANK =
            List.of("", "   ", "\\t\\n", "\\u200b\\u200d\\ufeff", "\\u0000", "\\u2028", "\\u00a0");
    private static final String EMOJI = "\\ud83d\\ude00";
    private static final List<String> GOOD_IDS =
            List.of("x".repeat(200), EMOJI.repeat(200), "a#b", "APP#x", "a/b", "a b", "-", "\\u0041");
    private static final List<String> BAD_IDS = List.of(
            "", "  ", "x".repeat(201), EMOJI.repeat(201), "\\ud83d",
            "a\\u0000", "\\u001f", "a\\u007f", "a\\u0085");
    private static final List<String> NOT_OURS = List.of(
            "app_id", "received_at", "adjusted", "pk", "ttl", "__proto__", "@class", "Session_Id", "");

    @ParameterizedTest
    @MethodSource("types")
    void takesItsDocumentedExample(EventType type) {
        assertThat(type.check(example(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void itsExampleShowsEveryFieldOfItsRow(EventType type) {
        var shown = example(type).members().stream().map(Json.Member::name).toList();
        // The funnel is named by its slug; page_slug would make the action a CQMS body; times would grow old.
        var hidden = List.of("funnel_id", type == EventType.USER_ACTION ? "page_slug" : "", "resolved_by");

        assertThat(fields(type, field -> field.kind() != Kind.TIME)).extracting(Field::name)
                .filteredOn(name -> !hidden.contains(name))
                .filteredOn(name -> type.fields().stream().anyMatch(field -> field.name().equals(name)))
                .isSubsetOf(shown);
    }

    @ParameterizedTest
    @MethodSource("types")
    void B065_B066_refusesWithoutARequiredField(EventType type) {
        for (var field : required(type)) {
            for (var body : List.of(without(type, field.name()), with(type, field.name(), "null"))) {
                assertThat(type.check(body)).as(field.name()).singleElement().satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(Code.REQUIRED);
                    assertThat(violation.pointer()).isEqualTo("/" + field.name());
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B067_nullIsAbsentForOptionalFields(EventType type) {
        for (var field : fields(type, field -> !field.isRequired() && !field.name().equals("funnel_slug"))) {
            assertThat(type.check(with(type, field.name(), "null"))).as(field.name()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B068_B071_convertsNothing(EventType type) {
        for (var field : fields(type, _ -> true)) {
            for (var name : names(field)) {
                for (var wrong : WRONG.get(field.kind())) {
                    var code = field.kind() == Kind.TIME || field.kind() == Kind.DATE
                            ? Code.INVALID_TIME : Code.WRONG_TYPE;
                    assertOnly(type, name, wrong, code);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B072_closedListsMatchExactly(EventType type) {
        for (var field : fields(type, field -> !field.values().isEmpty())) {
            for (var value : field.values()) {
                var other = value.equals(value.toUpperCase(Locale.ROOT)) ? value.toLowerCase(Locale.ROOT)
                        : value.toUpperCase(Locale.ROOT);
                assertThat(type.check(with(type, field.name(), quoted(value)))).as(value).isEmpty();
                for (var wrong : List.of(other, " " + value, "", "fatal")) {
                    assertOnly(type, field.name(), quoted(wrong), Code.UNKNOWN_VALUE);
                }
                assertOnly(type, field.name(), "0", Code.WRONG_TYPE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B073_B113_requiredTextIsVisible(EventType type) {
        for (var field : fields(type, f -> f.isRequired() && f.kind() == Kind.TEXT && f.values().isEmpty())) {
            for (var blank : BLANK) {
                assertOnly(type, field.name(), "\"" + blank + "\"", Code.BLANK);
            }
            for (var seen : List.of(" a ", "\\ud83d", "é", "\\ud83d\\ude00", "=1+1", "<b>")) {
                assertThat(type.check(with(type, field.name(), "\"" + seen + "\""))).as(seen).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B074_B082_integersHaveNoFractionAndFitALong(EventType type) {
        for (var field : fields(type, field -> field.kind() == Kind.INTEGER)) {
            var least = String.valueOf((long) field.min());
            for (var good : List.of(least, least + ".0", least + "e0", least + ".00E+0")) {
                assertThat(type.check(with(type, field.name(), good))).as(field.name() + good).isEmpty();
            }
            for (var bad : List.of("120.5", "1e-1", "1e-99999999999", "0.000000000000000000001")) {
                assertOnly(type, field.name(), bad, Code.NOT_INTEGER);
            }
            for (var bad : List.of("9223372036854775808", "1e300", "-9223372036854775809")) {
                assertOnly(type, field.name(), bad, Code.OUT_OF_RANGE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B076_B077_rangesIncludeTheirEdges(EventType type) {
        for (var field : fields(type, f -> Double.isFinite(f.min()) && f.min() != Double.MIN_VALUE)) {
            assertThat(type.check(with(type, field.name(), String.valueOf((long) field.min())))).isEmpty();
            assertOnly(type, field.name(), String.valueOf((long) field.min() - 1), Code.OUT_OF_RANGE);
            if (field.max() == Double.POSITIVE_INFINITY) {
                assertThat(type.check(with(type, field.name(), "2147483648"))).isEmpty();
            } else {
                long most = (long) field.max();
                assertThat(type.check(with(type, field.name(), String.valueOf(most)))).isEmpty();
                assertOnly(type, field.name(), String.valueOf(most + 1), Code.OUT_OF_RANGE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B107_B116_idsAreOpaqueAndStorable(EventType type) {
        for (var field : fields(type, f -> f.kind() == Kind.ID || f.kind() == Kind.TEXT_ID)) {
            for (var good : GOOD_IDS) {
                assertThat(type.check(with(type, field.name(), "\"" + good + "\""))).as(good).isEmpty();
            }
            for (var bad : BAD_IDS) {
                assertOnly(type, field.name(), "\"" + bad + "\"", Code.INVALID_ID);
            }
            if (field.kind() == Kind.ID) {
                assertThat(type.check(with(type, field.name(), "42"))).isEmpty();
                assertThat(type.check(with(type, field.name(), "9".repeat(100)))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void B088_B091_keepsWhatItDoesNotKnow(EventType type) {
        for (var name : NOT_OURS) {
            var body = with(type, name, "{\"deep\":[1]}");

            assertThat(type.check(body)).as(name).isEmpty();
            assertThat(type.view(type, body).rest()).extracting(Json.Member::name).contains(name);
        }
    }

    @Test
    void B092_theLocaleOfTheMachineChangesNothing() {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr"));
        try {
            assertThat(checkWith(EventType.ERROR, "severity", "\"info\"")).isEmpty();
            assertThat(checkWith(EventType.ERROR, "severity", "\"INFO\"")).isNotEmpty();
            assertThat(Code.INVALID_TIME).hasToString("invalid_time");
            assertThat(Column.UNIT).hasToString("unit");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "true"})
    void B019_anEventIsAnObject(String event) {
        for (var door : Stream.of(EventType.values(), MixedDoor.values()).flatMap(Arrays::stream).toList()) {
            assertThat(((Reading.Rejected) door.read(Json.of(event))).violations())
                    .containsExactly(new Violation(Code.WRONG_TYPE, "", "expected an object"));
        }
    }

    @Test
    void B075_namesTheValuesOfAClosedList() {
        assertThat(checkWith(EventType.ERROR, "severity", "\"fatal\"")).containsExactly(
                new Violation(
                        Code.UNKNOWN_VALUE, "/severity", "one of: debug, info, warning, error, critical"));
    }

    @Test
    void B083_minusZeroIsInRange() {
        assertThat(checkWith(EventType.SCREEN_VIEW, "load_time_ms", "-0")).isEmpty();
        assertThat(checkWith(EventType.SCREEN_VIEW, "load_time_ms", "-0.0")).isEmpty();
    }

    @Test
    void B085_aFunnelStepNamesItsFunnel() {
        var neither = without(EventType.FUNNEL_STEP, "funnel_slug");
        var byNumber = plus(neither, "funnel_id", "1");

        assertThat(EventType.FUNNEL_STEP.check(neither)).extracting(Violation::code, Violation::pointer)
                .containsExactly(tuple(Code.REQUIRED, "/funnel_slug"));
        assertThat(EventType.FUNNEL_STEP.check(byNumber)).isEmpty();
    }

    @Test
    void B105_aPeriodDoesNotEndBeforeItStarts() {
        assertThat(checkWith(EventType.MODULE_HEALTH, "period_end", "\"2026-01-29\""))
                .containsExactly(
                        new Violation(Code.OUT_OF_RANGE, "/period_end", "expected not before period_start"));
        assertThat(checkWith(EventType.MODULE_HEALTH, "period_end", "\"2026-01-30\""))
                .isEmpty();
    }

    @Test
    void aDurationIsNeverNegativeButACustomMetricMayBe() {
        var negative = with(EventType.PERFORMANCE_METRIC, "value", "-1");
        var custom = Json.of(negative.text().replace("\"screen_load\"", "\"custom\""));

        assertThat(EventType.PERFORMANCE_METRIC.check(negative)).extracting(Violation::code)
                .containsExactly(Code.OUT_OF_RANGE);
        assertThat(EventType.PERFORMANCE_METRIC.check(custom)).isEmpty();
    }

    @Test
    void anAmountMayBeNegative() {
        assertThat(checkWith(EventType.FINANCIAL_IMPACT, "amount", "-12.5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0.0, false", "1e-9, true", "0.5, true", "1, true", "1.01, false", "-1, false"})
    void aSampleRateIsAShare(String rate, boolean taken) {
        assertThat(checkWith(EventType.ERROR, "sample_rate", rate).isEmpty()).isEqualTo(taken);
    }

    @Test
    void X15_theActionListIsClosedForTraceNovaBodiesOnly() {
        var closed = "{\"action_type\":\"filter\"}";
        var cqms = "{\"event_type\":\"action\",\"action_type\":\"filter\",\"page_slug\":\"home\"}";

        assertThat(EventType.USER_ACTION.check(Json.of(closed))).hasSize(1);
        assertThat(EventType.USER_ACTION.check(Json.of(cqms))).isEmpty();
        assertThat(EventType.USER_ACTION.asSent(Json.of(closed)).source()).isEqualTo("tn");
        assertThat(EventType.USER_ACTION.asSent(Json.of(cqms)).source()).isEqualTo("cq");
    }

    @Test
    void reportsEveryFieldThatIsWrong() {
        var wrong = Json.of("{\"session_id\":\"\",\"file\":5,\"line\":1.5,\"occurred_at\":\"now\"}");

        assertThat(EventType.ERROR.check(wrong)).extracting(Violation::pointer)
                .containsExactly("/session_id", "/file", "/line", "/occurred_at", "/message");
    }

    /// features.md §11, word for word.
    @ParameterizedTest
    @MethodSource("documentedTypes")
    void standsInTheTableAsDocumented(String type, String path, String area, String retention) {
        var row = EventType.named(type).orElseThrow();

        assertThat(row).hasToString(type);
        assertThat(row.path()).isEqualTo(path.isEmpty() ? "" : "/api/v1/" + path);
        assertThat(row.area()).hasToString(area);
        assertThat(row.retention()).hasToString(retention);
        if (!path.isEmpty()) assertThat(Door.at(row.path())).contains(row);
    }

    @Test
    void hasNoTypeBeyondTheDocumentedOnes() {
        assertThat(EventType.values()).hasSize((int) documentedTypes().count());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyNameOfAFieldIsItsOwn(EventType type) {
        var names = type.fields().stream()
                .filter(field -> !field.isInPayload())
                .flatMap(field -> names(field).stream())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    static Stream<Arguments> documentedTypes() {
        return """
                custom||analytics|activity
                identify|identify|analytics|activity
                session_start|sessions/start|analytics|activity
                session_heartbeat|sessions/heartbeat|analytics|activity
                session_end|sessions/end|analytics|activity
                page_view|page-views|analytics|activity
                screen_view|screen-views|analytics|activity
                navigation|navigation|analytics|activity
                user_action|user-actions|analytics|activity
                feature_usage|feature-usage|analytics|activity
                funnel_step|funnel-steps|analytics|activity
                journey_step|journey|analytics|activity
                business_event|business-events|analytics|activity
                financial_impact|financial-impacts|analytics|activity
                network_event|network-monitoring|apm|activity
                third_party_api|third-party-api|apm|activity
                performance_metric|performance-metrics|apm|activity
                api_performance|api-performance|apm|activity
                database_performance|database-performance|apm|activity
                frontend_performance|frontend-performance|apm|activity
                network_performance|network-performance|apm|activity
                server_performance|server-performance|apm|activity
                module_health|module-health|apm|activity
                error|errors|crash|errors
                crash|crashes|crash|errors
                api_error|api-errors|crash|errors
                db_error|database-errors|crash|errors
                security_event|security-events|crash|errors
                data_integrity|data-integrity|crash|errors
                alert|alerts|crash|errors
                """.lines().map(line -> Arguments.of((Object[]) line.split("\\|", -1)));
    }

    static Stream<EventType> types() {
        return Arrays.stream(EventType.values()).filter(type -> type != EventType.CUSTOM);
    }

    private static Json example(EventType type) {
        return Json.of(Examples.body(type));
    }

    private static Json without(EventType type, String name) {
        return object(example(type).members().stream().filter(m -> !m.name().equals(name)).toList());
    }

    private static Json with(EventType type, String name, String value) {
        return plus(without(type, name), name, value);
    }

    private static Json plus(Json event, String name, String value) {
        var members = new ArrayList<>(event.members());
        members.add(new Json.Member(name, Json.of(value)));
        return object(members);
    }

    private static Json object(List<Json.Member> members) {
        return Json.of(members.stream()
                .map(member -> quoted(member.name()) + ":" + member.value().text())
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static List<Violation> checkWith(EventType type, String name, String value) {
        return type.check(with(type, name, value));
    }

    private static void assertOnly(EventType type, String name, String value, Code code) {
        assertThat(type.check(with(type, name, value))).as(type + " " + name + ": " + value)
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.code()).isEqualTo(code);
                    assertThat(violation.pointer()).isEqualTo("/" + name);
                });
    }

    /// The row's own fields and the common ones that it does not restate.
    private static List<Field> fields(EventType type, Predicate<Field> filter) {
        var own = type.fields().stream().flatMap(field -> names(field).stream()).toList();
        var common = CommonFields.everywhere().stream().filter(field -> !own.contains(field.name()));
        return Stream.concat(type.fields().stream().filter(field -> !field.isInPayload()), common)
                .filter(filter)
                .toList();
    }

    private static List<Field> required(EventType type) {
        return fields(type, Field::isRequired);
    }

    private static List<String> names(Field field) {
        return Stream.concat(Stream.of(field.name()), field.aliases().stream()).toList();
    }

    private static String quoted(String text) {
        return Json.ofText(text).text();
    }
}
