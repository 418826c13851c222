const FIRST_ANSWERS_MS = 2000;

/** Called once when the server starts, and never while the app is built. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { warmStores } = await import("./app/_server/store");
  // Later, so that whoever waits for the server to be there is answered first.
  setTimeout(warmStores, FIRST_ANSWERS_MS).unref();
}
