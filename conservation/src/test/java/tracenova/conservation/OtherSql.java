package tracenova.conservation;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// The product and its checker loaded once more, with one text changed in one of its SQL files.
record OtherSql(String file, String text, String instead) {

    /// [Mutation#caughtHere] by that product.
    String caught(String mutation, int schedules) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var other = new Loader(this)) {
            thread.setContextClassLoader(other);
            var there = other.loadClass(Mutation.class.getName())
                    .getDeclaredMethod("caughtHere", String.class, int.class);
            there.setAccessible(true);
            return (String) there.invoke(null, mutation, schedules);
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private InputStream changed(InputStream in) {
        try (in) {
            var original = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!original.contains(text)) throw new IllegalStateException(file + " has no " + text);
            return new ByteArrayInputStream(original.replace(text, instead).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything anew but the JDK and DuckDB, whose native library a process loads once.
    private static final class Loader extends URLClassLoader {

        private final OtherSql change;

        Loader(OtherSql change) {
            super(classPath(), ClassLoader.getPlatformClassLoader());
            this.change = change;
        }

        private static URL[] classPath() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(entry -> {
                try {
                    return new File(entry).toURI().toURL();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toArray(URL[]::new);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("org.duckdb.")
                    ? OtherSql.class.getClassLoader().loadClass(name) : super.loadClass(name, resolve);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            var found = super.getResourceAsStream(name);
            return name.equals(change.file) ? change.changed(found) : found;
        }
    }
}
