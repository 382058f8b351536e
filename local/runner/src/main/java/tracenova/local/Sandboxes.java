package tracenova.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// The copies of one function in this JVM. As in Lambda each has its own context and takes one event at a time;
/// another is made when all are busy.
final class Sandboxes implements AutoCloseable {

    /// Two cores have no use for more of the same.
    private static final int MOST = 4;

    private final Template.Function function;
    private final Map<String, Object> environment;
    private final ModuleLoader module;
    private final Class<?> handler;
    private final Semaphore room;
    private final Deque<Sandbox> idle = new ConcurrentLinkedDeque<>();

    private record Sandbox(ApplicationContext context, RequestStreamHandler handler) {}

    /// Makes nothing yet.
    Sandboxes(Template.Function function, Map<String, Object> environment, ModuleLoader module) {
        this.function = function;
        this.environment = environment;
        this.module = module;
        this.handler = find(function);
        this.room = new Semaphore(Math.min(MOST, function.concurrency().orElse(MOST)), true);
    }

    /// The answer to one event. What the function throws comes out as it is.
    byte[] invoke(byte[] event) {
        room.acquireUninterruptibly();
        try {
            var sandbox = idle.pollFirst();
            if (sandbox == null) {
                sandbox = open();
            }
            try {
                return call(sandbox, event);
            } finally {
                idle.addFirst(sandbox);
            }
        } finally {
            room.release();
        }
    }

    @Override
    public void close() {
        idle.forEach(sandbox -> sandbox.context.close());
    }

    private byte[] call(Sandbox sandbox, byte[] event) {
        var answer = new ByteArrayOutputStream();
        try {
            sandbox.handler.handleRequest(new ByteArrayInputStream(event), answer, LocalContext.of(function));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toByteArray();
    }

    private Sandbox open() {
        var context = module.start(function.id(), environment);
        try {
            var made = handler.getConstructor(ApplicationContext.class).newInstance(context);
            return new Sandbox(context, (RequestStreamHandler) made);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(function.id() + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(handler + " has no public (ApplicationContext) constructor", e);
        }
    }

    /// Its class, so that a wrong name shows at start.
    static Class<?> find(Template.Function function) {
        var name = function.handler().split("::")[0];
        try {
            return Class.forName(name, false, Sandboxes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new TemplateException(function.id() + ": there is no class " + name);
        }
    }
}
