package nfstep.lab.fuzz;

/** Protocols with conditions on their headers beyond those of TCP, UDP and ICMP, and on the bytes of a packet. */
final class HeaderDraw {
    private final Draw draw;

    HeaderDraw(Draw draw) {
        this.draw = draw;
    }

    /** A protocol and a condition on its header. */
    String protocol() {
        return switch (draw.between(0, 7)) {
            case 0 -> "-p ah -m ah " + draw.not() + "--ahspi " + range(Payloads.SPI);
            case 1 -> "-p esp -m esp " + draw.not() + "--espspi " + range(Payloads.SPI);
            case 2 -> "-p 108 -m ipcomp " + draw.not() + "--ipcompspi " + range(Payloads.CPI);
            case 3 -> "-p dccp -m dccp " + dccp();
            case 4 ->
                "-p sctp -m sctp " + draw.not() + "--chunk-types " + draw.of("any", "all", "only") + " " + chunks();
            case 5 -> "-p tcp -m tcpmss " + draw.not() + "--mss " + draw.of("1460", "1:1459", "1000:1400");
            case 6 -> "-p tcp -m ecn " + draw.not() + draw.of("--ecn-tcp-ece", "--ecn-tcp-cwr", "--ecn-ip-ect 1");
            default -> "-p tcp --tcp-flags SYN,RST SYN -m tcpmss --mss 1:65535";
        };
    }

    private String range(int value) {
        return draw.of(
                "" + value, (value - 1) + ":" + (value + 1), "0:" + (value - 1), (value + 1) + ":" + (value + 9));
    }

    private String dccp() {
        return draw.of(
                "--dport 80", "--sport 4000:4002", "! --dport 53", "--dccp-types REQUEST,RESPONSE", "--dccp-option 1");
    }

    private String chunks() {
        return draw.of("INIT", "INIT_ACK,COOKIE_ECHO", "DATA", "DATA,SACK", "ABORT,SHUTDOWN", "HEARTBEAT");
    }

    String ecn() {
        return "-m ecn " + draw.not() + "--ecn-ip-ect " + draw.between(0, 3);
    }

    String string() {
        String what = draw.of(
                "--string xxx",
                "--string PORT",
                "--hex-string '|78787878|'",
                "--hex-string '|c0a8010a|'",
                "--string XX --icase");
        String where = draw.of("", " --from 28", " --to 60", " --from 20 --to 44");
        return "-m string --algo " + draw.of("bm", "kmp") + " " + draw.not() + what + where;
    }

    String u32() {
        String test = draw.of(
                "6&0xFF=6",
                "6&0xFF=1,17",
                "0&0xFFFF=0x1c:0x54",
                "12=0xC0A8010A",
                "0>>22&0x3C@0&0xFFFF=53",
                "0>>22&0x3C@0>>16=4000:4001",
                "4&0x1FFF=0 && 6&0xFF=6 && 0>>22&0x3C@12>>26&0x3C@0=0:0xFFFFFFFF",
                "28=0x78787878");
        return "-m u32 " + draw.not() + "--u32 '" + test + "'";
    }
}
