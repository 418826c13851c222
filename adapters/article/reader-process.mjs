import { register } from "tsx/esm/api";

// The process in which `readArticleApart` reads a file. Only what is ours is TypeScript: of large libraries the loader
// would make twice the work.
const unregister = register();
const { answerReader } = await import("./answer-reader.ts");
await unregister();
process.once("message", answerReader);
