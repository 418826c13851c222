import { workerData } from "node:worker_threads";

// Ends the process it is a thread of once that takes more bytes of memory than were allowed.
const EVERY_MS = 20;
setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, "SIGKILL");
}, EVERY_MS);
