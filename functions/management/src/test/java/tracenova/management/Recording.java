package tracenova.management;

import java.util.List;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// Notes the kind of each call on its way to AWS: `DynamoDB_20120810.PutItem`.
record Recording(SdkHttpClient aws, List<String> calls) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        calls.add(request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("S3"));
        return aws.prepareRequest(request);
    }

    @Override
    public void close() {}
}
