package nfstep.tui.term;

import java.lang.reflect.Proxy;

/**
 * Signal handlers of this process.
 *
 * <p>Decision: by reflection, because the compiler warns of every mention of {@code sun.misc.Signal}, and because a
 * runtime may come without the module {@code jdk.unsupported}.
 */
final class Signals {
    private Signals() {}

    /** Runs something on each signal of a name such as {@code TERM}; whether this runtime can do that. */
    static boolean handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
