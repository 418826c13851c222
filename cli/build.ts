import { resolve } from "node:path";
import { buildApp } from "./build-app";

const outcome = await buildApp(resolve(import.meta.dirname, "..")).catch((error: Error) => error);
if (outcome instanceof Error) {
  console.error(outcome.message);
  process.exitCode = 1;
} else if (outcome === "unchanged") console.log("The build is up to date.");
