package dev.strait.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Data flows in one direction: from elements through parse, model and emit to files. */
@AnalyzeClasses(packages = "dev.strait.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layersDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("processor")
            .definedBy("dev.strait.processor")
            .layer("parse")
            .definedBy("dev.strait.processor.parse")
            .layer("check")
            .definedBy("dev.strait.processor.check")
            .layer("emit")
            .definedBy("dev.strait.processor.emit")
            .layer("browser")
            .definedBy("dev.strait.processor.browser")
            .layer("asyncapi")
            .definedBy("dev.strait.processor.asyncapi")
            .layer("contract")
            .definedBy("dev.strait.processor.contract")
            .layer("diagnostic")
            .definedBy("dev.strait.processor.diagnostic")
            .layer("model")
            .definedBy("dev.strait.processor.model")
            .whereLayer("processor")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("parse")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("asyncapi")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("browser")
            .mayOnlyBeAccessedByLayers("processor", "asyncapi")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("processor")
            .whereLayer("diagnostic")
            .mayOnlyBeAccessedByLayers("processor", "parse", "check")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("processor", "check", "emit", "browser", "asyncapi")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("processor", "parse", "check", "contract", "emit", "browser", "asyncapi");

    @ArchTest
    static final ArchRule writersDoNotDependOnTheCompiler = noClasses()
            .that(resideInAnyPackage(
                    "dev.strait.processor.emit", "dev.strait.processor.browser", "dev.strait.processor.asyncapi"))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Messager.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(TypeMirror.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Types.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Elements.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ProcessingEnvironment.class);

    @ArchTest
    static final ArchRule onlyEmitWritesJava = noClasses()
            .that(resideInAnyPackage(
                    "dev.strait.processor.parse",
                    "dev.strait.processor.check",
                    "dev.strait.processor.diagnostic",
                    "dev.strait.processor.model"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JavaFile.class, TypeSpec.class, MethodSpec.class, FieldSpec.class);

    @ArchTest
    static final ArchRule classNamesAreDescriptive =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)");
}
