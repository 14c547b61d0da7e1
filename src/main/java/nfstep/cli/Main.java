package nfstep.cli;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Says which file was asked for. */
    public static void main(String[] args) {
        System.out.println("nfstep: " + String.join(" ", args));
    }
}
