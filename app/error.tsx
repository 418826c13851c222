"use client";

import { CrashNotice } from "../components/crash-notice";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <CrashNotice error={error} onRetry={retry} />;
}
