package tracenova.benchmarks.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Stores and queues an event unread, without a framework: what the two calls cost.
public final class SdkFunction implements RequestStreamHandler {

    private final TwoCalls calls = new TwoCalls();

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        calls.make(in.readAllBytes());
        out.write(TwoCalls.ACCEPTED);
    }
}
