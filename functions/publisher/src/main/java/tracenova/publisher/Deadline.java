package tracenova.publisher;

import com.amazonaws.services.lambda.runtime.Context;

/// Ends the work while there is time left to say so. Asked before every call, of which the longest takes 6 seconds.
@FunctionalInterface
interface Deadline {

    /// The last call and three attempts to answer.
    int RESERVE_MILLIS = 30_000;

    void check();

    static Deadline of(Context context) {
        return () -> {
            if (context.getRemainingTimeInMillis() < RESERVE_MILLIS) {
                throw new IllegalStateException("out of time; the next attempt goes on from here");
            }
        };
    }
}
