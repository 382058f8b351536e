package tracenova.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/// One answer as it would come over the wire. Header names are compared without case.
public record WireReply(int status, Map<String, String> headers, byte[] body) {

    public WireReply {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    public WireReply with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new WireReply(status, more, body);
    }

    public WireReply withBody(byte[] other) {
        return new WireReply(status, headers, other);
    }

    static WireReply of(HttpExecuteResponse response) throws IOException {
        var headers = new TreeMap<String, String>();
        response.httpResponse().forEachHeader((name, values) -> {
            if (name != null) headers.put(name, String.join(",", values));
        });
        int status = response.httpResponse().statusCode();
        if (response.responseBody().isEmpty()) return new WireReply(status, headers, new byte[0]);
        try (var body = response.responseBody().get()) {
            return new WireReply(status, headers, body.readAllBytes());
        }
    }

    public HttpExecuteResponse toSdk() {
        var response = SdkHttpResponse.builder().statusCode(status);
        headers.forEach((name, value) -> response.putHeader(name, List.of(value)));
        if (!headers.containsKey("Content-Length")) response.putHeader("Content-Length", "" + body.length);
        var content = body.length == 0 ? null : AbortableInputStream.create(new ByteArrayInputStream(body));
        return HttpExecuteResponse.builder().response(response.build()).responseBody(content).build();
    }
}
