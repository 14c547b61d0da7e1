package nfstep.lab.fuzz;

/** Conditions that remember packets: limits, lists, counts of connections and of their bytes. */
final class MemoryDraw {
    private static final String RATE = "1/hour";

    private final Draw draw;

    MemoryDraw(Draw draw) {
        this.draw = draw;
    }

    String connbytes() {
        return "-m connbytes " + draw.not() + "--connbytes " + draw.of("1:2", "2", "3:", "100:200", "84:", "0:60")
                + " --connbytes-dir " + draw.of("original", "reply", "both") + " --connbytes-mode "
                + draw.of("packets", "bytes", "avgpkt");
    }

    String connlimit() {
        return "-m connlimit --connlimit-" + draw.of("above ", "upto ") + draw.between(0, 4)
                + draw.maybe(40, () -> "--connlimit-mask " + draw.of(32, 24, 8, 0))
                + draw.maybe(40, () -> draw.of("--connlimit-saddr", "--connlimit-daddr"));
    }

    /** Each name has its own settings: a kernel keeps a table while one of its rules is there. */
    String hashlimit() {
        int kind = draw.between(0, 3);
        String mode =
                switch (kind) {
                    case 0 -> "--hashlimit-mode srcip --hashlimit-srcmask 24 ";
                    case 1 -> "--hashlimit-mode dstip,dstport ";
                    case 2 -> "--hashlimit-mode srcip,srcport ";
                    default -> "";
                };
        return "-m hashlimit --hashlimit-" + draw.of("upto ", "above ") + RATE + " --hashlimit-burst " + (kind + 2)
                + " " + mode + "--hashlimit-name table" + kind;
    }

    String recent() {
        String name = " --name " + draw.of("seen", "other") + draw.of("", "", " --rdest", " --mask 255.255.255.0");
        String condition = draw.maybe(30, () -> "--seconds 600")
                + draw.maybe(30, () -> "--hitcount " + draw.between(1, 4))
                + draw.maybe(15, () -> "--rttl");
        return "-m recent " + draw.not()
                + draw.of("--set", "--set", "--remove", "--rcheck" + condition, "--update" + condition)
                + name;
    }

    String quota() {
        return "-m quota " + draw.not() + "--quota " + draw.of(0, 60, 100, 300, 1000);
    }
}
