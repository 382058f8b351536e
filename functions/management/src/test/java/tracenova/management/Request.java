package tracenova.management;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tracenova.event.Json;

/// A request as the gateway passes it on; the path may have a query.
record Request(String method, String path, Map<String, String> headers, List<String> cookies, String body,
        String address, boolean isBase64) {

    static Request of(String method, String path) {
        return new Request(method, path, Map.of(), List.of(), null, "203.0.113.7", false);
    }

    static Request post(String path, String body) {
        return of("POST", path).with("content-type", "application/json").body(body);
    }

    /// Made of what `read` answered.
    Request ifMatch(Answer read) {
        return with("if-match", read.headers().get("etag"));
    }

    Request with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, more, cookies, body, address, isBase64);
    }

    Request without(String header) {
        var less = new LinkedHashMap<>(headers);
        less.remove(header);
        return new Request(method, path, less, cookies, body, address, isBase64);
    }

    Request bearer(String token) {
        return with("authorization", "Bearer " + token);
    }

    Request cookie(String cookie) {
        return new Request(method, path, headers, List.of(cookie), body, address, isBase64);
    }

    Request body(String text) {
        return new Request(method, path, headers, cookies, text, address, isBase64);
    }

    Request base64() {
        return new Request(method, path, headers, cookies, body, address, true);
    }

    /// To a path that has no query, whatever characters are in it.
    Request to(String plain) {
        return new Request(method, plain.replace("?", "\u0001"), headers, cookies, body, address, isBase64);
    }

    Request from(String client) {
        return new Request(method, path, headers, cookies, body, client, isBase64);
    }

    /// Payload format 2.0.
    String event() {
        var parts = path.split("\\?", 2);
        parts[0] = parts[0].replace('\u0001', '?');
        var query = parts.length > 1 ? parts[1] : "";
        return """
                {"version":"2.0","routeKey":"ANY","rawPath":%s,"rawQueryString":%s,%s"headers":%s,%s
                 "requestContext":{"requestId":"r-1","http":{"method":"%s","path":%s,"sourceIp":"%s"}},
                 %s"isBase64Encoded":%b}"""
                .formatted(Json.ofText(parts[0]), Json.ofText(query), cookieList(), object(headers), parameters(query),
                        method, Json.ofText(parts[0]), address, body == null ? "" : "\"body\":" + quoted() + ",",
                        isBase64);
    }

    private String quoted() {
        return Json.ofText(body).text();
    }

    private String cookieList() {
        return cookies.isEmpty() ? "" : "\"cookies\":" + cookies.stream().map(Json::ofText).toList() + ",";
    }

    /// As the gateway has them: decoded, and those of one name joined by commas.
    private static String parameters(String query) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var sides = pair.split("=", 2);
            if (!pair.isEmpty()) {
                all.merge(sides[0], sides.length > 1 ? sides[1] : "", (one, other) -> one + "," + other);
            }
        }
        return all.isEmpty() ? "" : "\"queryStringParameters\":" + object(all) + ",";
    }

    private static String object(Map<String, String> all) {
        return all.entrySet().stream().map(entry -> Json.ofText(entry.getKey()) + ":" + Json.ofText(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
