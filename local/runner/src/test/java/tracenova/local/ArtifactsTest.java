package tracenova.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    @TempDir
    private Path root;

    @BeforeEach
    void nameAFunction() throws IOException {
        Files.writeString(root.resolve("template.yaml"), """
                Resources:
                  EchoFunction:
                    Type: AWS::Serverless::Function
                    Properties: { CodeUri: echo/target/echo.jar, Handler: a.b.EchoFunction }
                """);
        Files.createDirectories(root.resolve("echo/target"));
    }

    @Test
    void aJarThatIsNotBuiltIsNamed() {
        assertThat(Artifacts.missing(root)).containsExactly("EchoFunction: echo/target/echo.jar is not there");
    }

    @Test
    void aJarWithoutTheHandlerIsNamed() throws IOException {
        build("a/b/Other.class");

        assertThat(Artifacts.missing(root))
                .containsExactly("EchoFunction: echo/target/echo.jar has no a.b.EchoFunction");
    }

    @Test
    void aFileThatIsNoJarIsNamed() throws IOException {
        Files.writeString(root.resolve("echo/target/echo.jar"), "cut");

        assertThat(Artifacts.missing(root)).singleElement().asString()
                .startsWith("EchoFunction: echo/target/echo.jar cannot be read");
    }

    @Test
    void whatIsBuiltIsNotNamed() throws IOException {
        build("a/b/EchoFunction.class");

        assertThat(Artifacts.missing(root)).isEmpty();
    }

    private void build(String entry) throws IOException {
        try (var jar = new ZipOutputStream(Files.newOutputStream(root.resolve("echo/target/echo.jar")))) {
            jar.putNextEntry(new ZipEntry(entry));
        }
    }
}
