package tracenova.testkit;

import java.io.IOException;
import software.amazon.awssdk.http.SdkHttpClient;

/// Where a request goes and its answer comes from.
@FunctionalInterface
public interface Wire {

    WireReply answer(WireRequest request) throws IOException;

    static Wire of(SdkHttpClient client) {
        // Straight to the fake: the same, without turning everything into streams and back.
        if (client instanceof FakeAws aws) return aws::answer;
        return request -> WireReply.of(client.prepareRequest(request.toSdk()).call());
    }
}
