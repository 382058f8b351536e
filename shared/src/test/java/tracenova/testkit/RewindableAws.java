package tracenova.testkit;

import java.time.InstantSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// A [FakeAws] that can be set back to where it was, under the same clients.
public final class RewindableAws implements SdkHttpClient {

    private FakeAws aws;
    private FakeAws kept;

    public RewindableAws(InstantSource clock) {
        this.aws = TestContext.aws(clock);
        this.kept = aws.copy();
    }

    /// Where [#rewind] goes back to.
    public void keep() {
        kept = aws.copy();
    }

    public void rewind() {
        aws = kept.copy();
    }

    public FakeAws aws() {
        return aws;
    }

    /// What is there now.
    public Stored stored() {
        return Stored.in(aws);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return aws.prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "RewindableAws";
    }

    @Override
    public void close() {}
}
