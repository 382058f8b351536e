package tracenova.management;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tracenova.ingest.Problem;
import tracenova.ingest.ProblemJson;

/// What an HTTP API makes its answer of.
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record GatewayReply(int statusCode, Map<String, String> headers, List<String> cookies, String body,
        boolean isBase64Encoded) {

    private static final Map<String, String> EVERYWHERE = Map.of(
            "cache-control", "no-store",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer");

    private static final Set<String> OF_THE_GATEWAY = Set.of("date", "content-length");

    static GatewayReply of(APIGatewayV2HTTPResponse response) {
        var headers = new HashMap<>(EVERYWHERE);
        response.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.keySet().removeAll(OF_THE_GATEWAY);
        var cookies = headers.remove("set-cookie");
        return new GatewayReply(response.getStatusCode(), headers, cookies == null ? List.of() : List.of(cookies),
                response.getBody() == null ? "" : response.getBody(), response.getIsBase64Encoded());
    }

    static GatewayReply of(Problem problem, String requestId) {
        var headers = new HashMap<>(EVERYWHERE);
        headers.putAll(ProblemJson.headers(problem));
        headers.put("content-type", ProblemJson.MEDIA_TYPE);
        return new GatewayReply(problem.type().status(), headers, List.of(), ProblemJson.write(problem, requestId),
                false);
    }
}
