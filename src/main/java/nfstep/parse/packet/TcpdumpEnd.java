package nfstep.parse.packet;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Services;
import nfstep.parse.Word;
import nfstep.source.Code;

/** One end of a packet as tcpdump prints it: an address, and a port behind a dot, as a number or by its name. */
record TcpdumpEnd(IpAddress address, Optional<Word> port) {
    /** The end that a word stands for. */
    static TcpdumpEnd read(Reading reading, Word word) {
        Optional<IpAddress> whole = IpAddress.parse(word.text());
        if (whole.isPresent()) {
            return new TcpdumpEnd(whole.get(), Optional.empty());
        }
        int dot = word.text().lastIndexOf('.');
        Optional<IpAddress> address = IpAddress.parse(word.text().substring(0, Math.max(0, dot)));
        if (address.isEmpty()) {
            reading.add(reading.diagnostic(Code.BAD_VALUE, word, "no IP address: '" + word.text() + "'")
                    .hinting("tcpdump -n prints addresses, not names"));
        }
        return new TcpdumpEnd(address.orElse(Ipv4Address.ANY), address.map(it -> Reading.from(word, dot + 1)));
    }

    /** The number of the port for a protocol by its name; 0 where there is none. */
    int port(Reading reading, String protocol) {
        if (port.isEmpty()) {
            return 0;
        }
        OptionalInt named = Services.port(port.get().text(), protocol);
        return named.isPresent() ? named.getAsInt() : (int) reading.number(port.get(), 0xffff);
    }
}
