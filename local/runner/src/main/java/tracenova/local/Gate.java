package tracenova.local;

/// Lets work through while it is open. Closing it waits until nothing is inside.
final class Gate {

    private boolean open = true;
    private int inside;

    /// Runs the work, once the gate is open.
    void pass(Runnable work) throws InterruptedException {
        enter();
        try {
            work.run();
        } finally {
            leave();
        }
    }

    synchronized void open() {
        open = true;
        notifyAll();
    }

    synchronized void close() throws InterruptedException {
        open = false;
        while (inside > 0) {
            wait();
        }
    }

    private synchronized void enter() throws InterruptedException {
        while (!open) {
            wait();
        }
        inside++;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
    }
}
