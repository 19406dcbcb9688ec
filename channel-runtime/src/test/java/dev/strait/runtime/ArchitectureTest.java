package dev.strait.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.strait.runtime.spi.Backplane;
import dev.strait.runtime.spi.ChannelBinding;
import dev.strait.runtime.spi.EndpointBinding;
import dev.strait.runtime.spi.RoomBinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dependencies between packages have one direction, and only ForeignCode calls code outside the runtime. */
@AnalyzeClasses(packages = "dev.strait.runtime", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTERNAL = "dev.strait.runtime.internal";
    private static final Pattern ROW = Pattern.compile("^\\| \\d \\| `(\\w+)` \\|[^|]*\\| ([^|]*) \\|$");

    /** The table in ARCHITECTURE.md lists exactly the dependencies of the code. */
    @ArchTest
    static void packageDependenciesMatchTheDocumentation(JavaClasses runtime) throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("..", "ARCHITECTURE.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.put(row.group(1), dependencies(row.group(2)));
            }
        }
        Map<String, Set<String>> actual = new TreeMap<>();
        for (JavaClass type : runtime.that(resideInAPackage(INTERNAL + ".."))) {
            Set<String> targets = actual.computeIfAbsent(subpackage(type), any -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(INTERNAL)
                        && !subpackage(target).equals(subpackage(type))) {
                    targets.add(subpackage(target));
                }
            }
        }
        assertThat(actual).isEqualTo(documented);
    }

    private static Set<String> dependencies(String cell) {
        return Arrays.stream(cell.split(", "))
                .filter(name -> !name.equals("-"))
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String subpackage(JavaClass type) {
        return type.getPackageName().substring(INTERNAL.length() + 1);
    }

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(INTERNAL + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheHubAndTheEndpointUseInternalPackages = noClasses()
            .that(not(resideInAPackage(INTERNAL + "..")))
            .and(not(DescribedPredicate.describe(
                    "ChannelHub or spi.ChannelEndpoint",
                    type -> type.getName().startsWith("dev.strait.runtime.ChannelHub")
                            || type.getName().equals("dev.strait.runtime.spi.ChannelEndpoint"))))
            .should()
            .dependOnClassesThat(resideInAPackage(INTERNAL + ".."));

    /** StatefulRooms and StatefulRoom are bindings that ForeignCode calls. */
    @ArchTest
    static final ArchRule onlyForeignCodeCallsHandlersAndRooms = noClasses()
            .that(resideInAPackage(INTERNAL + ".."))
            .and(not(simpleName("ForeignCode").or(simpleName("StatefulRooms")).or(simpleName("StatefulRoom"))))
            .should()
            .callMethodWhere(target(owner(assignableTo(ChannelBinding.class).or(assignableTo(RoomBinding.class))))
                    .and(target(DescribedPredicate.describe(
                            "a call into the application",
                            method -> !Set.of("contract", "application").contains(method.getName()))))
                    .and(target(owner(not(simpleName("StatefulRooms"))))));

    @ArchTest
    static final ArchRule onlyForeignCodeCallsEndpoints = noClasses()
            .that(not(simpleName("ForeignCode").or(simpleName("StatefulRooms"))))
            .should()
            .callMethodWhere(target(owner(DescribedPredicate.describe(
                            "EndpointBinding", type -> type.isEquivalentTo(EndpointBinding.class))))
                    .and(target(DescribedPredicate.describe(
                            "a call into the application",
                            method -> !Set.of("contract", "application").contains(method.getName())))));

    @ArchTest
    static final ArchRule onlyForeignCodeCallsExecutors = noClasses()
            .that(resideInAPackage(INTERNAL + ".."))
            .and(not(simpleName("ForeignCode")))
            .should()
            .callMethodWhere(target(owner(assignableTo(Executor.class)))
                    .and(target(DescribedPredicate.describe(
                            "execute", method -> method.getName().equals("execute")))));

    @ArchTest
    static final ArchRule onlyTheEngineCallsTheBackplane = noClasses()
            .that(resideInAPackage(INTERNAL + ".."))
            .and(not(simpleName("Engine")))
            .should()
            .callMethodWhere(target(
                    owner(DescribedPredicate.describe("Backplane", type -> type.isEquivalentTo(Backplane.class)))));

    @ArchTest
    static final ArchRule onlyLogCallsLoggers = noClasses()
            .that(resideInAPackage(INTERNAL + ".."))
            .and(not(simpleName("Log")))
            .should()
            .callMethodWhere(target(owner(
                    DescribedPredicate.describe("System.Logger", type -> type.isEquivalentTo(System.Logger.class)))));

    @ArchTest
    static final ArchRule theJsonPackageDoesNotDependOnTheSpi = noClasses()
            .that(resideInAPackage("dev.strait.runtime.json"))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.strait.runtime.spi.."));

    @ArchTest
    static final ArchRule classNamesAreSpecific =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)");
}
