import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// Which scripts a page may run is said in proxy.ts, with a nonce of each answer.
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not `no-referrer`: under it browsers send `Origin: null` with plain form posts, which the guard must refuse.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // React names style sheets in a header only where an answer had to wait, which would tell whether one was kept.
  reactMaxHeadersLength: 0,
  // No picture is ever resized; the endpoint that would is switched off.
  images: { unoptimized: true },
  // `npm run check` runs the type checker over the whole project; a build for `npm start` need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Its worker and character maps are files beside it.
  serverExternalPackages: ["pdfjs-dist"],
  experimental: {
    // Where less is enough, proxy.ts refuses more than that.
    serverActions: { bodySizeLimit: "10mb" },
    authInterrupts: true,
    // Each page is read when it is first asked for: to read all of them at once has the first request wait for seconds.
    preloadEntriesOnStart: false,
  },
  // In development each request is written out, and of these the path is a secret.
  logging: { incomingRequests: { ignore: [/^\/(feeds|invitation)\//] } },
  headers: async () => [
    { source: "/:path*", headers },
    {
      source: "/feeds/:path*",
      headers: [{ key: "Referrer-Policy", value: "no-referrer" }],
    },
  ],
};

export default createNextIntlPlugin({
  requestConfig: "./app/_server/i18n.ts",
  // Messages are taken apart when the app is built, and not at each request; browsers need no parser for them either.
  experimental: {
    messages: { path: "./messages", format: "json", locales: "infer", precompile: true },
  },
})(config);
