package tracenova.conservation;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does the same work once per core: schedules know nothing of each other.
final class Workers {

    static final int COUNT = Integer.getInteger("workers", 2);

    private Workers() {}

    static void run(Runnable work) {
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            var futures = new ArrayList<Future<?>>();
            for (int i = 0; i < COUNT; i++) futures.add(threads.submit(work));
            for (var future : futures) future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
