package tracenova.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Files of one piece of work; what nobody keeps goes with it.
final class Scratch implements AutoCloseable {

    private final Workspace workspace;
    private final List<Path> files = new ArrayList<>();

    Scratch(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A path where nothing is yet.
    Path fresh(String ending) {
        var file = workspace.fresh(ending);
        files.add(file);
        return file;
    }

    void keep(Path file) {
        files.remove(file);
    }

    @Override
    public void close() {
        files.forEach(Workspace::delete);
    }
}
