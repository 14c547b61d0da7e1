package nfstep.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import nfstep.kernel.Difference;
import nfstep.kernel.Verification;

/** What {@code verify --json} prints of a lab: one object on a line of its own. */
final class VerifyJson {
    private VerifyJson() {}

    static String of(String lab, Verification verification, Optional<String> smallest) {
        JsonObject object = new JsonObject();
        object.addProperty("lab", lab);
        object.addProperty("kernel", verification.release());
        object.addProperty("backend", verification.backend().word());
        object.addProperty("agreed", verification.agreed());
        object.addProperty("total", verification.total());
        JsonArray differences = new JsonArray();
        verification.differences().forEach(d -> differences.add(of(d)));
        object.add("differences", differences);
        verification.stopped().ifPresent(d -> object.addProperty("stopped", d.header()));
        smallest.ifPresent(text -> object.addProperty("shortened", text));
        return new GsonBuilder().disableHtmlEscaping().create().toJson(object);
    }

    private static JsonObject of(Difference difference) {
        JsonObject object = new JsonObject();
        object.addProperty("event", difference.event());
        object.addProperty("namespace", difference.namespace());
        object.addProperty("command", difference.command());
        difference.model().ifPresent(text -> object.addProperty("nfstep", text));
        difference.kernel().ifPresent(text -> object.addProperty("kernel", text));
        object.addProperty("rule", difference.remark());
        return object;
    }
}
