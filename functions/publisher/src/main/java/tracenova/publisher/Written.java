package tracenova.publisher;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;

/// What this resource has put where: the objects of each release, the newest first, and the parameter, if it made that.
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Written(List<List<String>> releases, @Nullable String secret) {

    static final Written NOTHING = new Written(List.of(), null);

    /// The newest one, and the one that an open page may still load modules of.
    private static final int KEPT = 2;

    Written with(List<String> release) {
        var all = new ArrayList<>(releases);
        all.remove(release);
        all.addFirst(release);
        return new Written(all, secret);
    }

    Written withSecret(String name) {
        return new Written(releases, name);
    }

    Written withoutOld() {
        return new Written(releases.subList(0, Math.min(KEPT, releases.size())), secret);
    }

    List<String> objects() {
        return releases.stream().flatMap(List::stream).distinct().toList();
    }
}
