package tracenova.conservation;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import tracenova.testkit.WireRequest;

/// The HTTP client under every AWS client: hands each physical attempt to the run whose thread makes it; the
/// world's own calls go straight to its AWS.
final class Wire implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                var running = Running.current();
                var wire = WireRequest.of(request);
                return (running == null ? World.current().aws().answer(wire) : running.answer(wire)).toSdk();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public String clientName() {
        return "Wire";
    }

    @Override
    public void close() {}
}
