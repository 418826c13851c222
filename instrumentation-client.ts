import { config } from "zod/v4/core";

// zod tries out `eval` to be faster; the Content-Security-Policy forbids that, and each try would be reported.
config({ jitless: true });
