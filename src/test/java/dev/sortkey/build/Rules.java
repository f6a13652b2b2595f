package dev.sortkey.build;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The rules of the house, for any root package, so that they can be tried on planted violations.
final class Rules {
  /// What every panel may use; all other packages of the user interface are panels.
  private static final Set<String> SHARED = Set.of("work", "kit", "workbench", "editor", "rows");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  /// Each rule by its name.
  Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put("core imports no other layer", onlyImports("core"));
    rules.put("ui imports core and store", onlyImports("ui", "core", "store"));
    rules.put("aws imports core", onlyImports("aws", "core"));
    rules.put("sandbox imports core", onlyImports("sandbox", "core"));
    rules.put("store imports core", onlyImports("store", "core"));
    rules.put("core is pure", corePure());
    rules.put("only aws imports the SDK", sdkOnlyInAws());
    rules.put("view models know no scene", viewModelsKnowNoScene());
    rules.put(
        "no package cycles",
        slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true));
    rules.put("panels do not import panels", panelsApart());
    rules.put("threads only in ui.work and app", threads());
    rules.put("a tip leaves Esc to the window", tips());
    rules.put("no static singletons", noSingletons());
    rules.put("no Manager, Helper, Util, Impl, Base", names());
    rules.put("adapters in aws are prefixed Sdk", adapters());
    return rules;
  }

  private ArchRule onlyImports(String layer, String... others) {
    var allowed = new java.util.ArrayList<String>();
    allowed.add(root + "." + layer + "..");
    for (String other : others) {
      allowed.add(root + "." + other + "..");
    }
    return noClasses()
        .that()
        .resideInAPackage(root + "." + layer + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
        .allowEmptyShould(true);
  }

  private ArchRule corePure() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javafx..", "software.amazon..", "java.net..", "java.nio.channels..")
                .and(
                    describe("that are not java.net.URI", c -> !c.getName().equals("java.net.URI")))
                .or(isThreading()));
  }

  private ArchRule sdkOnlyInAws() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".aws..")
        .should()
        .dependOnClassesThat(resideInAPackage("software.amazon.."));
  }

  private static ArchRule viewModelsKnowNoScene() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
        .allowEmptyShould(true);
  }

  private ArchRule panelsApart() {
    return classes()
        .that(describe("are in a panel", c -> panel(c) != null))
        .should(
            new ArchCondition<JavaClass>("not import another panel") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                String mine = panel(item);
                item.getDirectDependenciesFromSelf()
                    .forEach(dependency -> {
                      String other = panel(dependency.getTargetClass());
                      if (other != null && !other.equals(mine)) {
                        events.add(
                            SimpleConditionEvent.violated(item, dependency.getDescription()));
                      }
                    });
              }
            })
        .allowEmptyShould(true);
  }

  /// The panel that a class belongs to, or null; the shell opens all panels and is none.
  private String panel(JavaClass type) {
    String prefix = root + ".ui.";
    String name = type.getPackageName();
    if (!name.startsWith(prefix)) {
      return null;
    }
    String first = name.substring(prefix.length()).split("\\.")[0];
    return SHARED.contains(first) || first.equals("shell") ? null : first;
  }

  /// Two adapters have a thread of their own: a write is shielded from the interrupt of its caller,
  /// and a child process has its output read and watches over its parent.
  private ArchRule threads() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".ui.work..", root + ".app..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".aws.Shield")
        .and()
        .doNotHaveFullyQualifiedName(root + ".sandbox.Child")
        .and()
        .doNotHaveFullyQualifiedName(root + ".sandbox.LoopbackSelectorProvider")
        .should()
        .dependOnClassesThat(isThreading().or(isPlatform()))
        .orShould()
        .callConstructorWhere(
            describe(
                "a thread is made", call -> call.getTargetOwner().isEquivalentTo(Thread.class)))
        .orShould()
        .callMethodWhere(
            describe(
                "a thread is started",
                call ->
                    call.getTargetOwner().isEquivalentTo(Thread.class)
                        && call.getTarget().getName().startsWith("start")));
  }

  private ArchRule tips() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".ui.kit.Tip")
        .should()
        .callConstructorWhere(
            describe(
                "it is JavaFX's Tooltip",
                call -> call.getTargetOwner().getName().equals("javafx.scene.control.Tooltip")));
  }

  private static DescribedPredicate<JavaClass> isPlatform() {
    return describe("Platform", c -> c.getName().equals("javafx.application.Platform"));
  }

  /// What starts threads. To ask for an interrupt, or to sleep on the thread one is given, is not
  /// meant.
  private static DescribedPredicate<JavaClass> isThreading() {
    var names =
        Set.of(
            "java.lang.Thread$Builder",
            "java.lang.Thread$Builder$OfVirtual",
            "java.lang.Thread$Builder$OfPlatform",
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor");
    return describe("threads", c -> names.contains(c.getName()));
  }

  private ArchRule noSingletons() {
    return fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .and(
            describe(
                "are written by hand", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should(
            new ArchCondition<JavaField>("be constants") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                JavaClass owner = field.getOwner();
                boolean constant = field.getModifiers().contains(JavaModifier.FINAL);
                boolean itself =
                    field.getRawType().equals(owner) && !owner.isEnum() && !owner.isRecord();
                if (!constant || itself) {
                  events.add(
                      SimpleConditionEvent.violated(
                          field, field.getFullName() + " is a static that is no constant"));
                }
              }
            });
  }

  private ArchRule names() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base)(\\$.*)?")
        .allowEmptyShould(true);
  }

  private ArchRule adapters() {
    return classes()
        .that()
        .resideInAPackage(root + ".aws..")
        .and(
            describe(
                "implement a port of core",
                c ->
                    c.getRawInterfaces().stream()
                        .anyMatch(i -> i.getPackageName().startsWith(root + ".core"))))
        .and(describe("are named", c -> !c.isAnonymousClass()))
        .should()
        .haveSimpleNameStartingWith("Sdk")
        .allowEmptyShould(true);
  }
}
