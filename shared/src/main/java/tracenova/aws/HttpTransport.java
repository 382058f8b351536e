package tracenova.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;

/// Opens the HTTP client under an AWS client. Tests put theirs here and so see every physical attempt.
@FunctionalInterface
public interface HttpTransport {

    /// A client that gives up on a silent socket after `socketTimeout`.
    SdkHttpClient open(Duration socketTimeout);
}
