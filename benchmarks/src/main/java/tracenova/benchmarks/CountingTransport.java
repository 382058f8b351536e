package tracenova.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Counts every physical call on its way to the fake AWS, at what AWS would bill for it.
final class CountingTransport implements SdkHttpClient {

    private static final String CAPACITY = "x-fake-capacity-units";
    // What a function is taken to wait, within a region.
    private static final double TABLE_OR_QUEUE_SECONDS = 0.005;
    private static final double BUCKET_SECONDS = 0.025;

    private static final int QUEUE_BILLED = 64 * 1024;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SdkHttpClient aws;
    private final Meter meter;

    CountingTransport(SdkHttpClient aws, Meter meter) {
        this.aws = aws;
        this.meter = meter;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        var prepared = aws.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                long started = THREADS.getCurrentThreadCpuTime();
                try {
                    var answer = prepared.call();
                    count(request, answer);
                    return answer;
                } finally {
                    meter.notOurs((THREADS.getCurrentThreadCpuTime() - started) / 1e9);
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private void count(HttpExecuteRequest request, HttpExecuteResponse answer) throws IOException {
        var http = request.httpRequest();
        var target = http.firstMatchingHeader("X-Amz-Target").orElse("");
        var operation = target.substring(target.indexOf('.') + 1);
        if (target.startsWith("DynamoDB_")) {
            countTable(operation, request, answer);
        } else if (target.startsWith("AmazonSQS.")) {
            meter.call(operation, TABLE_OR_QUEUE_SECONDS);
            meter.add(Stage.QUEUE, Usage.ofQueue(Math.max(1, Math.ceilDiv(bytes(request), QUEUE_BILLED))));
        } else {
            countBucket(http);
        }
    }

    /// A failed condition bills the write as if it had been done.
    private void countTable(String operation, HttpExecuteRequest request, HttpExecuteResponse answer)
            throws IOException {
        meter.call(operation, TABLE_OR_QUEUE_SECONDS);
        var told = answer.httpResponse().firstMatchingHeader(CAPACITY).map(Double::valueOf);
        boolean writes = operation.equals("PutItem") || operation.equals("DeleteItem");
        double units = told.isPresent() ? told.get() : Math.ceilDiv(bytes(request), 1024);
        meter.addTable(writes ? Usage.ofTable(units, 0) : Usage.ofTable(0, units));
    }

    private void countBucket(SdkHttpRequest http) {
        boolean deletes = http.method() == SdkHttpMethod.DELETE || http.rawQueryParameters().containsKey("delete");
        boolean lists = http.rawQueryParameters().containsKey("list-type");
        boolean gets = http.method() == SdkHttpMethod.GET || http.method() == SdkHttpMethod.HEAD;
        meter.call("S3 " + (lists ? "LIST" : deletes ? "DELETE" : http.method().name()), BUCKET_SECONDS);
        if (!deletes) {
            meter.add(gets && !lists ? Usage.ofBucket(0, 1) : Usage.ofBucket(1, 0));
        }
    }

    private static int bytes(HttpExecuteRequest request) throws IOException {
        var body = request.contentStreamProvider();
        if (body.isEmpty()) return 0;
        try (var stream = body.get().newStream()) {
            return (int) stream.skip(Integer.MAX_VALUE);
        }
    }

    @Override
    public String clientName() {
        return "Counting";
    }

    @Override
    public void close() {}
}
