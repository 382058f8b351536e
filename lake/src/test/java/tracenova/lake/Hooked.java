package tracenova.lake;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Passes calls on and counts them; at one of them, something happens.
public final class Hooked implements SdkHttpClient {

    /// What happens at a call, instead of it or around it.
    @FunctionalInterface
    public interface Hook {
        HttpExecuteResponse call(ExecutableHttpRequest next) throws IOException;
    }

    private final SdkHttpClient next;
    private final int at;
    private final Hook hook;
    private int calls;

    /// Call number `at` (the first is 0) meets the hook.
    public Hooked(SdkHttpClient next, int at, Hook hook) {
        this.next = next;
        this.at = at;
        this.hook = hook;
    }

    public static Hooked counting(SdkHttpClient next) {
        return new Hooked(next, -1, ExecutableHttpRequest::call);
    }

    public int calls() {
        return calls;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = next.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return calls++ == at ? hook.call(prepared) : prepared.call();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}
}
