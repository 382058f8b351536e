package tracenova.publisher;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/// Brings the dashboard, its configuration and the signing secret to where the template says, and away again. What is
/// about to be written is noted first, so that an attempt cut short leaves nothing that nobody knows of.
@Singleton
final class Publishing {

    private final DashboardBucket bucket;
    private final SecretParameter secret;
    private final JsonMapper json;

    Publishing(DashboardBucket bucket, SecretParameter secret, JsonMapper json) {
        this.bucket = bucket;
        this.secret = secret;
        this.json = json;
    }

    void publish(Wanted wanted, Deadline deadline) {
        deadline.check();
        var files = files(wanted);
        var written = bucket.written(wanted.bucket()).with(files.stream().map(SiteFile::path).toList());
        written = secret.isThere(wanted.secret()) ? written : written.withSecret(wanted.secret());
        bucket.note(wanted.bucket(), written);
        deadline.check();
        secret.make(wanted.secret());
        for (var file : files) {
            deadline.check();
            bucket.put(wanted.bucket(), file);
        }
        deadline.check();
        bucket.letRead(wanted.dataBucket(), wanted.url());
        deleteOld(wanted, written, deadline);
    }

    private List<SiteFile> files(Wanted wanted) {
        var files = new ArrayList<SiteFile>();
        files.add(SiteConfig.of(wanted.apiUrl(), wanted.region(), wanted.stack()).file(json));
        files.addAll(Site.files());
        return files;
    }

    private void deleteOld(Wanted wanted, Written written, Deadline deadline) {
        var kept = written.withoutOld();
        var old = new ArrayList<>(written.objects());
        old.removeAll(kept.objects());
        if (!old.isEmpty()) {
            deadline.check();
            bucket.delete(wanted.bucket(), old);
            deadline.check();
            bucket.note(wanted.bucket(), kept);
        }
    }

    /// Everything that [#publish] wrote, and nothing else.
    void remove(Wanted wanted, Deadline deadline) {
        try {
            var written = bucket.written(wanted.bucket());
            deadline.check();
            bucket.delete(wanted.bucket(), written.objects());
            deadline.check();
            if (written.secret() != null) {
                secret.delete(written.secret());
            }
            deadline.check();
            bucket.letNobodyRead(wanted.dataBucket());
            bucket.forget(wanted.bucket());
        } catch (NoSuchBucketException e) {
            // Somebody has removed more than we would.
        }
    }
}
