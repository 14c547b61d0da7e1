package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;

/** The names of tables, scopes, types and origins of routes: {@code /etc/iproute2}. */
final class RouteNames {
    private static final long MOST_TABLES = 0xffff_ffffL;
    private static final List<String> ORIGINS = List.of("unspec", "redirect", "kernel", "boot", "static");

    private RouteNames() {}

    static Optional<Integer> table(String text) {
        return switch (text) {
            case "local" -> Optional.of(Route.LOCAL_TABLE);
            case "main" -> Optional.of(Route.MAIN_TABLE);
            case "default" -> Optional.of(Route.DEFAULT_TABLE);
            default ->
                Numbers.parse(text).filter(n -> n > 0 && n <= MOST_TABLES).map(Long::intValue);
        };
    }

    static String table(int number) {
        return switch (number) {
            case Route.LOCAL_TABLE -> "local";
            case Route.MAIN_TABLE -> "main";
            case Route.DEFAULT_TABLE -> "default";
            default -> Integer.toUnsignedString(number);
        };
    }

    static Optional<Scope> scope(String text) {
        for (Scope scope : Scope.values()) {
            if (scope.word().equals(text) || Integer.toString(scope.number()).equals(text)) {
                return Optional.of(scope);
            }
        }
        return text.equals("universe") ? Optional.of(Scope.UNIVERSE) : Optional.empty();
    }

    /** The word of an origin; a number that has none stays as it is. */
    static Optional<String> protocol(String text) {
        if (ORIGINS.contains(text)) {
            return Optional.of(text);
        }
        Optional<Long> number = Numbers.parse(text).filter(n -> n >= 0 && n <= 255);
        return number.map(n -> n < ORIGINS.size() ? ORIGINS.get(n.intValue()) : Long.toString(n));
    }

    static Optional<RouteType> type(String text) {
        for (RouteType type : RouteType.values()) {
            if (type.word().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
