package tracenova.publisher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The dashboard's files as they came with this code: under `site/` on the class path.
final class Site {

    static final String PAGE = "index.html";
    private static final String PLACE = "site/" + PAGE;

    private Site() {}

    /// In the order in which they may appear: the page, which names the others, is the last.
    static List<SiteFile> files() {
        var page = Site.class.getClassLoader().getResource(PLACE);
        if (page == null) {
            throw new IllegalStateException("this build has no dashboard: " + PLACE + " is not on the class path");
        }
        try {
            return files(page.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<SiteFile> files(URI page) throws IOException {
        // Lambda unpacks the jar; elsewhere it is one.
        if (page.getScheme().equals("file")) {
            return below(Path.of(page).getParent());
        }
        try (var jar = FileSystems.newFileSystem(page, Map.of())) {
            return below(jar.getPath(PLACE).getParent());
        }
    }

    private static List<SiteFile> below(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file(root, file))
                    .sorted(Comparator.<SiteFile, Boolean>comparing(file -> file.path().equals(PAGE))
                            .thenComparing(SiteFile::path))
                    .toList();
        }
    }

    private static SiteFile file(Path root, Path file) {
        try {
            return new SiteFile(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
