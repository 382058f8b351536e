package tracenova.management;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import tracenova.ingest.ProblemType;

/// A change names what it was made of: `If-Match` is the `ETag` that came with it, exactly that.
final class Precondition {

    private Precondition() {}

    /// The answer with the tag that a change of it needs.
    static <T> HttpResponse<T> tagged(MutableHttpResponse<T> answer, String version) {
        return answer.header(HttpHeaders.ETAG, tag(version));
    }

    /// Refuses a request that was not made of this version.
    static void check(HttpRequest<?> request, String version) {
        var sent = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (sent == null) {
            throw new Refused(ProblemType.NO_PRECONDITION, "send the ETag of what you have read as If-Match");
        }
        if (!sent.equals(tag(version))) {
            throw changed();
        }
    }

    /// Somebody was faster.
    static Refused changed() {
        return new Refused(ProblemType.PRECONDITION, "it is not what If-Match says: read it again");
    }

    private static String tag(String version) {
        return "\"" + version + "\"";
    }
}
