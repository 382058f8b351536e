package tracenova.local;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a function behind an HTTP API gets: payload format 2.0, with the gateway's own ways. The path is decoded,
/// the query is not; cookies leave the headers; only text of a few media types stays text.
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayEvent(String version, String routeKey, String rawPath, String rawQueryString, List<String> cookies,
        Map<String, String> headers, Map<String, String> queryStringParameters, RequestContext requestContext,
        Map<String, String> pathParameters, String body, boolean isBase64Encoded) {

    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Serdeable
    record RequestContext(String accountId, String apiId, String domainName, String domainPrefix, Http http,
            String requestId, String routeKey, String stage, String time, long timeEpoch) {}

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Http(String method, String path, String protocol, String sourceIp, String userAgent) {}

    static GatewayEvent of(Request request, Routes.Match match, String requestId, Instant now) {
        var text = text(request);
        var key = match.route().key();
        var query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        return new GatewayEvent("2.0", key, request.path(), query, cookies(request), headers(request),
                orNull(query(query)), context(request, key, requestId, now), orNull(match.variables()),
                request.body().length == 0
                        ? null
                        : text.orElseGet(() -> Base64.getEncoder().encodeToString(request.body())),
                request.body().length > 0 && text.isEmpty());
    }

    private static RequestContext context(Request request, String key, String requestId, Instant now) {
        var host = request.header("host").replaceFirst(":\\d+$", "");
        return new RequestContext("000000000000", "local", host, host.split("\\.")[0],
                new Http(request.method(), request.path(), request.protocol(), request.client(),
                        request.header("user-agent")),
                requestId, key, "$default", TIME.format(now), now.toEpochMilli());
    }

    private static List<String> cookies(Request request) {
        var cookies = request.headers().getOrDefault("cookie", List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split("; *")))
                .toList();
        return cookies.isEmpty() ? null : cookies;
    }

    private static Map<String, String> headers(Request request) {
        var headers = new TreeMap<String, String>();
        request.headers().keySet().forEach(name -> headers.put(name, request.header(name)));
        headers.remove("cookie");
        headers.merge("x-forwarded-for", request.client(), (sent, ours) -> sent + ", " + ours);
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static Map<String, String> query(String raw) {
        return Arrays.stream(raw.split("&")).filter(pair -> !pair.isEmpty()).collect(Collectors.toMap(
                pair -> decoded(pair.split("=", 2)[0]),
                pair -> pair.contains("=") ? decoded(pair.split("=", 2)[1]) : "",
                (first, second) -> first + "," + second,
                TreeMap::new));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static <K, V> Map<K, V> orNull(Map<K, V> map) {
        return map.isEmpty() ? null : map;
    }

    /// The body as text, if the gateway would pass it on as text.
    private static Optional<String> text(Request request) {
        var type = request.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!request.header("content-encoding").isEmpty() || !(type.startsWith("text/") || TEXT.contains(type))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(request.body())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
