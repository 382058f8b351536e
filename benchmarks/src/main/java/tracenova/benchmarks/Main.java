package tracenova.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tracenova.testkit.Examples;

/// Runs the benchmarks named, or all of them, and writes what came out. Ends with 1 where a target is missed.
final class Main {

    private static final Map<String, Supplier<Result>> ALL = new TreeMap<>(Map.ofEntries(
            rows("calls", () -> Calls.measure().rows()),
            rows("chunk-size", ChunkSize::rows),
            rows("cold-classes", ColdClasses::rows),
            rows("cold-ratio", ColdRatio::rows),
            rows("collect", () -> Collecting.measure(1_000_000).rows()),
            rows("compact", () -> Compacting.measure(200, 100, 2).rows()),
            rows("dashboard", Dashboards::rows),
            rows("idle", () -> Idle.measure(30).rows()),
            rows("ingest-cpu", IngestCpu::rows),
            rows("jar", Jars::rows),
            rows("priming", () -> Priming.measure().rows()),
            Map.entry("ledger", () -> ledger(new LedgerRows()))));

    private record Result(List<Row> rows, String more) {}

    private Main() {}

    private static Map.Entry<String, Supplier<Result>> rows(String name, Supplier<List<Row>> rows) {
        return Map.entry(name, () -> new Result(rows.get(), ""));
    }

    public static void main(String... names) {
        var rows = new ArrayList<Row>();
        var more = new StringBuilder();
        for (var name : names.length == 0 ? ALL.keySet() : List.of(names)) {
            System.err.println("== " + name);
            var result = ALL.get(name).get();
            rows.addAll(result.rows);
            more.append(result.more);
        }
        var text = text(rows, more.toString());
        System.out.println(text);
        if (names.length == 0) write(text);
        System.exit(rows.stream().allMatch(Row::met) ? 0 : 1);
    }

    private static Result ledger(LedgerRows ledger) {
        return new Result(ledger.rows(), "\n## Dollars per 1 M events, by stage\n\n" + ledger.stages());
    }

    private static String text(List<Row> rows, String more) {
        var text = new StringBuilder("# Benchmarks, " + LocalDate.now() + "\n\n" + machine() + "\n\n"
                + "| benchmark | what | measured | target | floor | met |\n|---|---|---|---|---|---|\n");
        rows.forEach(
                row -> text.append(String.join(" | ", "| " + row.benchmark(), row.what(), row.measured(), row.target(),
                        row.floor(), row.target().isEmpty() ? "" : row.met() ? "yes" : "**no**")).append(" |\n"));
        return text + more;
    }

    private static String machine() {
        return String.format(Locale.ROOT,
                "%d cores, %s %s, %s %s; Lambda time is estimated from this machine's CPU time.",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vendor"), System.getProperty("java.runtime.version"));
    }

    private static void write(String text) {
        try {
            var file = Examples.root().resolve("benchmarks/results/" + LocalDate.now() + ".md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
