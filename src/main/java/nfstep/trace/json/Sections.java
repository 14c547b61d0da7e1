package nfstep.trace.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import nfstep.event.Event;
import nfstep.source.SourceText;
import nfstep.state.World;
import nfstep.trace.TraceDocument;
import nfstep.trace.Walk;

/** Reads the sections of a trace file in their order, and makes the walk anew from its events. */
final class Sections {
    private final LimitedText text;
    private final JsonReader in;
    private final JsonTree tree;
    private final int most;
    private final PacketTable packets = new PacketTable();
    private final Scope scope;

    /** @param most how many packets or events there may be */
    Sections(EditTexts texts, LimitedText text, JsonReader in, int most) {
        this.text = text;
        this.in = in;
        this.tree = new JsonTree(in);
        this.most = most;
        this.scope = new Scope(texts, packets.codec());
    }

    TraceDocument read() throws IOException {
        header();
        section("lab");
        SourceText lab = TraceWriter.LAB.read(value("$.lab"));
        section("packets");
        packets();
        section("events");
        Walk walk = events(Walk.startingAt(lab, World.initial()));
        section("session");
        Node node = value("$.session");
        TraceDocument trace = Codec.<TraceDocument>of(
                        it -> Json.NULL, it -> Session.CODEC.read(it).of(walk))
                .read(node);
        if (in.peek() != JsonToken.END_OBJECT) {
            throw new Damaged("$", "something stands behind \"session\"");
        }
        in.endObject();
        if (in.peek() != JsonToken.END_DOCUMENT) {
            throw new Damaged("$", "something stands behind the end");
        }
        return trace;
    }

    private void header() throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw new Damaged("$", "not an nfstep trace");
        }
        in.beginObject();
        String format = in.peek() == JsonToken.NAME && in.nextName().equals("format") ? format() : "";
        if (!format.equals(TraceJson.FORMAT)) {
            throw new Damaged(
                    "$", "not an nfstep trace: it does not begin with \"format\":\"" + TraceJson.FORMAT + "\"");
        }
        section("version");
        long version = value("$.version").number();
        if (version != TraceJson.VERSION) {
            throw new Damaged(
                    "$.version",
                    "version " + version + " of the format; this nfstep reads version " + TraceJson.VERSION);
        }
    }

    private String format() throws IOException {
        Json value = tree.next();
        return value instanceof Json.Text word ? word.value() : "";
    }

    private void section(String name) throws IOException {
        if (in.peek() != JsonToken.NAME) {
            throw new Damaged("$", "\"" + name + "\" is missing");
        }
        String found = in.nextName();
        if (!found.equals(name)) {
            throw new Damaged("$." + found, "\"" + name + "\" is expected here");
        }
    }

    private Node value(String path) throws IOException {
        text.restart();
        return Node.root(path, tree.next());
    }

    private void packets() throws IOException {
        begin("$.packets");
        while (in.hasNext()) {
            String path = "$.packets[" + packets.size() + "]";
            check(path, packets.size());
            packets.add(Values.PACKET.read(value(path)));
        }
        in.endArray();
    }

    private Walk events(Walk empty) throws IOException {
        Walk walk = empty;
        begin("$.events");
        while (in.hasNext()) {
            String path = "$.events[" + walk.size() + "]";
            check(path, walk.size());
            walk = next(walk, value(path));
        }
        in.endArray();
        return walk;
    }

    /** An event that cannot happen here, since its changes cannot be made, is damage too. */
    private Walk next(Walk walk, Node node) {
        try {
            Event event = EventCodecs.read(node, scope);
            Plausible.check(event, scope.focus());
            return walk.append(event, scope.pass(event).world());
        } catch (Damaged e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw node.damaged(String.valueOf(e.getMessage()));
        }
    }

    private void begin(String path) throws IOException {
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
            throw new Damaged(path, "a list is expected");
        }
        in.beginArray();
    }

    private void check(String path, int count) throws TooLarge {
        if (count >= most) {
            throw new TooLarge(path + ": more than " + most);
        }
    }
}
