package tracenova.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Loses each call whose body has this in it.
record Failing(SdkHttpClient aws, String place) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return body(request).contains(place) ? lost() : aws.prepareRequest(request);
    }

    private static ExecutableHttpRequest lost() {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                throw new IOException("the connection is gone");
            }

            @Override
            public void abort() {}
        };
    }

    static String body(HttpExecuteRequest request) {
        return request.contentStreamProvider().map(provider -> {
            try (var in = provider.newStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).orElse("");
    }

    @Override
    public void close() {}
}
