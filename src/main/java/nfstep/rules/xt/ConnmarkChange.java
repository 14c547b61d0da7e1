package nfstep.rules.xt;

/**
 * What CONNMARK does: {@code struct xt_connmark_tginfo2}.
 *
 * @param value the bits that are turned over, for SET
 * @param connectionMask the bits of the connection's mark that count; for SET those that are cleared
 * @param packetMask the bits of the packet's mark that count
 * @param shift by how many bits what is set or copied is moved to the left; negative for the right
 */
record ConnmarkChange(Mode mode, int value, int connectionMask, int packetMask, int shift) {
    /** Which mark is changed from what. */
    enum Mode {
        SET,
        SAVE,
        RESTORE
    }

    ConnmarkChange {
        if (shift <= -32 || shift >= 32) {
            throw new IllegalArgumentException("shift out of range 0-31: " + shift);
        }
    }

    /** Reads the options in the order in which they are written: of two that set the same, the later one counts. */
    static ConnmarkChange read(Reading reading) {
        ConnmarkChange change = new ConnmarkChange(Mode.SET, 0, -1, -1, 0);
        for (OptionUse use : reading.setting().options()) {
            change = change.with(reading, use);
        }
        return change;
    }

    private ConnmarkChange with(Reading reading, OptionUse use) {
        return switch (use.option()) {
            case "save-mark" -> new ConnmarkChange(Mode.SAVE, value, connectionMask, packetMask, shift);
            case "restore-mark" -> new ConnmarkChange(Mode.RESTORE, value, connectionMask, packetMask, shift);
            case "mask" -> withMasks(bits(reading, use), bits(reading, use));
            case "ctmask" -> withMasks(bits(reading, use), packetMask);
            case "nfmask" -> withMasks(connectionMask, bits(reading, use));
            case "left-shift-mark" -> withShift((int) reading.number(use, 0, 31));
            case "right-shift-mark" -> withShift(-(int) reading.number(use, 0, 31));
            default -> setting(MarkChange.read(reading, use));
        };
    }

    private static int bits(Reading reading, OptionUse use) {
        return (int) reading.number(use, 0, 0xffff_ffffL);
    }

    private ConnmarkChange setting(MarkChange set) {
        return new ConnmarkChange(Mode.SET, set.value(), set.mask(), packetMask, shift);
    }

    private ConnmarkChange withMasks(int connection, int packet) {
        return new ConnmarkChange(mode, value, connection, packet, shift);
    }

    private ConnmarkChange withShift(int bits) {
        return new ConnmarkChange(mode, value, connectionMask, packetMask, bits);
    }

    /** The mark of the connection, for RESTORE that of the packet, after the change. */
    int of(int connectionMark, int packetMark) {
        return switch (mode) {
            case SET -> moved((connectionMark & ~connectionMask) ^ value);
            case SAVE -> (connectionMark & ~connectionMask) ^ moved(packetMark & packetMask);
            case RESTORE -> (packetMark & ~packetMask) ^ moved(connectionMark & connectionMask);
        };
    }

    private int moved(int mark) {
        return shift < 0 ? mark >>> -shift : mark << shift;
    }

    /** As iptables-save prints it. */
    String options() {
        String masks = "--nfmask " + MarkMask.hex(packetMask) + " --ctmask " + MarkMask.hex(connectionMask);
        String what =
                switch (mode) {
                    case SET -> new MarkChange(value, connectionMask).option();
                    case SAVE -> "--save-mark " + masks;
                    case RESTORE -> "--restore-mark " + masks;
                };
        return Parts.join(what, shift == 0 ? "" : "--" + movedBy());
    }

    private String movedBy() {
        return shift < 0 ? "right-shift-mark " + -shift : "left-shift-mark " + shift;
    }

    /** As a listing prints it. */
    String listing() {
        String what =
                switch (mode) {
                    case SET -> new MarkChange(value, connectionMask).listing();
                    case SAVE -> "save" + masks("nfmask", packetMask, "ctmask", connectionMask);
                    case RESTORE -> "restore" + masks("ctmask", connectionMask, "nfmask", packetMask);
                };
        return Parts.join(what, shift == 0 ? "" : movedBy());
    }

    private static String masks(String from, int fromMask, String to, int toMask) {
        if (fromMask == toMask) {
            return fromMask == -1 ? "" : " mask " + MarkMask.hex(fromMask);
        }
        return " " + from + " " + MarkMask.hex(fromMask) + " " + to + " ~" + MarkMask.hex(toMask);
    }
}
