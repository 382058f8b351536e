package tracenova.management;

import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// Lets something happen just before the first call whose body has this in it.
record OnceBefore(SdkHttpClient aws, String place, AtomicReference<Runnable> event) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (Failing.body(request).contains(place)) {
            event.getAndSet(() -> {}).run();
        }
        return aws.prepareRequest(request);
    }

    @Override
    public void close() {}
}
