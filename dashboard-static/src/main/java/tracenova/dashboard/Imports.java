package tracenova.dashboard;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which modules a module names: at its top, or by `import()` when it needs them.
final class Imports {

    private static final Pattern AT_ONCE =
            Pattern.compile("^(?:import|export)\\s*(?:[\\w*{][^;'\"()]*?from\\s*)?['\"]([^'\"]+)['\"]",
                    Pattern.MULTILINE);
    private static final Pattern WHEN_NEEDED = Pattern.compile("import\\(['\"]([^'\"]+)['\"]\\)");

    private Imports() {}

    static List<String> atOnce(String name, String module) {
        return found(AT_ONCE, name, module);
    }

    static List<String> whenNeeded(String name, String module) {
        return found(WHEN_NEEDED, name, module);
    }

    /// The module and everything it imports at once, as paths.
    static Set<String> closure(Map<String, String> modules, String name) {
        var closure = new LinkedHashSet<String>();
        visit(modules, name, closure);
        return closure;
    }

    private static void visit(Map<String, String> modules, String name, Set<String> seen) {
        var module = modules.get(name);
        if (module == null) throw new IllegalStateException(name + " is imported and not there");
        if (seen.add(name)) atOnce(name, module).forEach(next -> visit(modules, next, seen));
    }

    private static List<String> found(Pattern pattern, String name, String module) {
        return pattern.matcher(module).results().map(each -> resolved(name, each.group(1))).toList();
    }

    private static String resolved(String name, String path) {
        if (!path.startsWith("."))
            throw new IllegalStateException(name + " imports " + path + ", which is no relative path");
        return Path.of("/" + name).resolveSibling(path).normalize().toString().replace('\\', '/').substring(1);
    }
}
