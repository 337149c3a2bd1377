package dev.tandem.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tandem.policy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyPublicTypeIsMarked = classes()
            .that().resideInAnyPackage("..policy.model..", "..policy.rule..", "..policy.pack..", "..policy.waiver..", "..policy.report..")
            .and().arePublic()
            .and().areTopLevelClasses()
            .should().beAnnotatedWith(PublicApi.class);

    @ArchTest
    static final ArchRule whatIsOnTheWireIsInternal =
            noClasses().that().resideInAPackage("..policy.wire..").should().beAnnotatedWith(PublicApi.class);

    @ArchTest
    static final ArchRule theModelKnowsNothingElse = noClasses()
            .that().resideInAPackage("..policy.model..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..policy.rule..", "..policy.pack..", "..policy.wire..", "pulumirpc..", "io.grpc..", "com.google..");

    @ArchTest
    static final ArchRule aRuleKnowsNothingOfServing = noClasses()
            .that().resideInAPackage("..policy.rule..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..policy.pack..", "..policy.wire..", "pulumirpc..", "io.grpc..", "com.google..");

    @ArchTest
    static final ArchRule noCloudIsKnown =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("com.pulumi.aws..", "dev.tandem.policies..", "dev.tandem.cost..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.tandem.policy.(*)..").should().beFreeOfCycles();
}
