package nfstep.plain;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Methods of {@link Proxy}: a handler of signals needs no class that is made while the program runs. */
public final class Proxies {
    private Proxies() {}

    public static Object newProxyInstance(ClassLoader loader, Class<?>[] types, InvocationHandler work) {
        boolean handlesSignals = types.length == 1 && types[0].getName().equals("sun.misc.SignalHandler");
        return handlesSignals ? new Handler(work) : Proxy.newProxyInstance(loader, types, work);
    }

    private static final class Handler implements SignalHandler {
        private final InvocationHandler work;

        Handler(InvocationHandler work) {
            this.work = work;
        }

        @Override
        public void handle(Signal signal) {
            try {
                work.invoke(this, null, new Object[] {signal});
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new java.lang.reflect.UndeclaredThrowableException(e);
            }
        }
    }
}
