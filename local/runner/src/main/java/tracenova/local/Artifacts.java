package tracenova.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Whether what template.yaml names as code is built: neither `sam build` nor the linters ask, and a deployment would
/// end at its upload. The last step of `./mvnw package`.
public final class Artifacts {

    private Artifacts() {}

    public static void main(String[] arguments) {
        var missing = missing(Path.of(arguments[0]));
        missing.forEach(System.err::println);
        System.exit(missing.isEmpty() ? 0 : 1);
    }

    /// One line for each function that could not be deployed.
    static List<String> missing(Path root) {
        return Template.read(root.resolve("template.yaml"), new LocalNames("us-east-1")).functions().stream()
                .flatMap(function -> problem(root, function).stream())
                .toList();
    }

    private static Optional<String> problem(Path root, Template.Function function) {
        var code = root.resolve(function.codeUri());
        if (!Files.isRegularFile(code)) {
            return Optional.of(function.id() + ": " + function.codeUri() + " is not there");
        }
        try (var jar = new ZipFile(code.toFile())) {
            return jar.getEntry(function.handler().split("::")[0].replace('.', '/') + ".class") == null
                    ? Optional.of(function.id() + ": " + function.codeUri() + " has no " + function.handler())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(function.id() + ": " + function.codeUri() + " cannot be read: " + e.getMessage());
        }
    }
}
