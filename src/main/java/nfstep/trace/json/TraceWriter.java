package nfstep.trace.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import nfstep.packet.Packet;
import nfstep.source.SourceText;
import nfstep.state.World;
import nfstep.trace.TraceDocument;
import nfstep.trace.Walk;

/** Writes one trace: a packet or an event in each line, so that files can be compared line by line. */
final class TraceWriter {
    static final Codec<SourceText> LAB = Codec.object(
            (lab, out) -> out.text("name", lab.name()).text("text", lab.text()),
            in -> new SourceText(in.text("name"), in.text("text")));

    private final EditTexts texts;
    private final TraceDocument trace;
    private final PacketTable packets = new PacketTable();

    TraceWriter(EditTexts texts, TraceDocument trace) {
        if (!trace.walk().start().equals(World.initial())) {
            throw new IllegalArgumentException("the walk begins with a world that commands made already");
        }
        this.texts = texts;
        this.trace = trace;
    }

    void write(OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("{\"format\":\"" + TraceJson.FORMAT + "\",\"version\":" + TraceJson.VERSION);
        out.write(",\n\"lab\":" + JsonText.of(LAB.write(trace.walk().lab())));
        out.write(",\n\"packets\":[");
        packets(out);
        out.write("],\n\"events\":[");
        events(out);
        out.write("],\n\"session\":" + JsonText.of(Session.CODEC.write(Session.of(trace))));
        out.write("}\n");
        out.flush();
    }

    /** The table is written before the events, so these are gone through once for their packets alone. */
    private void packets(Writer out) throws IOException {
        Walk walk = trace.walk();
        Scope scope = new Scope(texts, packets.codec());
        for (int i = 0; i < walk.size(); i++) {
            EventCodecs.write(walk.event(i), scope);
            scope.pass(walk.event(i));
        }
        String before = "\n";
        for (Packet packet : packets.packets()) {
            out.write(before + JsonText.of(Values.PACKET.write(packet)));
            before = ",\n";
        }
    }

    private void events(Writer out) throws IOException {
        Walk walk = trace.walk();
        Scope scope = new Scope(texts, packets.codec());
        for (int i = 0; i < walk.size(); i++) {
            out.write((i == 0 ? "\n" : ",\n") + JsonText.of(EventCodecs.write(walk.event(i), scope)));
            scope.pass(walk.event(i));
        }
    }
}
