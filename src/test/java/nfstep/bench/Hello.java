package nfstep.bench;

/** What any Java program needs at least. */
final class Hello {
    static final String TEXT = "hello, world";

    private Hello() {}

    public static void main(String[] args) {
        System.out.println(TEXT);
    }
}
