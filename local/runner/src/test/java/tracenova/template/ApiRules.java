package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// T10 to T12: the HTTP API.
interface ApiRules {

    @Test
    default void T10_whatNoRouteTakesComesToUsAndFunctionsAnswerCors() {
        assertThat(Written.resource("NotFoundFunction").routes()).containsExactly("$default");
        assertThat(Written.resource("Api").at("CorsConfiguration").isAbsent()).isTrue();
        for (var function : Written.apiFunctions()) {
            assertThat(function.events("HttpApi")).allSatisfy(event -> {
                assertThat(event.at("Properties", "ApiId").names()).isEqualTo("Api");
                assertThat(event.at("Properties", "PayloadFormatVersion").text()).isIn("", "2.0");
            });
        }
    }

    @Test
    default void T11_theApiIsThrottledAndCountsByRouteOnlyOnRequest() {
        var settings = Written.resource("Api").at("DefaultRouteSettings");
        assertThat(settings.at("ThrottlingRateLimit").names()).isEqualTo("RequestsPerSecond");
        assertThat(settings.at("ThrottlingBurstLimit").names()).isEqualTo("RequestsPerSecond");
        assertThat(settings.at("DetailedMetricsEnabled").names()).isEqualTo("RouteMetrics");
        assertThat(Written.TEMPLATE.at("Parameters", "RouteMetrics", "Default").text()).isEqualTo("false");
    }

    @Test
    default void T12_anAccessLogNamesNobody() {
        var format = Written.resource("Api").at("AccessLogSettings", "Fn::If").list().get(1).at("Format").text();

        assertThat(format).startsWith("{\"id\":\"$context.requestId\"").endsWith("}");
        assertThat(format.toLowerCase(Locale.ROOT)).doesNotContain(
                "query", "authoriz", "body", "ip", "useragent", "identity", "header", "path");
    }
}
