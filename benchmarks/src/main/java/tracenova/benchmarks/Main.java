package tracenova.benchmarks;
final class Main {
    private Main() {}
    public static void main(String... names) {
        for (var name : names) {
            switch (name) {
                case "size" -> { for (int n : new int[] {1, 10, 100}) System.out.println(n + " " + ChunkSize.bytesPerEvent(n)); }
                case "calls" -> Calls.measure().rows().forEach(System.out::println);
                case "jar" -> Jars.rows().forEach(System.out::println);
                case "cold" -> ColdClasses.rows().forEach(System.out::println);
                case "ledger" -> {
                    for (var t : new Ledger.Traffic[] {new Ledger.Traffic(1, 100), new Ledger.Traffic(10, 100), new Ledger.Traffic(100, 100)}) {
                        var m = Ledger.ofAMillion(t);
                        System.out.println(t + " " + m.values().stream().mapToDouble(Usage::dollars).sum());
                        m.forEach((stage, usage) -> System.out.println(stage + " " + usage.dollars() + " " + usage));
                    }
                }
                default -> throw new IllegalArgumentException(name);
            }
        }
    }
}
