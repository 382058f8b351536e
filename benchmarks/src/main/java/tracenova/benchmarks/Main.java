package tracenova.benchmarks;
final class Main {
    private Main() {}
    public static void main(String... names) {
        for (int n : new int[] {1, 10, 100}) System.out.println(n + " " + ChunkSize.bytesPerEvent(n));
    }
}
