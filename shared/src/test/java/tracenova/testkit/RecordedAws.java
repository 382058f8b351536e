package tracenova.testkit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// A [FakeAws] that notes every physical call, and can be set back to where it was.
public final class RecordedAws implements SdkHttpClient {

    private FakeAws aws;
    private FakeAws kept;
    private final List<String> calls = new ArrayList<>();

    public RecordedAws(InstantSource clock) {
        this.aws = TestContext.aws(clock);
        this.kept = aws.copy();
    }

    /// Where [#reset] goes back to.
    public void keep() {
        kept = aws.copy();
    }

    public void reset() {
        aws = kept.copy();
    }

    public FakeAws aws() {
        return aws;
    }

    /// The operations called so far, in order: `GetItem`, `PutItem`, …
    public List<String> calls() {
        return calls;
    }

    /// What is there now.
    public Stored stored() {
        return Stored.in(aws);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var target = request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        calls.add(target.substring(target.indexOf('.') + 1));
        return aws.prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "RecordedAws";
    }

    @Override
    public void close() {}
}
