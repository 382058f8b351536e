package tracenova.ingest;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import tracenova.id.Hashes;

/// Whose address a request comes from. Of one that comes through CloudFront the gateway knows CloudFront's, and the
/// viewer's stands before it in `X-Forwarded-For`: that counts where the secret is sent that CloudFront alone knows.
@Singleton
public class Sender {

    /// Where the secret stands.
    public static final String PROOF = "x-tracenova-origin";

    private static final String FORWARDED = "x-forwarded-for";

    private final byte[] hash;

    public Sender(@Property(name = "origin.hash", defaultValue = "") String hash) {
        this.hash = hash.getBytes(StandardCharsets.UTF_8);
    }

    /// @param headers by their names in lower case
    /// @param gateway what the gateway says
    public String address(Map<String, String> headers, String gateway) {
        var proof = headers.get(PROOF);
        return proof != null && isOurs(proof) ? viewer(headers.getOrDefault(FORWARDED, ""), gateway) : gateway;
    }

    private boolean isOurs(String proof) {
        return MessageDigest.isEqual(Hashes.sha256(proof).getBytes(StandardCharsets.UTF_8), hash);
    }

    /// CloudFront adds the viewer, then the gateway CloudFront. What stands before them anybody may have written.
    private static String viewer(String forwarded, String gateway) {
        var hops = List.of(forwarded.split(",", -1)).reversed();
        var viewer = hops.stream().map(String::strip).filter(hop -> !hop.equals(gateway)).findFirst().orElse("");
        return viewer.isEmpty() ? gateway : viewer;
    }
}
