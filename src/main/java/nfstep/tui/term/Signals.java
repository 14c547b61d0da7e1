package nfstep.tui.term;

import java.lang.reflect.Proxy;

/**
 * Signal handlers of this process.
 *
 * <p>Decision: by reflection, because the compiler warns of every mention of {@code sun.misc.Signal}, and because a
 * runtime may come without the module {@code jdk.unsupported}.
 */
public final class Signals {
    private Signals() {}

    /** Runs something on each signal of a name such as {@code TERM}; whether this runtime can do that. */
    public static boolean handle(String name, Runnable action) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            install(name, handler, proxy);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Lets the system do on that signal what it does with every program. */
    public static void leaveToSystem(String name) {
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            install(name, handler, handler.getField("SIG_DFL").get(null));
        } catch (ReflectiveOperationException e) {
            // such a runtime never did anything else
        }
    }

    private static void install(String name, Class<?> handler, Object handling) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    }
}
