package tracenova.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes the site out of its sources: `index.html` at the top, everything else in a directory that is named by the
/// hash of its content, so that it may be cached for ever. Modules keep their relative paths.
final class Site {

    static final String ASSETS = "@assets@";
    static final String PRELOADS = "@preloads@";
    static final String PAGE = "index.html";
    static final String ENTRANCE = "main.js";

    /// The parts of the one stylesheet, in their order.
    static final List<String> STYLES = List.of("tokens", "base", "controls", "frame", "cards", "pages");

    private static final int HASH = 12;
    private static final Pattern COMMENT =
            Pattern.compile("^\\s*(?://.*|/\\*\\*(?s:.)*?\\*/)$", Pattern.MULTILINE);
    private static final Pattern BLANK = Pattern.compile("^\\s+", Pattern.MULTILINE);

    private Site() {}

    public static void main(String[] args) throws IOException {
        var site = make(Path.of(args[0]));
        for (var target : List.of(args).subList(1, args.length)) {
            clear(Path.of(target));
            site.forEach((name, text) -> write(Path.of(target, name), text));
        }
    }

    /// Every file of the site by its path.
    static Map<String, String> make(Path source) throws IOException {
        var assets = read(source);
        var page = assets.remove(PAGE);
        assets.put("dashboard.css", stylesheet(assets));
        assets.replaceAll((name, text) -> name.endsWith(".js") ? shortened(text) : text);
        assets.putAll(Vendor.files());
        var directory = "assets/" + hash(assets);
        var site = new TreeMap<String, String>();
        assets.forEach((name, text) -> site.put(directory + "/" + name, text));
        site.put(PAGE, page.replace(PRELOADS, preloads(assets)).replace(ASSETS, directory));
        return site;
    }

    private static Map<String, String> read(Path source) throws IOException {
        try (var files = Files.walk(source)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toMap(
                    file -> source.relativize(file).toString().replace('\\', '/'), Site::text, (a, b) -> b,
                    TreeMap::new));
        }
    }

    /// Without the lines that are comments, and without indentation: what only readers of the sources need.
    private static String shortened(String module) {
        return BLANK.matcher(COMMENT.matcher(module).replaceAll("")).replaceAll("");
    }

    private static String stylesheet(Map<String, String> assets) {
        var css =
                STYLES.stream().map(part -> assets.remove("styles/" + part + ".css")).collect(Collectors.joining("\n"));
        var others = assets.keySet().stream().filter(name -> name.startsWith("styles/")).toList();
        if (!others.isEmpty()) throw new IllegalStateException("not in the stylesheet: " + others);
        return css;
    }

    /// What the entrance imports is fetched at once, not one level after the other.
    private static String preloads(Map<String, String> assets) {
        return Imports.closure(assets, ENTRANCE).stream()
                .map(name -> "<link rel=\"modulepreload\" href=\"" + ASSETS + "/" + name + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static String hash(Map<String, String> assets) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            assets.forEach((name, text) -> sha.update((name + "\n" + text + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha.digest()).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
    }

    private static void clear(Path target) throws IOException {
        if (!Files.exists(target)) return;
        try (var files = Files.walk(target)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
