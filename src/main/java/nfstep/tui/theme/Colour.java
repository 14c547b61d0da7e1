package nfstep.tui.theme;

/** One colour as one kind of terminal takes it. */
public sealed interface Colour {
    /** The terminal's own colour for text or background. */
    Colour DEFAULT = new Default();

    /** This colour, or the nearest one that a terminal of a lower depth has. */
    Colour at(ColourDepth depth);

    /** The parameters of an SGR sequence that set it. */
    String sgr(Layer layer);

    /** Text or what is behind it. */
    enum Layer {
        FOREGROUND(30),
        BACKGROUND(40);

        private final int base;

        Layer(int base) {
            this.base = base;
        }
    }

    /** What the user chose for the terminal; told by its type, since the first equals of a record takes 10 ms. */
    record Default() implements Colour {
        @Override
        public Colour at(ColourDepth depth) {
            return this;
        }

        @Override
        public String sgr(Layer layer) {
            return String.valueOf(layer.base + 9);
        }
    }

    /** One of the sixteen colours that the user's palette defines. */
    record Ansi(int index) implements Colour {
        public Ansi {
            requireRange(index, 15);
        }

        @Override
        public Colour at(ColourDepth depth) {
            return depth == ColourDepth.MONO ? DEFAULT : this;
        }

        @Override
        public String sgr(Layer layer) {
            return String.valueOf(index < 8 ? layer.base + index : layer.base + 60 + index - 8);
        }
    }

    /** A colour of the table of 256 that most terminals share. */
    record Indexed(int index) implements Colour {
        public Indexed {
            requireRange(index, 255);
        }

        @Override
        public Colour at(ColourDepth depth) {
            return depth.compareTo(ColourDepth.INDEXED) >= 0
                    ? this
                    : new Ansi(Palette.nearestAnsi(Palette.rgb(index))).at(depth);
        }

        @Override
        public String sgr(Layer layer) {
            return (layer.base + 8) + ";5;" + index;
        }
    }

    /** Red, green and blue. */
    record Rgb(int value) implements Colour {
        public Rgb {
            requireRange(value, 0xffffff);
        }

        @Override
        public Colour at(ColourDepth depth) {
            return switch (depth) {
                case TRUECOLOUR -> this;
                case INDEXED -> new Indexed(Palette.nearestIndexed(value));
                case ANSI -> new Ansi(Palette.nearestAnsi(value));
                case MONO -> DEFAULT;
            };
        }

        @Override
        public String sgr(Layer layer) {
            return (layer.base + 8) + ";2;" + (value >> 16) + ";" + (value >> 8 & 0xff) + ";" + (value & 0xff);
        }
    }

    private static void requireRange(int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("colour out of range 0-" + most + ": " + value);
        }
    }
}
