package tracenova.testkit;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lets several writers start at the same moment.
final class Races {

    private Races() {}

    interface Writer {
        boolean wins(int number);
    }

    /// How many of `writers` said that they had won.
    static int winners(int writers, Writer writer) {
        var start = new CyclicBarrier(writers);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                Callable<Boolean> run = () -> {
                    start.await();
                    return writer.wins(number);
                };
                answers.add(threads.submit(run));
            }
            int winners = 0;
            for (var answer : answers) winners += answer.get() ? 1 : 0;
            return winners;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
