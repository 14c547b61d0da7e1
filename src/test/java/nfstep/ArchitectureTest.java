package nfstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nfstep.Architecture.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nfstep");
    private static final String[] CORE = {
        "nfstep.source..",
        "nfstep.packet..",
        "nfstep.host..",
        "nfstep.conntrack..",
        "nfstep.rules..",
        "nfstep.state..",
        "nfstep.event..",
        "nfstep.engine..",
        "nfstep.debugger..",
        "nfstep.trace"
    };
    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.util.concurrent..")
            .or(resideInAnyPackage("java.util.random..", "java.security..", "com.googlecode.lanterna.."))
            .or(resideInAnyPackage("picocli..", "com.google.gson.."))
            .or(assignableTo(Thread.class))
            .or(assignableTo(RandomGenerator.class))
            .or(assignableTo(Process.class))
            .or(assignableTo(Runtime.class))
            .or(assignableTo(java.time.Clock.class))
            .as("files, sockets, threads, random sources, a terminal or a library of the edges");

    @Test
    void packages_see_only_what_their_row_names() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Row row : Architecture.ROWS) {
            layers = layers.optionalLayer(row.name()).definedBy("nfstep." + row.name() + "..");
        }
        for (Row row : Architecture.ROWS) {
            var layer = layers.whereLayer(row.name());
            layers = row.maySee().isEmpty()
                    ? layer.mayNotAccessAnyLayer()
                    : layer.mayOnlyAccessLayers(row.maySee().toArray(String[]::new));
        }
        check(layers.ensureAllClassesAreContainedInArchitecture());
    }

    @Test
    void the_core_touches_nothing_outside_itself() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(OUTSIDE_WORLD)
                .orShould()
                .accessTargetWhere(describe("the clock, the environment or hash order", ArchitectureTest::isAmbient)));
    }

    @ParameterizedTest(name = "{0} is imported by {1} only")
    @CsvSource({
        "com.googlecode.lanterna.., nfstep.tui.term..",
        "com.google.gson.., nfstep.[trace.json|cli]..",
        "picocli.., nfstep.cli.."
    })
    void a_library_has_one_home(String library, String home) {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    @Test
    void packages_form_no_cycle() {
        check(slices().matching("nfstep.(*)..").should().beFreeOfCycles());
    }

    @Test
    void every_match_is_a_record() {
        check(classes()
                .that()
                .implement("nfstep.rules.Match")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords());
    }

    @Test
    void fields_of_the_model_are_final() {
        check(fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("nfstep.packet..", "nfstep.rules..", "nfstep.event..")
                .should()
                .beFinal());
    }

    @Test
    void no_type_is_a_grab_bag() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?"));
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/nfstep"))) {
            assertThat(folders.filter(Files::isDirectory).skip(1))
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .content()
                            .startsWith("/**")
                            .contains("@NullMarked"));
        }
    }

    private static boolean isAmbient(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> !member.equals("arraycopy");
            case "java.lang.Math", "java.lang.StrictMath" -> member.equals("random");
            default -> owner.startsWith("java.time.") && member.equals("now");
        };
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }
}
