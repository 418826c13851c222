import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, SerializedError, TestModule } from "vitest/node";
import type { Tally } from "./test-tally";

/** A reporter of Vitest that writes the tally of a run to a file, as JSON. */
export function unitTally(path: string): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(tallyUnits(modules, unhandled)));
    },
  };
}

/**
 * A file that does not load, what fails before or after the tests of a file or suite, and what nobody awaited are each
 * one failure, beside the tests that fail.
 */
function tallyUnits(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const states = tests.map((test) => test.result().state);
  const faults = [
    ...modules.flatMap(outsideTests),
    ...tests.flatMap((test) => {
      const { state, errors } = test.result();
      return state === "failed" ? [say(test.module.moduleId, test.fullName, errors)] : [];
    }),
    ...unhandled.map((error) => say("outside any test", "", [error])),
  ];
  const countOf = (state: string) => states.filter((each) => each === state).length;
  return { passed: countOf("passed"), failed: faults.length, skipped: countOf("skipped"), faults };
}

function outsideTests(module: TestModule): string[] {
  return [module, ...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map((error) => {
      const name = suite.type === "suite" ? suite.fullName : "";
      return say(module.moduleId, name, [error]);
    }),
  );
}

function say(where: string, name: string, errors: readonly SerializedError[]): string {
  const what = errors.map(({ stack, message }) => stack ?? message);
  return [`${where}: ${name}`, ...what].join("\n");
}
