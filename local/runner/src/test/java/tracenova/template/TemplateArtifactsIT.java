package tracenova.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// What `CodeUri` names must be there: `sam build` succeeds without it.
class TemplateArtifactsIT {

    private static final long MB = 1_000_000;

    @Test
    void T02_everyHandlerIsAClassInItsJar() throws IOException {
        for (var function : Written.functions()) {
            try (var jar = new ZipFile(jar(function))) {
                var entry = function.at("Handler").text().replace('.', '/') + ".class";
                assertThat(jar.getEntry(entry)).as(entry + " in " + jar.getName()).isNotNull();
            }
        }
    }

    @Test
    void T09_theTrackingJarIsSmall() {
        assertThat(jar(Written.resource("TrackFunction"))).isNotEmpty();
        assertThat(jar(Written.resource("TrackFunction")).length()).isLessThanOrEqualTo(14 * MB);
    }

    @Test
    void thePublishersJarHoldsTheDashboard() throws IOException {
        try (var jar = new ZipFile(jar(Written.resource("PublisherFunction")))) {
            assertThat(jar.getEntry("site/index.html")).isNotNull();
        }
    }

    @Test
    void T09_everyJarFitsLambdaUnpacked() throws IOException {
        for (var id : new String[] {"TrackFunction", "CollectFunction", "InsightsFunction", "ManagementFunction",
            "PublisherFunction"}) {
            try (var jar = new ZipFile(jar(Written.resource(id)))) {
                assertThat(jar.stream().mapToLong(ZipEntry::getSize).sum()).as(id).isLessThan(250 * MB);
            }
        }
    }

    private static File jar(Written.Resource function) {
        return Written.ROOT.resolve(function.at("CodeUri").text()).toFile();
    }
}
